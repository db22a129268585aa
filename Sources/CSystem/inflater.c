#include "csystem.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

// 15 bits of window, and 16 for "a gzip header, nothing else".
enum { gzip_window = 15 + 16 };

void *cs_inflate_open(void) {
  z_stream *stream = calloc(1, sizeof *stream);
  if (stream == NULL) return NULL;
  if (inflateInit2(stream, gzip_window) != Z_OK) {
    free(stream);
    return NULL;
  }
  return stream;
}

void cs_inflate_close(void *inflater) {
  inflateEnd(inflater);
  free(inflater);
}

void cs_inflate_reset(void *inflater) { inflateReset(inflater); }

static uInt clamped(size_t size) { return size > UINT_MAX ? UINT_MAX : (uInt)size; }

CSInflateEnd cs_inflate_run(
    void *inflater, const uint8_t *input, size_t input_size, size_t *used, uint8_t *output, size_t output_size,
    size_t *written) {
  z_stream *stream = inflater;
  uInt in = clamped(input_size), out = clamped(output_size);
  stream->next_in = (Bytef *)input;
  stream->avail_in = in;
  stream->next_out = output;
  stream->avail_out = out;
  int result = inflate(stream, Z_NO_FLUSH);
  *used = in - stream->avail_in;
  *written = out - stream->avail_out;
  switch (result) {
  case Z_OK:
  case Z_BUF_ERROR: return CSInflateEndMore;
  case Z_STREAM_END: return CSInflateEndOfMember;
  case Z_MEM_ERROR: return CSInflateEndNoMemory;
  default: return CSInflateEndCorrupt;
  }
}
