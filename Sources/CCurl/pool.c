#include "internal.h"

#include <stdlib.h>

cu_pool *cu_pool_make(int connections) {
  if (cu_setup() != 0) return NULL;
  cu_pool *pool = calloc(1, sizeof *pool);
  if (pool == NULL) return NULL;
  pool->multi = curl_multi_init();
  if (pool->multi == NULL) {
    free(pool);
    return NULL;
  }
  curl_multi_setopt(pool->multi, CURLMOPT_MAXCONNECTS, (long)connections);
  return pool;
}

void cu_pool_free(cu_pool *pool) {
  curl_multi_cleanup(pool->multi);
  free(pool);
}

bool cu_pool_run(cu_pool *pool) {
  int running = 0;
  return curl_multi_perform(pool->multi, &running) == CURLM_OK;
}

bool cu_pool_wait(cu_pool *pool, int milliseconds) {
  return curl_multi_poll(pool->multi, NULL, 0, milliseconds, NULL) == CURLM_OK;
}

void cu_pool_wake(cu_pool *pool) { curl_multi_wakeup(pool->multi); }

void *cu_pool_take_ended(cu_pool *pool, CUEnd *end) {
  int left = 0;
  for (;;) {
    const CURLMsg *message = curl_multi_info_read(pool->multi, &left);
    if (message == NULL) return NULL;
    if (message->msg != CURLMSG_DONE) continue;
    // The message is gone once the handle is taken out.
    CURLcode code = message->data.result;
    CURL *easy = message->easy_handle;
    cu_transfer *transfer = NULL;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&transfer);
    curl_multi_remove_handle(pool->multi, easy);
    *end = cu_end_of(transfer, code);
    return transfer->context;
  }
}
