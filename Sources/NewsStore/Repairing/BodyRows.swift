import GRDB

/// The row of a text: its number, then `RescuedArticle.bodyColumns`.
struct BodyRow {
  var row: Row
  /// Whether pages are lost on which it went on.
  var isCut = false
}

/// Reads bodies by their keys, as far as they can be read: by way of SQLite, else from the leaves.
struct BodyRows {
  private let statement: Statement?
  private let leaves: LeafRows?
  private let target: Database

  /// - Parameter target: any connection that is whole.
  init(_ db: Database, _ leaves: LeafRows?, _ target: Database) throws {
    self.leaves = leaves
    self.target = target
    let declared = Set(
      try Row.fetchAll(db, sql: "SELECT name FROM pragma_table_info('body')").map { try $0.text(0) })
    let columns = RescuedArticle.bodyColumns.map { declared.contains($0) ? $0.quotedDatabaseIdentifier : "NULL" }
    statement =
      declared.isEmpty
      ? nil : try db.makeStatement(sql: "SELECT rowid, \(columns.joined(separator: ", ")) FROM body WHERE rowid = ?")
  }

  func row(_ key: Int64) throws -> BodyRow? {
    do {
      if let row = try statement.flatMap({ try Row.fetchOne($0, arguments: [key]) }) { return BodyRow(row: row) }
    } catch let error as DatabaseError where error.isDamage {
      // The tree above it, or a page on which it goes on, is damaged.
    }
    return try leaves?.row("body", key, columns: RescuedArticle.bodyColumns, target)
      .map { BodyRow(row: $0.row, isCut: $0.isCut) }
  }
}
