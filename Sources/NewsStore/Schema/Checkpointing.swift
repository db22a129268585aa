import Dispatch
import GRDB
import GRDBSQLite
import Log
import Synchronization

/// Moves what was written from SQLite's log into the file, beside the writing.
///
/// By itself SQLite does so within the commit that finds the log long, and the writer waits until the disk has all of it. Here
/// a connection of its own moves nearly everything; only the writer can begin the log anew, so it moves the little that came meanwhile.
final class Checkpointing: Sendable {
  private struct State {
    /// Pages of the log that were moved, or are being moved.
    var moved = 0
    var isMoving = false
    var connection: DatabaseQueue?
  }

  /// Numbers of pages in the log.
  struct Limits {
    /// As many are worth a move.
    var step = 500
    /// From here on the log is to begin anew, as soon as little is left to move.
    var full = 2_000
    /// From here on the writer waits until it can.
    var overfull = 8_000
  }

  private let path: String
  private let limits: Limits
  private let thread = DispatchQueue(label: "newstape log")
  private let state = Mutex(State())

  init(path: String, limits: Limits = Limits()) {
    self.path = path
    self.limits = limits
  }

  /// Follows the commits of the writing connection, in place of SQLite's own rule. This object must outlive the connection.
  func follow(_ db: Database) {
    let observer = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_wal_hook(
      db.sqliteConnection,
      { observer, connection, name, pages in
        guard let observer else { return SQLITE_OK }
        let checkpointing = Unmanaged<Checkpointing>.fromOpaque(observer).takeUnretainedValue()
        let turn = checkpointing.turn(afterCommitOf: Int(pages))
        if turn == .writersOnceOthersAreDone { checkpointing.thread.sync {} }
        // A log that cannot be moved now, as others read from it, is moved later.
        if turn != .others { sqlite3_wal_checkpoint_v2(connection, name, SQLITE_CHECKPOINT_PASSIVE, nil, nil) }
        return SQLITE_OK
      }, observer)
  }

  /// Who has to move pages now.
  private enum Turn { case others, writers, writersOnceOthersAreDone }

  /// Decides after a commit that left so many pages in the log: begins to move them where that is worth it.
  private func turn(afterCommitOf pages: Int) -> Turn {
    state.withLock { state in
      if pages < state.moved { state.moved = 0 }
      if pages >= limits.overfull { return .writersOnceOthersAreDone }
      if state.isMoving { return .others }
      if pages >= limits.full, pages - state.moved < limits.step { return .writers }
      if pages - state.moved >= limits.step {
        state.moved = pages
        state.isMoving = true
        thread.async { self.move() }
      }
      return .others
    }
  }

  private func move() {
    // Without the connection, and while others hold the log, the writer does it.
    let connection = state.withLock { $0.connection } ?? Log.attempt("open the store to move its log") { try open() }
    Log.attempt("move the log of the store", .debug) {
      _ = try connection?.writeWithoutTransaction { try $0.checkpoint(.passive) }
    }
    state.withLock {
      $0.connection = connection
      $0.isMoving = false
    }
  }

  private func open() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "newstape log"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64; PRAGMA wal_autocheckpoint = 0")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Ends the work on the file. What comes after it is the writer's.
  func close() {
    thread.sync {
      let connection = state.withLock { state in
        defer { state.connection = nil }
        return state.connection
      }
      Log.attempt("close the connection that moved the log", .info) { try connection?.close() }
    }
  }
}
