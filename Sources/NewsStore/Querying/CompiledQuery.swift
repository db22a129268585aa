import GRDB

/// A query as SQL: which rows are walked, newest first by an index, and what must hold for each.
struct CompiledQuery {
  /// The rows that are walked: the whole table, or an index that holds fewer of them.
  var rows: String
  /// The column that numbers the walked rows; they come in its order.
  var id: String
  var conditions: [String] = []
  /// Values for the question marks of `conditions`, in order.
  var arguments: [any DatabaseValueConvertible] = []

  mutating func require(_ condition: String, _ values: any DatabaseValueConvertible...) {
    conditions.append(condition)
    arguments += values
  }

  enum Order: String {
    case newestFirst = "DESC"
    case oldestFirst = "ASC"
  }

  /// The statement that reads `columns` of the rows; with a limit, its value is the last argument.
  func select(_ columns: String, order: Order? = nil, isLimited: Bool = false) -> String {
    "SELECT \(columns) FROM \(rows)" + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      + (order.map { " ORDER BY \(id) \($0.rawValue)" } ?? "") + (isLimited ? " LIMIT ?" : "")
  }

  func count(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: select("count(*)")), arguments: StatementArguments(arguments)) ?? 0
  }

  /// Counts row by row, and tells how many there are so far, some thousands of times a second.
  func count(_ db: Database, progress: (Int) -> Void) throws -> Int {
    let statement = try db.cachedStatement(sql: select("1"))
    var count = 0
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    while try rows.next() != nil {
      count += 1
      if count.isMultiple(of: 256) { progress(count) }
    }
    return count
  }

  func cursor(_ db: Database, _ columns: String, order: Order? = nil, limit: Int? = nil) throws -> RowCursor {
    let statement = try db.cachedStatement(sql: select(columns, order: order, isLimited: limit != nil))
    return try Row.fetchCursor(
      statement, arguments: StatementArguments(limit.map { arguments + [$0] } ?? arguments))
  }
}
