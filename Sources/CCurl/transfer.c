#include "internal.h"

#include <stdlib.h>
#include <string.h>

// Every line of a header comes through here, those of informational answers among them.
static size_t take_header(char *bytes, size_t one, size_t size, void *context) {
  (void)bytes;
  (void)one;
  cu_transfer *transfer = context;
  transfer->header_size += size;
  return transfer->header_size <= transfer->header_limit ? size : 0;
}

static size_t take_body(char *bytes, size_t one, size_t size, void *context) {
  (void)one;
  cu_transfer *transfer = context;
  int status = cu_transfer_status(transfer);
  if (status == 200 || status == 203) {
    if (transfer->receiver(transfer->context, (const uint8_t *)bytes, size)) return size;
    transfer->refused_body = true;
    return 0;
  }
  transfer->error_body_size += size;
  if (transfer->error_body_size <= transfer->error_body_limit) return size;
  transfer->cut_short = true;
  return 0;
}

cu_transfer *cu_transfer_make(const cu_options *options, cu_receiver receiver) {
  if (cu_setup() != 0) return NULL;
  cu_transfer *transfer = calloc(1, sizeof *transfer);
  if (transfer == NULL) return NULL;
  CURL *easy = curl_easy_init();
  if (easy == NULL) {
    free(transfer);
    return NULL;
  }
  transfer->easy = easy;
  transfer->receiver = receiver;
  transfer->header_limit = options->header_bytes;
  transfer->error_body_limit = options->error_body_bytes;
  curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, transfer);
  // What a proxy answers to CONNECT is not the answer.
  curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(easy, CURLOPT_USERAGENT, options->user_agent);
  if (options->proxy != NULL) curl_easy_setopt(easy, CURLOPT_PROXY, options->proxy);
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, (long)options->connect_milliseconds);
  // No signals: there are other threads. And no waiting for a resolver that is still asking when all is over.
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  return transfer;
}

void cu_transfer_set_context(cu_transfer *transfer, void *context) { transfer->context = context; }

void cu_transfer_free(cu_transfer *transfer) {
  curl_easy_cleanup(transfer->easy);
  curl_slist_free_all(transfer->fields);
  free(transfer);
}

bool cu_transfer_begin(
    cu_pool *pool, cu_transfer *transfer, const char *address, const char *const *fields, size_t field_count, cu_ways ways) {
  struct curl_slist *list = NULL;
  for (size_t i = 0; i < field_count; i++) {
    struct curl_slist *longer = curl_slist_append(list, fields[i]);
    if (longer == NULL) {
      curl_slist_free_all(list);
      return false;
    }
    list = longer;
  }
  curl_easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, list);
  curl_slist_free_all(transfer->fields);
  transfer->fields = list;
  transfer->header_size = 0;
  transfer->error_body_size = 0;
  transfer->refused_body = false;
  transfer->cut_short = false;
  curl_easy_setopt(transfer->easy, CURLOPT_FRESH_CONNECT, (long)ways.fresh);
  curl_easy_setopt(transfer->easy, CURLOPT_HTTP_CONTENT_DECODING, (long)!ways.raw);
  if (curl_easy_setopt(transfer->easy, CURLOPT_URL, address) != CURLE_OK) return false;
  return curl_multi_add_handle(pool->multi, transfer->easy) == CURLM_OK;
}

void cu_transfer_stop(cu_pool *pool, cu_transfer *transfer) {
  curl_multi_remove_handle(pool->multi, transfer->easy);
}

void cu_transfer_hold(cu_transfer *transfer, bool held) {
  curl_easy_pause(transfer->easy, held ? CURLPAUSE_RECV : CURLPAUSE_CONT);
}

bool cu_transfer_was_stale(cu_transfer *transfer) {
  long made = 0;
  curl_easy_getinfo(transfer->easy, CURLINFO_NUM_CONNECTS, &made);
  return made == 0 && transfer->header_size == 0;
}

int cu_transfer_status(const cu_transfer *transfer) {
  long status = 0;
  curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
  return (int)status;
}

const uint8_t *cu_transfer_field(cu_transfer *transfer, const char *name, size_t index, size_t *size) {
  struct curl_header *header = NULL;
  if (curl_easy_header(transfer->easy, name, index, CURLH_HEADER, -1, &header) != CURLHE_OK) return NULL;
  *size = strlen(header->value);
  return (const uint8_t *)header->value;
}

int64_t cu_transfer_received(cu_transfer *transfer) {
  curl_off_t size = 0;
  curl_easy_getinfo(transfer->easy, CURLINFO_SIZE_DOWNLOAD_T, &size);
  return size;
}

int64_t cu_transfer_declared(cu_transfer *transfer) {
  curl_off_t size = -1;
  curl_easy_getinfo(transfer->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &size);
  return size;
}
