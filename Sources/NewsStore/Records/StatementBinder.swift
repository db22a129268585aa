import Foundation
import GRDB
import GRDBSQLite

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
