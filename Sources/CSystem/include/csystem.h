// What Swift code needs of the system's C libraries, behind plain types: macros, structs and variadic functions stay
// in the .c files.

#ifndef NEWSTAPE_CSYSTEM_H
#define NEWSTAPE_CSYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Where `part` first stands in `text`, or NULL: `memmem`, which the headers show to C only.
const uint8_t *cs_find(const uint8_t *text, size_t text_size, const uint8_t *part, size_t part_size);

// Whether a character stands in UTF-8 that is none of U+0000 to U+057F, general punctuation up to U+203F, kana and the signs
// before them (U+3000 to U+30FF), ideographs from U+3400 to U+9FFF, and forms of half and full width (U+FF00 to U+FFFF).
// Looks at 16 bytes at once; no more than there are is ever read.
bool cs_has_unusual(const uint8_t *text, size_t size);

// Whether a character stands in UTF-8 that may join the one before it, or is not shown at all: a mark, a joiner, a selector. Also
// true for all of some scripts that have many marks.
bool cs_has_joining(const uint8_t *text, size_t size);

// How a conversion step ended.
typedef enum __attribute__((enum_extensibility(closed))) CSConversionEnd : int32_t {
  CSConversionEndDone = 0,        // all input is used
  CSConversionEndOutputFull = 1,  // go on with more room
  CSConversionEndInvalid = 2,     // the input at the new position is no character of the set
  CSConversionEndIncomplete = 3,  // the input ends within a character
} CSConversionEnd;

// A converter from a character set to UTF-8, or back; NULL where the system does not know the set.
void *cs_converter_open(const char *from, const char *to);
void cs_converter_close(void *converter);
// Forgets a half-read character.
void cs_converter_reset(void *converter);
// Converts as much as fits. `used` and `written` receive the number of bytes read and written.
CSConversionEnd cs_converter_run(
    void *converter, const uint8_t *input, size_t input_size, size_t *used, uint8_t *output, size_t output_size,
    size_t *written);

// How a decompression step ended.
typedef enum __attribute__((enum_extensibility(closed))) CSInflateEnd : int32_t {
  CSInflateEndMore = 0,        // go on with more input or more room
  CSInflateEndOfMember = 1,    // a member ended here; another may follow
  CSInflateEndCorrupt = 2,     // this is not gzip data, or it is damaged
  CSInflateEndNoMemory = 3,
} CSInflateEnd;

// A decompressor of gzip members; NULL where memory is short.
void *cs_inflate_open(void);
void cs_inflate_close(void *inflater);
// Makes ready for the next member.
void cs_inflate_reset(void *inflater);
// Decompresses as much as fits. `used` and `written` receive the number of bytes read and written.
CSInflateEnd cs_inflate_run(
    void *inflater, const uint8_t *input, size_t input_size, size_t *used, uint8_t *output, size_t output_size,
    size_t *written);

// What becomes of a lock on a byte of a file.
typedef enum __attribute__((enum_extensibility(closed))) CSLock : int32_t {
  CSLockGiveUp = 0,
  CSLockShare = 1,
  CSLockOwn = 2,
} CSLock;

// Changes the lock that an open file, not its process, has on a byte; nobody waits. Returns 0, or the system's error number: EAGAIN
// or EACCES where somebody else has one that does not go with it.
int32_t cs_lock_byte(int32_t descriptor, int64_t byte, CSLock lock);

// From the first call on the program survives that a file which it has mapped to read, and shares, is cut short: what is behind the
// new end reads as zeros.
void cs_survive_cut_mappings(void);
// How often that happened: what was read meanwhile is worth nothing.
uint32_t cs_cut_mappings(void);
// Mends the mapping of a fault, a `siginfo_t` of SIGBUS, for whoever handles that signal instead. Returns 0 where it is another fault.
int32_t cs_survive_cut_mapping(const void *information);

#endif
