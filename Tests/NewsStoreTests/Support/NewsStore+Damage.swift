import GRDB

@testable import NewsStore

extension NewsStore {
  /// Runs statements on tables that keep no wrong values out, so that a test can write what a damaged file may hold.
  func damage(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try pool.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          PRAGMA ignore_check_constraints = ON;
          PRAGMA writable_schema = ON;
          UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'), ' NOT NULL', '') WHERE type = 'table';
          PRAGMA writable_schema = RESET;
          """)
      try db.execute(sql: sql, arguments: arguments)
    }
  }
}
