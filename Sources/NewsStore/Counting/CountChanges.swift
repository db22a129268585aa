internal import GRDB
internal import NewsModel

/// Changes to the counts of terms, gathered in memory and written once a transaction.
///
/// Three tables hold counts. `term`: of all time. `volume`: a term's counts by UTC quarter-hour, the finest step in which the
/// clocks of the world's zones differ, so that they sum to local hours and days; it answers everything about one term. `day_volume`:
/// the articles of each term by UTC day, ordered by day, which finds the most frequent terms of a long range.
struct CountChanges {
  private struct Quarter: Hashable {
    var term: Int64
    var quarter: Int64
  }

  private struct Day: Hashable {
    var kind: TermKind
    var day: Int64
    var term: Int64
  }

  static let secondsPerQuarter: Int64 = 900
  static let quartersPerDay: Int64 = 96

  private var quarters: [Quarter: Totals] = [:]
  private var days: [Day: Int] = [:]

  static func quarter(of time: Timestamp) -> Int64 { time.rawValue.flooredQuotient(by: secondsPerQuarter) }

  /// Notes that an article came to be (`old` is nil), ceased to be (`new` is nil) or changed.
  mutating func note(from old: CountedFacts?, to new: CountedFacts?) {
    guard old != new else { return }
    if let old { add(old, sign: -1) }
    if let new { add(new, sign: 1) }
  }

  private mutating func add(_ facts: CountedFacts, sign: Int) {
    let totals = sign < 0 ? -facts.totals : facts.totals
    let quarter = Self.quarter(of: facts.published)
    let day = quarter.flooredQuotient(by: Self.quartersPerDay)
    func add(_ term: Int64, _ kind: TermKind) {
      quarters[Quarter(term: term, quarter: quarter), default: Totals()] += totals
      if kind != .everything { days[Day(kind: kind, day: day, term: term), default: 0] += sign }
    }
    add(Schema.everything, .everything)
    add(facts.source, .source)
    add(facts.label, .label)
    for tag in facts.tags { add(tag, .tag) }
  }

  /// Writes what was noted, and forgets it.
  mutating func flush(_ db: Database) throws {
    var terms: [Int64: Totals] = [:]
    // In the order of the table, so that neighbours share a page.
    for (slot, change) in quarters.sorted(by: { ($0.key.term, $0.key.quarter) < ($1.key.term, $1.key.quarter) })
    where change != Totals() {
      terms[slot.term, default: Totals()] += change
      try write(change, term: slot.term, quarter: slot.quarter, db)
    }
    for (term, change) in terms.sorted(by: { $0.key < $1.key }) { try write(change, term: term, db) }
    for (slot, change) in days.sorted(by: { Self.order($0.key) < Self.order($1.key) }) where change != 0 {
      try write(change, slot, db)
    }
    quarters.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
  }

  private static func order(_ slot: Day) -> (Int64, Int64, Int64) { (slot.kind.rawValue, slot.day, slot.term) }

  private func write(_ change: Totals, term: Int64, quarter: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO volume (term_id, quarter, articles, unread, starred, stubs) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET articles = articles + excluded.articles, unread = unread + excluded.unread,
          starred = starred + excluded.starred, stubs = stubs + excluded.stubs
        """
    )
    .execute(arguments: [term, quarter, change.articles, change.unread, change.starred, change.stubs])
    guard change.articles < 0 else { return }
    try db.cachedStatement(sql: "DELETE FROM volume WHERE term_id = ? AND quarter = ? AND articles = 0")
      .execute(arguments: [term, quarter])
  }

  private func write(_ change: Totals, term: Int64, _ db: Database) throws {
    guard change != Totals() else { return }
    try db.cachedStatement(
      sql: """
        UPDATE term SET articles = articles + ?, unread = unread + ?, starred = starred + ?, stubs = stubs + ?
        WHERE id = ?
        """
    )
    .execute(arguments: [change.articles, change.unread, change.starred, change.stubs, term])
  }

  private func write(_ change: Int, _ slot: Day, _ db: Database) throws {
    let arguments: StatementArguments = [slot.kind.rawValue, slot.day, slot.term]
    try db.cachedStatement(
      sql: """
        INSERT INTO day_volume (kind, day, term_id, articles) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
        """
    )
    .execute(arguments: arguments + [change])
    guard change < 0 else { return }
    try db.cachedStatement(sql: "DELETE FROM day_volume WHERE kind = ? AND day = ? AND term_id = ? AND articles = 0")
      .execute(arguments: arguments)
  }
}
