internal import GRDB
internal import GRDBSQLite

extension Statement {
  /// What `decode` makes of the first row; nil where there is none.
  ///
  /// A row is only valid while its cursor lives, which a chain of calls on a cursor does not see to.
  func first<T>(_ arguments: StatementArguments, _ decode: (Row) throws -> T) throws -> T? {
    let rows = try Row.fetchCursor(self, arguments: arguments)
    return try withExtendedLifetime(rows) { try rows.next().map(decode) }
  }

  /// Runs a statement that gives no rows, with whole numbers for its question marks.
  ///
  /// Binding them as they are takes a third of the time of `execute(arguments:)`, and saving does it thirty times an article.
  func run(_ numbers: ArraySlice<Int64>) throws {
    for (index, number) in numbers.enumerated() { sqlite3_bind_int64(sqliteStatement, Int32(index + 1), number) }
    defer { sqlite3_reset(sqliteStatement) }
    let code = sqlite3_step(sqliteStatement)
    guard code == SQLITE_DONE else {
      let message = sqlite3_db_handle(sqliteStatement).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }
}
