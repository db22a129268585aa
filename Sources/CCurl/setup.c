#include "internal.h"

#include <pthread.h>
#ifdef __GLIBC__
  #include <malloc.h>
#endif

static pthread_once_t once = PTHREAD_ONCE_INIT;
static CURLcode outcome = CURLE_FAILED_INIT;

/// A block of four megabytes and more goes back to the system as soon as it is free.
///
/// glibc keeps blocks of a size once it has seen one of them freed. After a few large bodies it would hold on to more memory
/// than all that is used (16 MB more in a refresh of a thousand feeds of which some never end).
static void return_large_blocks(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
#endif
}

static void set_up(void) {
  return_large_blocks();
  if (cu_library_load()) outcome = curl_global_init(CURL_GLOBAL_DEFAULT);
}

int cu_setup(void) {
  pthread_once(&once, set_up);
  return outcome;
}

int64_t cu_date(const char *text) { return cu_setup() == 0 ? curl_getdate(text, NULL) : -1; }

CUEnd cu_end_of(const struct cu_transfer *transfer, CURLcode code) {
  if (transfer->refused_body) return CUEndRefusedBody;
  if (transfer->cut_short) return CUEndDone;
  switch (code) {
  case CURLE_OK: return CUEndDone;
  // Addresses are http or https: what is left is an answer as of HTTP/0.9, bytes without a header.
  case CURLE_UNSUPPORTED_PROTOCOL: return CUEndNotHTTP;
  case CURLE_BAD_CONTENT_ENCODING: return CUEndBadCoding;
  case CURLE_URL_MALFORMAT: return CUEndBadAddress;
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_RESOLVE_PROXY: return CUEndHostNotFound;
  case CURLE_COULDNT_CONNECT:
  case CURLE_PROXY: return CUEndNoConnection;
  case CURLE_OPERATION_TIMEDOUT: return CUEndTimedOut;
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_SSL_CERTPROBLEM:
  case CURLE_SSL_CIPHER:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_ISSUER_ERROR:
  case CURLE_SSL_CRL_BADFILE:
  case CURLE_SSL_INVALIDCERTSTATUS:
  case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
  case CURLE_USE_SSL_FAILED: return CUEndInsecure;
  default: return CUEndBroken;
  }
}
