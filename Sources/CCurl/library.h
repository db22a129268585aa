// libcurl, loaded when something is fetched for the first time.
//
// It brings some thirty libraries with it, which take a quarter of the start of a program that, most of the time, fetches
// nothing.

#ifndef NEWSTAPE_CCURL_LIBRARY_H
#define NEWSTAPE_CCURL_LIBRARY_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// What this module calls.
#define CU_FUNCTIONS(X)                                                                                              \
  X(curl_global_init) X(curl_getdate) X(curl_slist_append) X(curl_slist_free_all)                                    \
  X(curl_easy_init) X(curl_easy_cleanup) X(curl_easy_setopt) X(curl_easy_getinfo) X(curl_easy_header)                \
  X(curl_easy_pause) X(curl_multi_init) X(curl_multi_cleanup) X(curl_multi_setopt) X(curl_multi_add_handle)          \
  X(curl_multi_remove_handle) X(curl_multi_perform) X(curl_multi_poll) X(curl_multi_wakeup) X(curl_multi_info_read)

#define CU_POINTER(name) __typeof__(&name) name;
struct cu_library {
  CU_FUNCTIONS(CU_POINTER)
};
#undef CU_POINTER

extern struct cu_library cu_library;

// Loads it; false where it is not there, or too old.
_Bool cu_library_load(void);

// From here on the names of libcurl's functions mean those that were loaded.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt
#define curl_global_init cu_library.curl_global_init
#define curl_getdate cu_library.curl_getdate
#define curl_slist_append cu_library.curl_slist_append
#define curl_slist_free_all cu_library.curl_slist_free_all
#define curl_easy_init cu_library.curl_easy_init
#define curl_easy_cleanup cu_library.curl_easy_cleanup
#define curl_easy_setopt cu_library.curl_easy_setopt
#define curl_easy_getinfo cu_library.curl_easy_getinfo
#define curl_easy_header cu_library.curl_easy_header
#define curl_easy_pause cu_library.curl_easy_pause
#define curl_multi_init cu_library.curl_multi_init
#define curl_multi_cleanup cu_library.curl_multi_cleanup
#define curl_multi_setopt cu_library.curl_multi_setopt
#define curl_multi_add_handle cu_library.curl_multi_add_handle
#define curl_multi_remove_handle cu_library.curl_multi_remove_handle
#define curl_multi_perform cu_library.curl_multi_perform
#define curl_multi_poll cu_library.curl_multi_poll
#define curl_multi_wakeup cu_library.curl_multi_wakeup
#define curl_multi_info_read cu_library.curl_multi_info_read

#endif
