import GRDB
import NewsModel

/// How often one term occurs in a range.
struct TermTally {
  private(set) var count = 0
  private(set) var previousCount = 0
  private(set) var unread = 0
  private(set) var series = [Int](repeating: 0, count: BucketGrid.slices)

  mutating func add(_ totals: Totals, at moment: Timestamp, _ grid: BucketGrid) {
    if grid.range.contains(moment) {
      count += totals.articles
      unread += totals.unread
      series[grid.slice(of: moment)] += totals.articles
    } else if grid.previous.contains(moment) {
      previousCount += totals.articles
    }
  }

  func named(_ name: String, _ kind: TermKind? = nil) -> TermCount {
    TermCount(
      name: name, title: kind.flatMap { $0.title(of: name) }, count: count, previousCount: previousCount,
      unread: unread,
      series: series)
  }
}

/// The terms of a list of articles, counted one article at a time.
struct TermTallies {
  private let grid: BucketGrid
  private let kinds: [TermKind]
  private var tallies: [TermKind: [Int64: TermTally]] = [:]

  /// - Parameter kinds: which terms are counted.
  init(_ grid: BucketGrid, _ kinds: [TermKind]) {
    self.grid = grid
    self.kinds = kinds
  }

  mutating func add(_ facts: CountedFacts) {
    let totals = facts.totals
    facts.forEachTerm(of: kinds) { add($0, $1, totals, facts.published) }
  }

  private mutating func add(_ kind: TermKind, _ term: Int64, _ totals: Totals, _ moment: Timestamp) {
    tallies[kind, default: [:]][term, default: TermTally()].add(totals, at: moment, grid)
  }

  /// The most frequent terms that occur in the range, largest first; of equal ones that which was met first.
  func top(_ kind: TermKind, limit: Int) -> [(term: Int64, tally: TermTally)] {
    (tallies[kind] ?? [:]).filter { $0.value.count > 0 }.map { (term: $0.key, tally: $0.value) }
      .sorted { ($1.tally.count, $0.term) < ($0.tally.count, $1.term) }.prefix(limit).map { $0 }
  }
}

/// How many articles lie in each session of an exchange, and in none that is known.
struct SessionTally {
  private let grid: BucketGrid
  private let calendar: TradingCalendar
  private var tallies: [TradingSession: TermTally] = [:]
  private var beyond = TermTally()

  init(_ exchange: TradingCalendar.Exchange, _ grid: BucketGrid) {
    self.grid = grid
    calendar = .of(exchange)
  }

  mutating func add(_ totals: Totals, at moment: Timestamp) {
    if let session = calendar.session(at: moment) {
      tallies[session, default: TermTally()].add(totals, at: moment, grid)
    } else {
      beyond.add(totals, at: moment, grid)
    }
  }

  var counts: [TermCount] {
    calendar.sessions.map { (tallies[$0] ?? TermTally()).named($0.rawValue) }
      + (beyond.count > 0 ? [beyond.named("")] : [])
  }
}

/// How often the values of two axes meet in one article.
struct CrossTally {
  private struct Cell: Hashable {
    var row: Int64
    var column: Int64
  }

  private let axes: (rows: StatisticsAxis, columns: StatisticsAxis)
  private var cells: [Cell: Int] = [:]
  private var rows: [Int64: Int] = [:]
  private var columns: [Int64: Int] = [:]

  init(_ rows: StatisticsAxis, _ columns: StatisticsAxis) { axes = (rows, columns) }

  mutating func add(_ facts: CountedFacts) {
    let across = facts.values(axes.columns)
    for row in facts.values(axes.rows) {
      rows[row, default: 0] += 1
      for column in across where axes.rows != axes.columns || column != row {
        cells[Cell(row: row, column: column), default: 0] += 1
      }
    }
    for column in across { columns[column, default: 0] += 1 }
  }

  /// The most frequent rows, and as many columns, or a dozen where that is more; of equal ones that which was met first. Sessions come in the order of the day.
  ///
  /// - Parameter named: the name of a term.
  func table(limit: Int, named: (Int64) throws -> String) rethrows -> CrossTable {
    func top(_ axis: StatisticsAxis, _ counts: [Int64: Int], _ limit: Int) -> [Int64] {
      switch axis {
      case .field: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
      case .session: counts.keys.sorted()
      }
    }
    func name(_ axis: StatisticsAxis, _ value: Int64) throws -> String {
      guard case .session(let exchange) = axis else { return try named(value) }
      let sessions = TradingCalendar.of(exchange).sessions
      return sessions.indices.contains(Int(value)) ? sessions[Int(value)].rawValue : ""
    }
    let across = top(axes.columns, columns, max(limit, 12))
    let down = top(axes.rows, rows, limit)
    return CrossTable(
      columns: try across.map { try name(axes.columns, $0) },
      rows: try down.map { row in
        CrossTable.Row(
          name: try name(axes.rows, row), counts: across.map { cells[Cell(row: row, column: $0)] ?? 0 })
      },
      isCut: down.count < rows.count || across.count < columns.count)
  }
}

