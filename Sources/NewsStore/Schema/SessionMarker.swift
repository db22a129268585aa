import GRDB
import Log
import Synchronization

/// Notices that a program which wrote to the store ended without closing it.
///
/// The store counts writing sessions begun and not ended (`StoreState.sessions`); every living writer holds a share of
/// `StoreLock.writing`, which the system drops with the process. If nobody holds the lock while the count is not 0, a writer died. A
/// lock, not a process id: ids are reused and mean nothing in another container.
final class SessionMarker: Sendable {
  private struct Writing {
    var share: HeldLock?
    var hasBegun = false
  }

  private let writing = Mutex(Writing())
  /// Nil where the file cannot be written, and so nothing be noticed.
  private let locks: FileLocks?

  init(_ locks: FileLocks?) { self.locks = locks }

  /// Whether the last writer left without closing the store and the store was not checked since.
  func wasUncleanlyClosed(_ db: Database) throws -> Bool {
    // A store whose count cannot be read is due for a check.
    let sessions = Log.attempt("read the sessions of the store") { try StoreState.sessions.value(db) }
    guard locks != nil, sessions != 0 else { return false }
    return isAlone()
  }

  /// Counts this session as a writing one, in the transaction of its first write.
  func begin(_ db: Database) throws {
    let begins = writing.withLock { writing in
      guard !writing.hasBegun else { return false }
      // Somebody may be looking at this moment whether anybody writes.
      if writing.share == nil { writing.share = locks?.acquire(.writing, shared: true, within: 1) }
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

  /// Lets others see that this program no longer writes.
  func leave() { writing.withLock { $0.share = nil } }

  /// Makes the count right again once a check has found the store whole. Nothing is known while others write.
  func forgetUncleanEnd(_ db: Database) throws {
    guard isAlone() else { return }
    try StoreState.sessions.set(hasBegun ? 1 : 0, db)
  }

  /// Whether no other session writes at this moment.
  private func isAlone() -> Bool {
    writing.withLock { writing in
      guard let share = writing.share else { return locks?.acquire(.writing) != nil }
      guard share.change(shared: false) else { return false }
      _ = share.change(shared: true)
      return true
    }
  }
}
