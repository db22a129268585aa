import Foundation
import GRDB
import GRDBSQLite

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
    bind(numbers)
    defer { sqlite3_reset(sqliteStatement) }
    let code = sqlite3_step(sqliteStatement)
    guard code == SQLITE_DONE else {
      let message = sqlite3_db_handle(sqliteStatement).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }
}

extension Statement {
  /// The number and the bytes in the first row; nil where there is none.
  ///
  /// The statement is free again when this returns, so that searches which take turns can share it.
  func page(_ numbers: Int64...) throws -> (row: Int64, bytes: [UInt8])? {
    bind(numbers)
    defer { sqlite3_reset(sqliteStatement) }
    switch sqlite3_step(sqliteStatement) {
    case SQLITE_ROW:
      let count = Int(sqlite3_column_bytes(sqliteStatement, 1))
      let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(sqliteStatement, 1), count: count)
      return (sqlite3_column_int64(sqliteStatement, 0), [UInt8](bytes))
    case SQLITE_DONE: return nil
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// Hands over the first two columns of each row until `body` returns false; the statement is free again when this returns.
  func forEachPair(_ numbers: ArraySlice<Int64>, _ body: (Int64, Int64) -> Bool) throws {
    bind(numbers)
    try forEachRow { body(sqlite3_column_int64(sqliteStatement, 0), sqlite3_column_int64(sqliteStatement, 1)) }
  }

  /// The first column of all rows; the statement is free again when this returns.
  func numbers(_ arguments: Int64...) throws -> [Int64] {
    bind(arguments)
    var result: [Int64] = []
    try forEachRow {
      result.append(sqlite3_column_int64(sqliteStatement, 0))
      return true
    }
    return result
  }

  /// Steps through the rows of what is bound until `body` returns false; the statement is free again when this returns.
  private func forEachRow(_ body: () -> Bool) throws {
    defer { sqlite3_reset(sqliteStatement) }
    while true {
      switch sqlite3_step(sqliteStatement) {
      case SQLITE_ROW: guard body() else { return }
      case SQLITE_DONE: return
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
    }
  }

  /// Puts whole numbers in place of the first question marks.
  private func bind(_ numbers: some Sequence<Int64>) {
    for (index, number) in numbers.enumerated() { sqlite3_bind_int64(sqliteStatement, Int32(index + 1), number) }
  }
}

extension Statement {
  /// Runs an insertion of a number and bytes.
  func insert(_ number: Int64, _ bytes: [UInt8]) throws {
    sqlite3_bind_int64(sqliteStatement, 1, number)
    let code = bytes.withUnsafeBytes { bytes in
      // The bytes stay where they are until the statement has run.
      sqlite3_bind_blob(sqliteStatement, 2, bytes.baseAddress, Int32(bytes.count), nil)
      return sqlite3_step(sqliteStatement)
    }
    sqlite3_reset(sqliteStatement)
    sqlite3_clear_bindings(sqliteStatement)
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}

extension Statement {
  /// Runs a statement that gives no rows, with what `bind` puts in place of its question marks, in order.
  ///
  /// As `run(_:)` does for whole numbers, it goes past what `execute(arguments:)` spends on boxes around values.
  func run(_ bind: (inout StatementBinder) -> Void) throws {
    var binder = StatementBinder(sqliteStatement)
    bind(&binder)
    let code = sqlite3_step(sqliteStatement)
    sqlite3_reset(sqliteStatement)
    // Texts that are bound would be kept until the next time.
    sqlite3_clear_bindings(sqliteStatement)
    guard code == SQLITE_DONE else {
      let message = sqlite3_db_handle(sqliteStatement).flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }
}

/// Puts values in place of a statement's question marks, one after the other.
struct StatementBinder {
  private let statement: SQLiteStatement
  private var index: Int32 = 0

  /// Tells SQLite to keep a copy (`SQLITE_TRANSIENT`, which Swift cannot import).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ statement: SQLiteStatement) { self.statement = statement }

  mutating func bind(_ number: Int64) {
    index += 1
    sqlite3_bind_int64(statement, index, number)
  }

  mutating func bind(_ number: Int64?) {
    guard let number else { return bindNull() }
    bind(number)
  }

  mutating func bind(_ data: Data?) {
    guard let data else { return bindNull() }
    bind(data)
  }

  private mutating func bindNull() {
    index += 1
    sqlite3_bind_null(statement, index)
  }

  mutating func bind(_ flag: Bool) { bind(flag ? 1 : 0 as Int64) }

  mutating func bind(_ text: String?) {
    index += 1
    guard var text else { return _ = sqlite3_bind_null(statement, index) }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty text may have no address, which SQLite would take for NULL.
        _ =
          characters.isEmpty
          ? sqlite3_bind_text(statement, index, "", 0, Self.copied)
          : sqlite3_bind_text(statement, index, characters.baseAddress, Int32(characters.count), Self.copied)
      }
    }
  }

  mutating func bind(_ data: Data) {
    index += 1
    data.withUnsafeBytes { bytes in
      _ =
        bytes.isEmpty
        ? sqlite3_bind_zeroblob(statement, index, 0)
        : sqlite3_bind_blob(statement, index, bytes.baseAddress, Int32(bytes.count), Self.copied)
    }
  }
}

/// Inserts many rows of whole numbers with few statements: on rows this small a statement of their own costs more than they do.
struct BulkInsert {
  /// Statements by the number of their rows, the largest first. Their text is made once, not for every batch.
  private let statements: [(rows: Int, sql: String)]
  private let columns: Int

  private static let sizes = [64, 8, 1]

  init(into table: String, columns: [String], onConflict tail: String) {
    let row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    statements = Self.sizes.map { size in
      let rows = repeatElement(row, count: size).joined(separator: ", ")
      return (size, "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(rows) ON CONFLICT DO \(tail)")
    }
    self.columns = columns.count
  }

  /// `values` are those of the first row, then those of the second, and so on.
  func insert(_ values: [Int64], _ db: Database) throws {
    var rest = values[...]
    for (rows, sql) in statements {
      let width = rows * columns
      guard rest.count >= width else { continue }
      let statement = try db.cachedStatement(sql: sql)
      while rest.count >= width {
        try statement.run(rest.prefix(width))
        rest = rest.dropFirst(width)
      }
    }
  }
}
