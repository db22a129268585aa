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

static inline Lanes between(Lanes lanes, uint8_t low, uint8_t high) { return (Lanes)((lanes - low) <= (uint8_t)(high - low)); }

// All bits of a lane at whose place a character begins that joins what stands before it: marks, joiners, selectors. Whole rows of
// scripts that have many of them count.
static inline Lanes joining(const uint8_t *text) {
  Lanes first = loaded(text), second = loaded(text + 1), third = loaded(text + 2);
  Lanes soft_hyphen = (Lanes)(first == 0xC2) & (Lanes)(second == 0xAD);
  Lanes marks = between(first, 0xCC, 0xCD) | (Lanes)(first == 0xD2);
  Lanes scripts = between(first, 0xD6, 0xE1);
  Lanes zero_width = (Lanes)(second == 0x80) & (between(third, 0x8B, 0x8F) | between(third, 0xAA, 0xAE));
  Lanes symbols = (Lanes)(first == 0xE2) &
                  (zero_width | (Lanes)(second == 0x81) | (Lanes)(second == 0x83) | (Lanes)(second > 0xB2));
  Lanes tones = (Lanes)(second == 0x80) & between(third, 0xAA, 0xAF);
  Lanes sonant = (Lanes)(second == 0x82) & between(third, 0x99, 0x9A);
  Lanes kana = (Lanes)(first == 0xE3) & (tones | sonant | (Lanes)(second == 0x85));
  Lanes syllables =
    ((Lanes)(first == 0xEA) & (Lanes)(second < 0xB0)) | ((Lanes)(first == 0xED) & (Lanes)(second > 0x9D));
  Lanes narrow_sonant = (Lanes)(second == 0xBE) & (Lanes)(third > 0x9D);
  Lanes forms = (Lanes)(first == 0xEF) & ((Lanes)(second == 0xAC) | between(second, 0xB8, 0xBB) | narrow_sonant |
                                          (Lanes)(second == 0xBF));
  Lanes above = ((Lanes)(first == 0xF0) & (Lanes)(second < 0x9F)) | (Lanes)(first > 0xF0);
  return soft_hyphen | marks | scripts | symbols | kana | syllables | forms | above;
}

static inline bool any(Lanes lanes) {
  uint64_t halves[2];
  memcpy(halves, &lanes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

// Bytes that are looked at together, and how many behind them a search looks at.
enum { STEP = 64, BEHIND = 2 };

typedef Lanes Search(const uint8_t *text);

static inline __attribute__((always_inline)) bool step_has(Search *search, const uint8_t *text) {
  Lanes found = search(text);
  for (size_t place = sizeof found; place < STEP; place += sizeof found) found |= search(text + place);
  return any(found);
}

// Inlined, so that each search has a loop of its own.
static inline __attribute__((always_inline)) bool has(Search *search, const uint8_t *text, size_t size) {
  size_t index = 0;
  for (; index + STEP + BEHIND <= size; index += STEP) {
    if (step_has(search, text + index)) return true;
  }
  // The rest, with zeros behind it.
  uint8_t rest[2 * STEP + BEHIND] = {0};
  if (index < size) memcpy(rest, text + index, size - index);
  return step_has(search, rest) || step_has(search, rest + STEP);
}

bool cs_has_unusual(const uint8_t *text, size_t size) { return has(unusual, text, size); }

bool cs_has_joining(const uint8_t *text, size_t size) { return has(joining, text, size); }
