#define _GNU_SOURCE
#include "csystem.h"

#include <string.h>

const uint8_t *cs_find(const uint8_t *text, size_t text_size, const uint8_t *part, size_t part_size) {
  return memmem(text, text_size, part, part_size);
}
