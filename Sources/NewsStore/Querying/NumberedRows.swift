import GRDB
import NewsModel

/// Articles by a number in their rows, through an index that holds the articles of each number in the order of ids.
///
/// For a list the numbers are walked beside each other, so that nothing is sorted; for a count their ranges are summed.
struct NumberedRows {
  let db: Database
  let index: Index
  /// In ascending order.
  let numbers: [Int64]

  enum Index {
    case traits, host, feed

    fileprivate var column: String {
      switch self {
      case .traits: "traits"
      case .host: "host_id"
      case .feed: "feed_id"
      }
    }

    fileprivate var rows: String {
      switch self {
      case .traits: "article a INDEXED BY article_traits"
      case .host: "article a INDEXED BY article_host"
      case .feed: "article a INDEXED BY article_feed"
      }
    }
  }

  /// Numbers that are walked beside each other, at most.
  private static let mostWalks = 96

  private var condition: String { "a.\(index.column) IN (\(numbers.asList))" }

  /// The path for rows in any order; nil for half of all articles and more, which are read faster in a row.
  func path(total: Int) throws -> QueryCompiler.AccessPath? {
    let half = max(1, total / 2)
    let count = try count(limit: half)
    guard count < half else { return nil }
    return QueryCompiler.AccessPath(rows: index.rows, id: "a.id", conditions: [condition], cost: count)
  }

  /// A path for each number, each in the order of ids; nil where there are too many.
  var paths: [QueryCompiler.AccessPath]? {
    guard numbers.count <= Self.mostWalks else { return nil }
    return numbers.map { number in
      QueryCompiler.AccessPath(
        rows: index.rows, id: "a.id", conditions: ["a.\(index.column) = ?"], arguments: [number], cost: 0)
    }
  }

  /// How many articles have the numbers, muted ones left out. Goes through ranges of the index, some 30 ms for a million.
  func count() throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        SELECT (SELECT count(*) FROM \(index.rows) WHERE \(condition))
          - (SELECT count(*) FROM article a INDEXED BY article_muted WHERE a.is_muted = 1 AND \(condition))
        """)
    return try statement.first([]) { try $0.count(0) } ?? 0
  }

  /// About how many articles have the numbers.
  func cost(total: Int) throws -> Int {
    let count = try count(limit: BoundedCount.limit)
    return count < BoundedCount.limit ? count : max(count, total / 4)
  }

  private func count(limit: Int) throws -> Int {
    try BoundedCount(db).count(index.rows, where: condition, limit: limit)
  }
}

extension [Int64] {
  /// Numbers of rows as SQL lists them; -1, which none has, where there are none. SQLite sees that nothing is in an empty list, looks at
  /// no index then, and finds no way to use the one that it is told to use.
  var asList: String { isEmpty ? "-1" : map(String.init).joined(separator: ", ") }
}
