internal import GRDB

/// Inserts many rows of whole numbers with few statements: on rows this small a statement of their own costs more than they do.
struct BulkInsert {
  private let head: String
  private let row: String
  private let tail: String
  private let columns: Int

  /// Statements for so many rows are made, the largest first.
  private static let sizes = [64, 8, 1]

  init(into table: String, columns: [String], onConflict tail: String) {
    head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    row = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
    self.tail = " ON CONFLICT DO " + tail
    self.columns = columns.count
  }

  /// `values` are those of the first row, then those of the second, and so on.
  func insert(_ values: [Int64], _ db: Database) throws {
    var rest = values[...]
    for size in Self.sizes {
      let width = size * columns
      guard rest.count >= width else { continue }
      let statement = try db.cachedStatement(
        sql: head + repeatElement(row, count: size).joined(separator: ", ") + tail)
      while rest.count >= width {
        try statement.run(rest.prefix(width))
        rest = rest.dropFirst(width)
      }
    }
  }
}
