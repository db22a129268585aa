#include "ccurl.h"

#include <curl/curl.h>
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static CURLcode outcome;

static void set_up(void) { outcome = curl_global_init(CURL_GLOBAL_DEFAULT); }

int cu_setup(void) {
  pthread_once(&once, set_up);
  return outcome;
}
