#include "library.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <string.h>

struct cu_library cu_library;

#ifdef __APPLE__
static const char *const names[] = {"libcurl.4.dylib", "libcurl.dylib"};
#else
static const char *const names[] = {"libcurl.so.4", "libcurl.so"};
#endif

// A function's address as data: C knows no other way from `dlsym` to a pointer to a function (POSIX, dlsym, rationale).
static bool find(void *library, const char *name, void *pointer) {
  void *address = dlsym(library, name);
  memcpy(pointer, &address, sizeof address);
  return address != NULL;
}

bool cu_library_load(void) {
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof names[0]; i++) {
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return false;
  bool is_whole = true;
  is_whole &= find(library, "curl_global_init", &curl_global_init);
  is_whole &= find(library, "curl_getdate", &curl_getdate);
  is_whole &= find(library, "curl_slist_append", &curl_slist_append);
  is_whole &= find(library, "curl_slist_free_all", &curl_slist_free_all);
  is_whole &= find(library, "curl_easy_init", &curl_easy_init);
  is_whole &= find(library, "curl_easy_cleanup", &curl_easy_cleanup);
  is_whole &= find(library, "curl_easy_setopt", &curl_easy_setopt);
  is_whole &= find(library, "curl_easy_getinfo", &curl_easy_getinfo);
  is_whole &= find(library, "curl_easy_header", &curl_easy_header);
  is_whole &= find(library, "curl_easy_pause", &curl_easy_pause);
  is_whole &= find(library, "curl_multi_init", &curl_multi_init);
  is_whole &= find(library, "curl_multi_cleanup", &curl_multi_cleanup);
  is_whole &= find(library, "curl_multi_setopt", &curl_multi_setopt);
  is_whole &= find(library, "curl_multi_add_handle", &curl_multi_add_handle);
  is_whole &= find(library, "curl_multi_remove_handle", &curl_multi_remove_handle);
  is_whole &= find(library, "curl_multi_perform", &curl_multi_perform);
  is_whole &= find(library, "curl_multi_poll", &curl_multi_poll);
  is_whole &= find(library, "curl_multi_wakeup", &curl_multi_wakeup);
  is_whole &= find(library, "curl_multi_info_read", &curl_multi_info_read);
  return is_whole;
}
