import Glibc

/// The files that former versions of the program locked, beside the store.
enum FormerLockFiles {
  /// Removes those that nobody holds.
  static func remove(beside file: StoreFile) {
    for ending in ["-session", "-index", "-refresh"] {
      let path = file.path + ending
      let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      var status = stat()
      let isOurs = fstat(descriptor, &status) == 0 && status.st_size == 0 && status.st_mode & S_IFMT == S_IFREG
      if isOurs, flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }
}
