import GRDB
import GRDBSQLite
import Synchronization

/// Lets one thread stop a long read that runs on another.
///
/// A read that is given a cancelled token throws `StoreError.cancelled`; the token cannot be used again.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  package init() {}

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Stops the reads that hold this token within about a millisecond.
  package func cancel() { flag.store(true, ordering: .relaxed) }

  /// Runs `body`; statements that it runs on `db` end with SQLITE_INTERRUPT soon after `cancel()`.
  func watch<T>(_ db: Database, _ body: () throws -> T) throws -> T {
    if isCancelled { throw CancellationError() }
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_progress_handler(
      db.sqliteConnection, Self.instructionsBetweenLooks,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Cancellation>.fromOpaque(context).takeUnretainedValue().isCancelled ? 1 : 0
      }, context)
    defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
    return try withExtendedLifetime(self) { try body() }
  }

  /// Virtual-machine instructions of SQLite: some tens of microseconds.
  private static let instructionsBetweenLooks: Int32 = 4_000
}