/// Finds the most frequent terms of a range of the whole store.
///
/// Whole UTC days are summed from `day_volume`, what is left at both ends is counted from the articles; a range that holds
/// every article needs the counts of terms only. So a day costs a few thousand rows, and so does a year. Kinds that are not counted by
/// time are counted from all articles of the range.
struct TopTerms {
  let db: Database
  let request: StatisticsRequest
  let coversAll: Bool

  private var kinds: [TermKind] { request.fields.map(TermKind.init) }

  /// The terms of each kind, most frequent first; of equal ones that which was met first.
  func find() throws -> [TermKind: [Int64]] {
    if coversAll { return try ofAllTime() }
    let whole = WholeDays(request.range)
    let (byTime, others) = (kinds.filter(\.isCountedByTime), kinds.filter { !$0.isCountedByTime })
    var counts: [TermKind: [Int64: Int]] = [:]
    for kind in byTime { counts[kind] = try sums(kind, whole.days) }
    for range in whole.rest { try count(byTime, range, into: &counts) }
    try count(others, request.range, into: &counts)
    return counts.mapValues { counts in
      counts.filter { $0.value > 0 && $0.key != Schema.noSource && $0.key != Schema.noLabel }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(request.termLimit).map(\.key)
    }
  }

  private func ofAllTime() throws -> [TermKind: [Int64]] {
    let statement = try db.cachedStatement(
      sql: "SELECT id FROM term WHERE kind = ? AND articles > 0 AND name <> '' ORDER BY articles DESC, id LIMIT ?")
    return try Dictionary(
      uniqueKeysWithValues: kinds.map {
        ($0, try Int64.fetchAll(statement, arguments: [$0.rawValue, request.termLimit]))
      })
  }

  private func sums(_ kind: TermKind, _ days: Range<Int64>) throws -> [Int64: Int] {
    let statement = try db.cachedStatement(
      sql: "SELECT term_id, articles FROM day_volume WHERE kind = ? AND day >= ? AND day < ?")
    let rows = try Row.fetchCursor(statement, arguments: [kind.rawValue, days.lowerBound, days.upperBound])
    var sums: [Int64: Int] = [:]
    while let row = try rows.next() { sums[try row.number(0), default: 0] += try row.count(1) }
    return sums
  }

  private func count(
    _ kinds: [TermKind], _ range: Range<Timestamp>, into counts: inout [TermKind: [Int64: Int]]
  ) throws {
    guard !range.isEmpty, !kinds.isEmpty else { return }
    let query = Query.and([.since(range.lowerBound), .until(range.upperBound)])
    let rows = try QueryCompiler(db).compile(query).cursor(db, CountedFacts.columns)
    while let row = try rows.next() {
      let facts = try CountedFacts(row, from: 0)
      facts.forEachTerm(of: kinds) { counts[$0, default: [:]][$1, default: 0] += 1 }
    }
  }
}

/// Adds counts up to a range's volume, totals and the count before it.
struct VolumeTally {
  private let grid: BucketGrid
  private(set) var inRange = Totals()
  private(set) var previousCount = 0
  private(set) var volume: [VolumeBucket]

  init(_ grid: BucketGrid) {
    self.grid = grid
    volume = grid.starts.map { VolumeBucket(start: $0) }
  }

  /// Counts of articles published at `moment`, or in the quarter-hour that begins there; other moments are left out.
  mutating func add(_ totals: Totals, at moment: Timestamp) {
    if grid.range.contains(moment) {
      inRange += totals
      let index = grid.index(of: moment)
      volume[index].count += totals.articles
      volume[index].unread += totals.unread
    } else if grid.previous.contains(moment) {
      previousCount += totals.articles
    }
  }
}

extension CountedFacts {
  /// What the article has on an axis: terms, or the place of its session in the day, behind all sessions where the calendar does not know.
  fileprivate func values(_ axis: StatisticsAxis) -> [Int64] {
    switch axis {
    case .field(let field): return terms(TermKind(field))
    case .session(let exchange):
      let calendar = TradingCalendar.of(exchange)
      let sessions = calendar.sessions
      let place = calendar.session(at: published).flatMap { sessions.firstIndex(of: $0) }
      return [Int64(place ?? sessions.count)]
    }
  }
}
