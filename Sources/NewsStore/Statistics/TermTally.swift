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

  func named(_ name: String) -> TermCount {
    TermCount(name: name, count: count, previousCount: previousCount, unread: unread, series: series)
  }
}

/// The terms of a list of articles, counted one article at a time.
struct TermTallies {
  private let grid: BucketGrid
  private var tallies: [TermKind: [Int64: TermTally]] = [:]

  init(_ grid: BucketGrid) { self.grid = grid }

  mutating func add(_ facts: CountedFacts) {
    let totals = facts.totals
    if facts.source != Schema.noSource { add(.source, facts.source, totals, facts.published) }
    if facts.label != Schema.noLabel { add(.label, facts.label, totals, facts.published) }
    for tag in facts.tags { add(.tag, tag, totals, facts.published) }
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
