// libarchive behind a header of plain C types. The library is loaded when the first archive is opened: the program starts without it,
// and runs on machines that have none.

#ifndef NEWSTAPE_CARCHIVE_H
#define NEWSTAPE_CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ca_archive ca_archive;

// How a step ended.
typedef enum __attribute__((enum_extensibility(closed))) CAStep : int32_t {
  CAStepDone = 0,
  CAStepEnd = 1,        // there is no more
  CAStepDamaged = 2,    // or in a form that is not known
  CAStepTooLarge = 3,   // more came out than is allowed
  CAStepTooDense = 4,   // more came out of each byte than any text gives
  CAStepUnreadable = 5, // the file cannot be read on
} CAStep;

// What may come out of an archive, and all within it.
typedef struct ca_limits {
  int64_t bytes;
  // So many bytes of one; counts once `dense_bytes` came out.
  int64_t ratio;
  int64_t dense_bytes;
} ca_limits;

// Whether the library is there.
bool ca_is_there(void);

// Opens the archive in a file, of which some bytes may have been read already: they are copied. They are all where the descriptor is
// negative. NULL where memory is short or the
// library is not there. Looks at other places of the file only where `seeks` is true, and nothing was read.
ca_archive *ca_open_file(int descriptor, const uint8_t *start, size_t start_size, bool seeks, ca_limits limits);
// Opens the archive that is the entry at which `outer` is, which must outlive it and not be moved on meanwhile.
ca_archive *ca_open_entry(ca_archive *outer, const uint8_t *start, size_t start_size);
void ca_close(ca_archive *archive);

// Moves to the next entry.
CAStep ca_next(ca_archive *archive);
// The name of the entry, whose bytes need not be UTF-8; NULL where it has none. Valid until the next step.
const char *ca_name(const ca_archive *archive);
// Seconds since 1970; 0 where the archive does not say.
int64_t ca_time(const ca_archive *archive);
bool ca_is_file(const ca_archive *archive);
bool ca_is_encrypted(const ca_archive *archive);
// Whether there are no entries: the file is one compressed text.
bool ca_is_bare(const ca_archive *archive);

// The next bytes of the entry, valid until the next step.
CAStep ca_read(ca_archive *archive, const uint8_t **bytes, size_t *size);
// How many bytes of the file were read.
int64_t ca_packed_bytes(const ca_archive *archive);

#endif
