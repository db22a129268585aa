// Between the files of this module.

#ifndef NEWSTAPE_CCURL_INTERNAL_H
#define NEWSTAPE_CCURL_INTERNAL_H

#include "ccurl.h"

#include "library.h"

// The header API came with 7.83, protocols as text with 7.85, the cache of certificates with 7.87.
#if LIBCURL_VERSION_NUM < 0x075700
#error "newstape needs libcurl 7.87 or newer"
#endif

struct cu_pool {
  CURLM *multi;
};

struct cu_transfer {
  CURL *easy;
  struct curl_slist *fields;
  cu_receiver receiver;
  void *context;
  size_t header_limit, header_size;
  size_t error_body_limit, error_body_size;
  bool refused_body;
  // The answer is of no use, and what follows of its body is too long to be waited for.
  bool cut_short;
};

// What the end of libcurl means to a reader of news.
CUEnd cu_end_of(const struct cu_transfer *transfer, CURLcode code);

#endif
