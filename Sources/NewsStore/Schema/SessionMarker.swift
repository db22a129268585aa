internal import Foundation
internal import GRDB
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Notices that a program which wrote to the store ended without closing it.
///
/// The store counts writing sessions begun and not ended (`StoreState.sessions`); every living writer holds a shared lock on a file
/// beside the store, which the system drops with the process. If nobody holds the lock while the count is not 0, a
/// writer died. A lock, not a process id: ids are reused and mean nothing in another container.
final class SessionMarker: Sendable {
  private struct Writing {
    var descriptor: Int32
    var hasBegun = false
  }

  private let writing: Mutex<Writing>
  private let lockPath: String

  init(path: String) {
    lockPath = path + "-session"
    writing = Mutex(Writing(descriptor: -1))
  }

  deinit { writing.withLock { if $0.descriptor >= 0 { _ = close($0.descriptor) } } }

  /// Whether the last writer left without closing the store and the store was not checked since.
  func wasUncleanlyClosed(_ db: Database) throws -> Bool {
    // A store of which this cannot be read is due for a look.
    let sessions = try? StoreState.sessions.value(db)
    guard sessions != 0 else { return false }
    return isAlone()
  }

  /// Counts this session as a writing one, in the transaction of its first write.
  func begin(_ db: Database) throws {
    let begins = writing.withLock { writing in
      guard !writing.hasBegun else { return false }
      if writing.descriptor < 0 { writing.descriptor = openLockFile() }
      if writing.descriptor >= 0 { _ = flock(writing.descriptor, LOCK_SH | LOCK_NB) }
      return true
    }
    if begins { try StoreState.sessions.set(StoreState.sessions.value(db) + 1, db) }
  }

  /// Remembers that the transaction that counted this session was written.
  func didCommit() { writing.withLock { $0.hasBegun = true } }

  var hasBegun: Bool { writing.withLock { $0.hasBegun } }

  /// Takes this session off the count.
  func end(_ db: Database) throws {
    guard hasBegun else { return }
    try StoreState.sessions.set(max(0, StoreState.sessions.value(db) - 1), db)
    writing.withLock { $0.hasBegun = false }
  }

  /// Makes the count right again once a check has found the store whole. Nothing is known while others write.
  func forgetUncleanEnd(_ db: Database) throws {
    guard isAlone() else { return }
    try StoreState.sessions.set(hasBegun ? 1 : 0, db)
  }

  /// Whether no other session holds the lock at this moment.
  private func isAlone() -> Bool {
    writing.withLock { writing in
      let isShared = writing.descriptor >= 0
      let descriptor = isShared ? writing.descriptor : openLockFile()
      // A file that cannot be opened or made says nothing: better one check too many than one too few.
      guard descriptor >= 0 else { return true }
      let isAlone = flock(descriptor, LOCK_EX | LOCK_NB) == 0
      if isShared { _ = flock(descriptor, LOCK_SH | LOCK_NB) } else { _ = close(descriptor) }
      return isAlone
    }
  }

  private func openLockFile() -> Int32 { Self.open(lockPath) }

  private static func open(_ path: String) -> Int32 {
    #if canImport(Darwin)
      Darwin.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #else
      Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    #endif
  }
}
