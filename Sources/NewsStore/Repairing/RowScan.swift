import GRDB
import NewsModel

/// Reads all rows of a table that can be reached, whatever is damaged between them.
///
/// A walk that meets a damaged page is taken up from the other end; what lies between the two is halved and halved again, the widest
/// parts first, so that all pages that are whole are found with few looks.
struct RowScan {
  private let db: Database
  private let table: String
  private let columns: String
  private let isDeclared: Bool

  private static let lookLimit = 20_000

  /// - Parameter columns: those to read. A column that the file does not declare is NULL.
  init(_ db: Database, table: String, columns: [String] = []) throws {
    let declared = Set(
      try Row.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table]).map { try $0.text(0) })
    self.db = db
    isDeclared = !declared.isEmpty
    self.table = table.quotedDatabaseIdentifier
    self.columns = columns.map { declared.contains($0) ? ", " + $0.quotedDatabaseIdentifier : ", NULL" }.joined()
  }

  /// The rows that a walk comes to.
  struct Reach: Sendable {
    /// Ranges of rows' numbers, in order, in which a walk meets no damage.
    var ranges: [ClosedRange<Int64>] = []
    /// Whether they are all there is.
    var isWhole = true

    func contains(_ id: Int64) -> Bool { ranges.contains { $0.contains(id) } }
  }

  /// Hands over every row: its number, and then the columns. Returns whether nothing stood in the way.
  func forEach(_ body: (Row) throws -> Void) throws -> Bool { try reach(body).isWhole }

  /// Hands over every row, as `forEach` does, and returns where they were.
  func reach(_ body: (Row) throws -> Void = { _ in }) throws -> Reach {
    guard isDeclared else { return Reach(isWhole: false) }
    // Looks may be thousands, and to prepare a statement takes longer than one of them.
    let (forwards, backwards) = (try statement(.oldestFirst), try statement(.newestFirst))
    var reach = Reach()
    var ranges = [Int64.min...Int64.max]
    var next = 0
    while next < ranges.count, next < Self.lookLimit {
      let range = ranges[next]
      next += 1
      let upwards = try walk(range, forwards, .oldestFirst, body)
      guard !upwards.isDone else {
        reach.ranges.append(range)
        continue
      }
      reach.isWhole = false
      if let last = upwards.last { reach.ranges.append(range.lowerBound...last) }
      // Behind the last row, and before the first one, that could be read.
      let low = upwards.last.map { $0 &+ 1 } ?? range.lowerBound
      guard low <= range.upperBound else { continue }
      let downwards = try walk(low...range.upperBound, backwards, .newestFirst, body)
      guard !downwards.isDone else {
        reach.ranges.append(low...range.upperBound)
        continue
      }
      if let last = downwards.last { reach.ranges.append(last...range.upperBound) }
      let high = downwards.last.map { $0 &- 1 } ?? range.upperBound
      guard low < high else { continue }
      let middle = (low >> 1) + (high >> 1)
      ranges += [low...max(low, middle), max(low, middle) + 1...high]
    }
    reach.ranges.sort { $0.lowerBound < $1.lowerBound }
    return reach
  }

  private func statement(_ order: CompiledQuery.Order) throws -> Statement {
    try db.makeStatement(
      sql: "SELECT rowid\(columns) FROM \(table) WHERE rowid >= ? AND rowid <= ? ORDER BY rowid \(order.rawValue)")
  }

  /// Walks until the end, or until damage is met. `last` is the last row that was handed over.
  private func walk(
    _ range: ClosedRange<Int64>, _ statement: Statement, _ order: CompiledQuery.Order, _ body: (Row) throws -> Void
  ) throws -> (isDone: Bool, last: Int64?) {
    var last: Int64?
    let rows = try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
    while true {
      let row: Row?
      do {
        row = try rows.next()
      } catch let error as DatabaseError where error.isDamage {
        return (false, last)
      }
      guard let row else { return (true, last) }
      // A damaged tree may lead in circles.
      guard let id = row[0] as Int64?, range.contains(id),
        last.map({ order == .oldestFirst ? id > $0 : id < $0 }) ?? true
      else { return (false, last) }
      last = id
      try body(row)
    }
  }
}

/// What else of a damaged store tells how many articles it held, once all that can be read of them stands in another.
struct LostArticles {
  private let source: Database
  private let target: Database

  init(_ source: Database, _ target: Database) {
    self.source = source
    self.target = target
  }

  /// By how many the store counted more than there are now; nil where its counts cannot be read.
  func missing() throws -> Int? {
    do {
      let counted = try source.makeStatement(
        sql: "SELECT articles, unread, starred, stubs FROM term WHERE id = \(Schema.everything)"
      )
      .first([]) { try Totals($0, from: 0) }
      guard let counted else { return nil }
      let muted = Int(try StoreState.muted.value(source))
      let found = try Int.fetchOne(target, sql: "SELECT count(*) FROM article") ?? 0
      return max(0, counted.articles + muted - found)
    } catch  where error.isDamage {
      return nil
    }
  }

  /// The keys of articles that are recognised when they come again, and are not there now; nil where that cannot be read.
  func keys() throws -> [Int64]? {
    let isThere = try target.cachedStatement(sql: "SELECT 1 FROM article WHERE key = ?")
    var lost: Set<Int64> = []
    do {
      let keys = try Row.fetchCursor(source, sql: "SELECT key FROM identity")
      var isAny = false
      while let row = try keys.next() {
        let key = try row.number(0)
        isAny = true
        if !lost.contains(key), try isThere.numbers(key).isEmpty { lost.insert(key) }
      }
      return isAny ? lost.sorted() : nil
    } catch  where error.isDamage {
      return nil
    }
  }
}
