import GRDB

/// Articles in the order of their ids, read some at a time.
struct ArticleIDs {
  enum Source {
    case all
    /// Those that the index does not hold yet in their present form.
    case unindexed
  }

  private let source: Source
  private let db: Database
  private let order: CompiledQuery.Order
  private let bounds: ClosedRange<Int64>
  /// What was read ahead, the next one last.
  private var ahead: [Int64] = []
  private(set) var current: Int64?

  private static let pageSize: Int64 = 500

  init(_ source: Source, in bounds: ClosedRange<Int64>, _ order: CompiledQuery.Order, _ db: Database) throws {
    self.source = source
    self.db = db
    self.order = order
    self.bounds = bounds
    try read(bounds)
    try advance()
  }

  mutating func advance() throws {
    if ahead.isEmpty, let current {
      let isAtBound = order == .newestFirst ? current == bounds.lowerBound : current == bounds.upperBound
      if !isAtBound {
        try read(
          order == .newestFirst ? bounds.lowerBound...current - 1 : current + 1...bounds.upperBound)
      }
    }
    current = ahead.popLast()
  }

  private mutating func read(_ range: ClosedRange<Int64>) throws {
    let (table, column) =
      switch source {
      case .all: ("article", "id")
      case .unindexed: ("unindexed", "article_id")
      }
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(column) FROM \(table) WHERE \(column) >= ? AND \(column) <= ? ORDER BY \(column) \(order.rawValue) LIMIT ?
        """)
    ahead = try statement.numbers(range.lowerBound, range.upperBound, Self.pageSize).reversed()
  }
}
