import GRDB

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
