#include "carchive.h"
#include "library.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { block_size = 64 << 10 };

struct ca_archive {
  const struct ca_library *library;
  struct archive *archive;
  struct archive_entry *entry;
  // Where the bytes come from: a file, or the entry of another archive.
  int descriptor;
  struct ca_archive *outer;
  uint8_t *start;
  size_t start_size;
  bool start_taken;
  // What the outermost archive counts for all within it.
  ca_limits limits;
  int64_t packed, unpacked;
  CAStep failure;
  uint8_t block[block_size];
};

static ca_archive *outermost(ca_archive *archive) {
  while (archive->outer != NULL) archive = archive->outer;
  return archive;
}

// Counts bytes that came out; false where there are too many.
static bool count(ca_archive *archive, size_t size) {
  ca_archive *root = outermost(archive);
  root->unpacked += (int64_t)size;
  int64_t packed = root->packed > 0 ? root->packed : 1;
  if (root->unpacked > root->limits.bytes) {
    root->failure = CAStepTooLarge;
  } else if (root->unpacked > root->limits.dense_bytes && root->unpacked / packed > root->limits.ratio) {
    root->failure = CAStepTooDense;
  }
  return root->failure == CAStepDone;
}

static ssize_t read_file(ca_archive *archive, const void **bytes) {
  // Nothing stands behind what was given already.
  if (archive->descriptor < 0) return 0;
  ssize_t size;
  do {
    size = read(archive->descriptor, archive->block, block_size);
  } while (size < 0 && errno == EINTR);
  if (size < 0) outermost(archive)->failure = CAStepUnreadable;
  if (size > 0) archive->packed += size;
  *bytes = archive->block;
  return size < 0 ? LA_FATAL : size;
}

static ssize_t read_entry(ca_archive *archive, const void **bytes) {
  const uint8_t *block = NULL;
  size_t size = 0;
  CAStep step = ca_read(archive->outer, &block, &size);
  *bytes = block;
  return step == CAStepDone ? (ssize_t)size : step == CAStepEnd ? 0 : LA_FATAL;
}

static ssize_t read_bytes(struct archive *unused, void *context, const void **bytes) {
  (void)unused;
  ca_archive *archive = context;
  if (!archive->start_taken && archive->start_size > 0) {
    archive->start_taken = true;
    *bytes = archive->start;
    return (ssize_t)archive->start_size;
  }
  return archive->outer == NULL ? read_file(archive, bytes) : read_entry(archive, bytes);
}

static int64_t seek_file(struct archive *unused, void *context, int64_t offset, int whence) {
  (void)unused;
  ca_archive *archive = context;
  off_t place = lseek(archive->descriptor, (off_t)offset, whence);
  return place < 0 ? LA_FATAL : place;
}

bool ca_is_there(void) { return ca_library() != NULL; }

static ca_archive *make(const uint8_t *start, size_t start_size) {
  const struct ca_library *library = ca_library();
  if (library == NULL) return NULL;
  ca_archive *archive = calloc(1, sizeof *archive);
  if (archive == NULL) return NULL;
  archive->library = library;
  archive->start_size = start_size;
  if (start_size > 0) {
    archive->start = malloc(start_size);
    if (archive->start != NULL) memcpy(archive->start, start, start_size);
  }
  archive->archive = library->archive_read_new();
  if (archive->archive == NULL || (start_size > 0 && archive->start == NULL)) {
    ca_close(archive);
    return NULL;
  }
  return archive;
}

// The forms that are read. Each costs code that takes bytes from outside: no more than people have.
static void open_archive(ca_archive *archive, bool seeks) {
  const struct ca_library *library = archive->library;
  struct archive *handle = archive->archive;
  library->archive_read_support_filter_gzip(handle);
  library->archive_read_support_filter_bzip2(handle);
  library->archive_read_support_filter_xz(handle);
  library->archive_read_support_filter_zstd(handle);
  library->archive_read_support_format_tar(handle);
  library->archive_read_support_format_zip(handle);
  library->archive_read_support_format_raw(handle);
  library->archive_read_set_callback_data(handle, archive);
  library->archive_read_set_read_callback(handle, read_bytes);
  if (seeks) library->archive_read_set_seek_callback(handle, seek_file);
  if (library->archive_read_open1(handle) != LA_OK && archive->failure == CAStepDone) archive->failure = CAStepDamaged;
}

ca_archive *ca_open_file(int descriptor, const uint8_t *start, size_t start_size, bool seeks, ca_limits limits) {
  ca_archive *archive = make(start, start_size);
  if (archive == NULL) return NULL;
  archive->descriptor = descriptor;
  archive->packed = (int64_t)start_size;
  archive->limits = limits;
  open_archive(archive, seeks && start_size == 0);
  return archive;
}

ca_archive *ca_open_entry(ca_archive *outer, const uint8_t *start, size_t start_size) {
  ca_archive *archive = make(start, start_size);
  if (archive == NULL) return NULL;
  archive->outer = outer;
  open_archive(archive, false);
  return archive;
}

void ca_close(ca_archive *archive) {
  if (archive->archive != NULL) archive->library->archive_read_free(archive->archive);
  free(archive->start);
  free(archive);
}

// What stopped this archive, or the one around it.
static CAStep failure_of(ca_archive *archive) {
  CAStep failure = outermost(archive)->failure;
  return failure != CAStepDone ? failure : archive->failure != CAStepDone ? archive->failure : CAStepDamaged;
}

CAStep ca_next(ca_archive *archive) {
  if (archive->failure != CAStepDone) return failure_of(archive);
  archive->entry = NULL;
  int result = archive->library->archive_read_next_header(archive->archive, &archive->entry);
  if (result == LA_EOF) return CAStepEnd;
  // A warning is about names and attributes that nobody asks for.
  return result == LA_OK || result == LA_WARN ? CAStepDone : failure_of(archive);
}

const char *ca_name(const ca_archive *archive) {
  const char *name = archive->library->archive_entry_pathname_utf8(archive->entry);
  return name != NULL ? name : archive->library->archive_entry_pathname(archive->entry);
}

int64_t ca_time(const ca_archive *archive) { return archive->library->archive_entry_mtime(archive->entry); }

bool ca_is_file(const ca_archive *archive) {
  return archive->library->archive_entry_filetype(archive->entry) == LA_TYPE_FILE &&
         archive->library->archive_entry_hardlink(archive->entry) == NULL;
}

bool ca_is_encrypted(const ca_archive *archive) {
  return archive->library->archive_entry_is_data_encrypted(archive->entry) != 0;
}

bool ca_is_bare(const ca_archive *archive) {
  return (archive->library->archive_format(archive->archive) & LA_FORMAT_MASK) == LA_FORMAT_RAW;
}

CAStep ca_read(ca_archive *archive, const uint8_t **bytes, size_t *size) {
  const void *block = NULL;
  int64_t offset = 0;
  *bytes = NULL;
  *size = 0;
  int result = archive->library->archive_read_data_block(archive->archive, &block, size, &offset);
  if (result == LA_EOF) return CAStepEnd;
  if (result != LA_OK && result != LA_WARN) return failure_of(archive);
  *bytes = block;
  return count(archive, *size) ? CAStepDone : failure_of(archive);
}

int64_t ca_packed_bytes(const ca_archive *archive) {
  while (archive->outer != NULL) archive = archive->outer;
  return archive->packed;
}
