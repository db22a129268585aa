// Sends each frame to the terminal in one piece.
//
// ncurses writes out what it has at every move of the cursor: a page of headlines is some eighty writes. Each wakes the terminal,
// which may draw half a frame, and costs more than all of what is in it. So ncurses writes into a file in memory while it makes a
// frame, and what is there then goes out at once.
#include "internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/// The file in memory, the descriptor that ncurses writes to, and where that leads between two frames; −1 where there is none.
static int memory = -1, stream = -1, terminal = -1;
/// Whether the terminal knows how to end each attribute and each colour by itself, as all descendants of xterm do.
static bool saves_bytes;

static int open_memory(void) {
  return memfd_create("frame", MFD_CLOEXEC);
}

/// `dup2` that does not let programs inherit the descriptor.
static bool lead(int descriptor, int target) {
  return dup3(target, descriptor, O_CLOEXEC) >= 0;
}

void nc_frame_open(int descriptor, bool is_xterm) {
  saves_bytes = is_xterm;
  memory = open_memory();
  terminal = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  stream = descriptor;
  // Without them ncurses writes to the terminal itself, as it would anyway.
  if (memory < 0 || terminal < 0) nc_frame_close();
}

void nc_frame_close(void) {
  if (memory >= 0) close(memory);
  if (terminal >= 0) close(terminal);
  memory = terminal = stream = -1;
}

void nc_frame_begin(void) {
  if (memory >= 0) lead(stream, memory);
}

void nc_frame_write(const char *bytes, size_t count) {
  if (memory < 0 || write(memory, bytes, count) != (ssize_t)count) nc_write(bytes, count);
}

void nc_frame_end(void) {
  if (memory < 0) return;
  lead(stream, terminal);
  size_t size = (size_t)lseek(memory, 0, SEEK_CUR);
  static char *frame;
  static size_t capacity;
  if (size >= capacity) {
    free(frame);
    capacity = 2 * size + 1;
    frame = malloc(capacity);
    if (!frame) abort();
  }
  ssize_t count = pread(memory, frame, size, 0);
  lseek(memory, 0, SEEK_SET);
  if (count <= 0) return;
  frame[count] = 0;
  size_t terse_count;
  const char *terse = saves_bytes ? nc_terse(frame, (size_t)count, &terse_count) : NULL;
  if (terse) {
    nc_write(terse, terse_count);
  } else {
    nc_write(frame, (size_t)count);
  }
}
