import Foundation
import GRDB

/// Copies a store as it is at one moment, page by page and damage included, while others read and write.
enum StoreCopy {
  static let pagesAtOnce: CInt = 256

  /// Writes the copy into an empty file: one that needs no other, and closed.
  ///
  /// - Parameter progress: told how much is copied, from 0 to 1.
  static func write(
    _ pool: DatabasePool, to path: String, cancellation: Cancellation? = nil, progress: @escaping (Double) -> Void
  ) throws {
    // A small store is copied in one step, after which it is too late to stop.
    if cancellation?.isCancelled == true { throw CancellationError() }
    let target = try DatabaseQueue(path: path)
    try pool.readUnmapped { source in
      // The first look makes the moment.
      _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_schema")
      try target.writeWithoutTransaction { target in
        // Without any journal a copy that fails half-way could not be rolled back.
        try target.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
        try source.backup(to: target, pagesPerStep: pagesAtOnce) { state in
          if cancellation?.isCancelled == true { throw CancellationError() }
          progress(1 - Double(state.remainingPageCount) / Double(max(1, state.totalPageCount)))
        }
        // A damaged copy is a copy all the same.
        try? endSessions(target)
      }
    }
    try target.close()
  }

  /// No program is at work on the copy.
  private static func endSessions(_ db: Database) throws {
    try db.execute(sql: "PRAGMA journal_mode = DELETE")
    try db.inTransaction {
      try db.execute(sql: "UPDATE state SET value = 0 WHERE name = 'sessions'")
      return .commit
    }
  }
}
