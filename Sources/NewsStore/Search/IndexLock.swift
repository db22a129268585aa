internal import Foundation

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Held by the one program that indexes a store; the system drops it with the process.
final class IndexLock {
  private let descriptor: Int32

  /// Nil where another program, or another thread of this one, holds it.
  init?(path: String) {
    let path = path + "-index"
    #if canImport(Darwin)
      descriptor = Darwin.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #else
      descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #endif
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }
}
