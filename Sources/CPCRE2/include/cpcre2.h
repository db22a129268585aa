// PCRE2 behind plain types: <pcre2.h> is configured by macros and names its functions by macros, neither of which Swift
// can see.

#ifndef NEWSTAPE_CPCRE2_H
#define NEWSTAPE_CPCRE2_H

#include <stddef.h>
#include <stdint.h>

// What is wrong with a pattern.
typedef enum __attribute__((enum_extensibility(closed))) CPFault : int32_t {
  CPFaultUnclosedGroup = 0,
  CPFaultUnopenedGroup = 1,
  CPFaultUnclosedSet = 2,
  CPFaultNothingToRepeat = 3,
  CPFaultBadRepeat = 4,        // {3,1}, or a number beyond 65535
  CPFaultBadSet = 5,           // a range that runs backwards, an unknown class
  CPFaultUnknownEscape = 6,
  CPFaultUnknownReference = 7, // to a group that is not there
  CPFaultBadLookbehind = 8,    // one without a fixed length
  CPFaultBadGroup = 9,         // (?…) that means nothing
  CPFaultTooLarge = 10,
  CPFaultOther = 11,
} CPFault;

// A pattern that has been compiled. It never changes, so any number of threads may use one at once.
typedef struct cp_pattern cp_pattern;

// Compiles a pattern of UTF-8, which must be well-formed: caseless, `^` and `$` at every line, `.` no line feed, and `\w`,
// `\d`, `\s` and `\b` of ASCII alone. NULL where the pattern is wrong: then `fault` and `offset`, in bytes, say why.
cp_pattern *cp_pattern_make(const uint8_t *text, size_t size, CPFault *fault, size_t *offset);
void cp_pattern_free(cp_pattern *pattern);

// What a search works in; for one thread at a time. NULL where memory is short.
typedef struct cp_room cp_room;
cp_room *cp_room_make(const cp_pattern *pattern);
void cp_room_free(cp_room *room);

// How a search ended.
typedef enum __attribute__((enum_extensibility(closed))) CPEnd : int32_t {
  CPEndFound = 0,
  CPEndNotFound = 1,
  CPEndGaveUp = 2,  // after more steps than a single place may take
} CPEnd;

// Looks for the first match that begins from `start` up to and with `last`, both in bytes and at the beginning of a
// character. The text must be well-formed UTF-8.
CPEnd cp_find(
    const cp_pattern *pattern, cp_room *room, const uint8_t *text, size_t size, size_t start, size_t last,
    size_t *match_start, size_t *match_end);

#endif
