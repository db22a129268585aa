import GRDB

/// A table as the program declares it: what its rows may hold.
struct TableShape: Hashable {
  struct Column: Hashable {
    var name: String
    /// `INTEGER`, `TEXT` or `BLOB`: tables are strict.
    var type: String
    var isRequired: Bool
    /// The row's number, which is never NULL whatever the declaration says.
    var isRowID: Bool
    /// What a row holds that was written before the column was added; nil where that is NULL.
    var initial: DatabaseValue?

    /// Whether it holds 0 or 1 alone.
    var isFlag: Bool { name.hasPrefix("is_") || name == "fetches_articles" }

    /// Whether the column may hold the value.
    func accepts(_ value: DatabaseValue) -> Bool {
      switch value.storage {
      case .null: !isRequired
      case .int64(let number): type == "INTEGER" && (isFlag ? 0...1 : TableShape.numbers).contains(number)
      case .string: type == "TEXT"
      case .blob: type == "BLOB"
      case .double: false
      }
    }
  }

  /// No number is beyond them but in tables of digests: times are in seconds, ids in 32nds of minutes.
  static let numbers: ClosedRange<Int64> = -1_000_000_000_000...1_000_000_000_000
  private static let tablesOfDigests: Set<String> = ["identity", "search_page", "state"]

  var name: String
  var columns: [Column]
  var isStrict: Bool
  var hasRowID: Bool
  /// Names of the indexes, those of UNIQUE constraints included.
  var indexes: Set<String>

  /// SQL that tells rows with a value that no program writes.
  var condition: String {
    columns.map { column in
      let name = column.name.quotedDatabaseIdentifier
      let kinds = "'\(column.type.lowercased())'" + (column.isRequired ? "" : ", 'null'")
      let isOfWrongKind = "typeof(\(name)) NOT IN (\(kinds))"
      guard column.type == "INTEGER", !Self.tablesOfDigests.contains(self.name) else { return isOfWrongKind }
      let range = column.isFlag ? 0...1 : Self.numbers
      return "\(isOfWrongKind) OR \(name) NOT BETWEEN \(range.lowerBound) AND \(range.upperBound)"
    }
    .joined(separator: " OR ")
  }

  /// All tables of a store of today, from one that is made in memory.
  static func all() throws -> [TableShape] {
    let empty = try DatabaseQueue()
    try Schema.migrator.migrate(empty)
    return try empty.read { try all($0) }
  }

  /// The tables that a file declares.
  static func all(_ db: Database) throws -> [TableShape] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT name, wr, strict FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
        """
    )
    .map { row in
      let name = try row.text(0)
      let indexes = try String.fetchSet(db, sql: "SELECT name FROM pragma_index_list(?)", arguments: [name])
      return TableShape(
        name: name, columns: try columns(of: name, db), isStrict: try row.flag(2), hasRowID: try !row.flag(1),
        indexes: indexes)
    }
  }

  /// A value as a declaration writes it: a whole number or the empty text, as no other stands in any.
  private static func value(_ text: String) -> DatabaseValue? {
    text == "''" ? "".databaseValue : Int64(text)?.databaseValue
  }

  private static func columns(of table: String, _ db: Database) throws -> [Column] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT name, type, \"notnull\", pk, dflt_value FROM pragma_table_info(?)", arguments: [table])
    let keys = try rows.filter { try $0.number(3) > 0 }.count
    return try rows.map { row in
      let isRowID = try row.number(3) == 1 && keys == 1 && row.text(1) == "INTEGER"
      return Column(
        name: try row.text(0), type: try row.text(1), isRequired: try row.flag(2) || isRowID, isRowID: isRowID,
        initial: try row.textIfPresent(4).flatMap(Self.value))
    }
  }
}
