import GRDB
import SearchIndex

/// The articles that may contain some texts, in the order of their ids, each once: those of all blocks, and all that are not
/// indexed yet.
///
/// Blocks lie side by side in time where news came in its order. A block is only opened when the walk has come to its
/// articles, so that the first page of a search reads few of them.
struct CandidateStream {
  private let db: Database
  private let order: CompiledQuery.Order
  private let bounds: ClosedRange<Int64>
  private let covers: [[Gram: NextCharacterClasses]]
  /// The blocks that were not opened yet, the next one last.
  private var closed: [SearchBlock]
  private var open: [BlockCandidates] = []
  private var unindexed: ArticleIDs
  private let damage: DamageLog

  init(
    _ query: CandidateQuery, bounds: ClosedRange<Int64>, _ order: CompiledQuery.Order, _ db: Database,
    _ damage: DamageLog
  ) throws {
    self.db = db
    self.damage = damage
    self.order = order
    self.bounds = bounds
    covers = query.covers
    let blocks = try SearchBlock.all(db)
    closed = order == .newestFirst ? blocks.reversed() : blocks.sorted { $0.oldest > $1.oldest }
    unindexed = try ArticleIDs(.unindexed, in: bounds, order, db)
  }

  mutating func next() throws -> Int64? {
    var best = unindexed.current
    for candidates in open { best = first(best, candidates.current) }
    while let block = closed.last, best.map({ mayPrecede(block, $0) }) ?? true {
      closed.removeLast()
      for cover in covers {
        let candidates = try BlockCandidates(block, cover, bounds: bounds, order, db, damage)
        guard candidates.current != nil else { continue }
        open.append(candidates)
        best = first(best, candidates.current)
      }
    }
    guard let best, bounds.contains(best) else { return nil }
    var isDone = false
    for index in open.indices where open[index].current == best {
      try open[index].advance()
      if open[index].current == nil { isDone = true }
    }
    if isDone { open.removeAll { $0.current == nil } }
    if unindexed.current == best { try unindexed.advance() }
    return best
  }

  private func first(_ a: Int64?, _ b: Int64?) -> Int64? {
    guard let a, let b else { return a ?? b }
    return order == .newestFirst ? max(a, b) : min(a, b)
  }

  /// Whether the block can hold an article that comes before this one.
  private func mayPrecede(_ block: SearchBlock, _ id: Int64) -> Bool {
    order == .newestFirst ? block.newest >= id : block.oldest <= id
  }
}

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
