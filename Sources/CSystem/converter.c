#include "csystem.h"

#include <errno.h>
#include <iconv.h>

void *cs_converter_open(const char *from, const char *to) {
  iconv_t converter = iconv_open(to, from);
  return converter == (iconv_t)-1 ? NULL : (void *)converter;
}

void cs_converter_close(void *converter) { iconv_close((iconv_t)converter); }

void cs_converter_reset(void *converter) { iconv((iconv_t)converter, NULL, NULL, NULL, NULL); }

CSConversionEnd cs_converter_run(
    void *converter, const uint8_t *input, size_t input_size, size_t *used, uint8_t *output, size_t output_size,
    size_t *written) {
  char *in = (char *)input;
  char *out = (char *)output;
  size_t in_left = input_size, out_left = output_size;
  size_t result = iconv((iconv_t)converter, &in, &in_left, &out, &out_left);
  int reason = errno;
  *used = input_size - in_left;
  *written = output_size - out_left;
  if (result != (size_t)-1) return CSConversionEndDone;
  switch (reason) {
  case E2BIG: return CSConversionEndOutputFull;
  case EINVAL: return CSConversionEndIncomplete;
  default: return CSConversionEndInvalid;
  }
}
