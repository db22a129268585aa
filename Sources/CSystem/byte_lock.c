// Locks on bytes that belong to the open file: "open file description locks" of Linux (fcntl(2)). Those of POSIX belong to the process,
// which loses them with any descriptor of the file that it closes.
#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

int32_t cs_lock_byte(int32_t descriptor, int64_t byte, CSLock lock) {
#ifdef F_OFD_SETLK
  struct flock range = {.l_type = F_UNLCK, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1};
  if (lock == CSLockShare) range.l_type = F_RDLCK;
  if (lock == CSLockOwn) range.l_type = F_WRLCK;
  while (fcntl(descriptor, F_OFD_SETLK, &range) != 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
#else
  (void)descriptor, (void)byte, (void)lock;
  return ENOSYS;
#endif
}
