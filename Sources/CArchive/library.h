// libarchive's functions as they are since version 3.0 of 2011, declared here so that nothing but the library itself is needed, and
// that not before an archive is opened.

#ifndef NEWSTAPE_CARCHIVE_LIBRARY_H
#define NEWSTAPE_CARCHIVE_LIBRARY_H

#include <stdint.h>
#include <sys/types.h>
#include <time.h>

struct archive;
struct archive_entry;

typedef ssize_t ca_read_callback(struct archive *, void *, const void **);
typedef int64_t ca_seek_callback(struct archive *, void *, int64_t, int);

enum { LA_EOF = 1, LA_OK = 0, LA_WARN = -20, LA_FATAL = -30 };
enum { LA_FORMAT_RAW = 0x90000, LA_FORMAT_MASK = 0xff0000, LA_TYPE_FILE = 0100000 };

// Name, result, parameters.
#define CA_FUNCTIONS(X)                                                                                              \
  X(archive_read_new, struct archive *, (void))                                                                      \
  X(archive_read_free, int, (struct archive *))                                                                      \
  X(archive_read_support_filter_gzip, int, (struct archive *))                                                       \
  X(archive_read_support_filter_bzip2, int, (struct archive *))                                                      \
  X(archive_read_support_filter_xz, int, (struct archive *))                                                         \
  X(archive_read_support_filter_zstd, int, (struct archive *))                                                       \
  X(archive_read_support_format_tar, int, (struct archive *))                                                        \
  X(archive_read_support_format_zip, int, (struct archive *))                                                        \
  X(archive_read_support_format_raw, int, (struct archive *))                                                        \
  X(archive_read_set_read_callback, int, (struct archive *, ca_read_callback *))                                     \
  X(archive_read_set_seek_callback, int, (struct archive *, ca_seek_callback *))                                     \
  X(archive_read_set_callback_data, int, (struct archive *, void *))                                                 \
  X(archive_read_open1, int, (struct archive *))                                                                     \
  X(archive_read_next_header, int, (struct archive *, struct archive_entry **))                                      \
  X(archive_read_data_block, int, (struct archive *, const void **, size_t *, int64_t *))                            \
  X(archive_format, int, (struct archive *))                                                                         \
  X(archive_entry_pathname, const char *, (struct archive_entry *))                                                  \
  X(archive_entry_pathname_utf8, const char *, (struct archive_entry *))                                             \
  X(archive_entry_mtime, time_t, (struct archive_entry *))                                                           \
  X(archive_entry_filetype, mode_t, (struct archive_entry *))                                                        \
  X(archive_entry_hardlink, const char *, (struct archive_entry *))                                                  \
  X(archive_entry_is_data_encrypted, int, (struct archive_entry *))

#define CA_POINTER(name, result, parameters) result(*name) parameters;
struct ca_library {
  CA_FUNCTIONS(CA_POINTER)
};
#undef CA_POINTER

// NULL where the library is not there, or too old.
const struct ca_library *ca_library(void);

#endif
