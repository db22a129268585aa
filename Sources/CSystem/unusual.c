#include "csystem.h"

#include <string.h>

typedef uint8_t Lanes __attribute__((vector_size(16)));

static inline Lanes loaded(const uint8_t *text) {
  Lanes lanes;
  memcpy(&lanes, text, sizeof lanes);
  return lanes;
}

// All bits of a lane at whose place a character begins that is none of the usual ones.
static inline Lanes unusual(const uint8_t *text) {
  Lanes first = loaded(text), second = loaded(text + 1);
  Lanes beyond_ideographs = (Lanes)(first > 0xE9) & ~((Lanes)(first == 0xEF) & (Lanes)(second > 0xBB));
  Lanes before_punctuation = (Lanes)((first - 0xD6) < 0xE2 - 0xD6);
  Lanes beyond_punctuation = (Lanes)(first == 0xE2) & ~(Lanes)(second == 0x80);
  Lanes beyond_kana = (Lanes)(first == 0xE3) & (Lanes)((second - 0x84) < 0x90 - 0x84);
  return beyond_ideographs | before_punctuation | beyond_punctuation | beyond_kana;
}

static inline bool any(Lanes lanes) {
  uint64_t halves[2];
  memcpy(halves, &lanes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

enum { STEP = 64 };

static bool step_has_unusual(const uint8_t *text) {
  Lanes found = unusual(text);
  for (size_t place = sizeof found; place < STEP; place += sizeof found) found |= unusual(text + place);
  return any(found);
}

bool cs_has_unusual(const uint8_t *text, size_t size) {
  size_t index = 0;
  for (; index + STEP < size; index += STEP) {
    if (step_has_unusual(text + index)) return true;
  }
  // The rest, with zeros behind it.
  uint8_t rest[STEP + 1] = {0};
  if (index < size) memcpy(rest, text + index, size - index);
  return step_has_unusual(rest);
}
