import GRDB
import GRDBSQLite
import NewsModel

extension Cancellation {
  /// Runs `body`; statements that it runs on `db` end with SQLITE_INTERRUPT soon after `cancel()`.
  ///
  /// - Throws: `CancellationError` if it is cancelled already.
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
