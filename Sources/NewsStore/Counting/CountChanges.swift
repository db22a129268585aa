import GRDB
import NewsModel

/// Changes to the counts of terms, gathered in memory and written once a transaction.
///
/// Three tables hold counts. `term`: of all time. `volume`: a term's counts by UTC quarter-hour, the finest step in which the
/// clocks of the world's zones differ, so that they sum to local hours and days; it answers everything about one term. `day_volume`:
/// the articles of each term by UTC day, ordered by day, which finds the most frequent terms of a long range and sums them up. Keywords are counted in
/// `term` only (`TermKind.isCountedByTime`).
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
  static let secondsPerDay: Int64 = 86_400
  static let quartersPerDay: Int64 = 96

  private var quarters: [Quarter: Totals] = [:]
  private var days: [Day: Totals] = [:]
  /// Of the terms that are not counted by time.
  private var sums: [Int64: Totals] = [:]
  private var muted: Int64 = 0

  static func quarter(of time: Timestamp) -> Int64 { time.rawValue.flooredQuotient(by: secondsPerQuarter) }

  /// The 30 days that hold a quarter-hour: rows of one block lie together, so that saving news as it comes touches the
  /// pages of one block however large the store is, and a term's counts are read with one step a block.
  static func block(of quarter: Int64) -> Int64 { quarter.flooredQuotient(by: 30 * quartersPerDay) }

  /// Notes that an article came to be (`old` is nil), ceased to be (`new` is nil) or changed.
  mutating func note(from old: StoredArticle?, to new: StoredArticle?) {
    muted += (new?.status.isMuted == true ? 1 : 0) - (old?.status.isMuted == true ? 1 : 0)
    let (old, new) = (old?.facts, new?.facts)
    guard old != new else { return }
    if let old { add(old, sign: -1) }
    if let new { add(new, sign: 1) }
  }

  private mutating func add(_ facts: CountedFacts, sign: Int) {
    let totals = sign < 0 ? -facts.totals : facts.totals
    let quarter = Self.quarter(of: facts.published)
    let day = quarter.flooredQuotient(by: Self.quartersPerDay)
    func add(_ term: Int64, _ kind: TermKind) {
      guard kind.isCountedByTime else { return sums[term, default: Totals()] += totals }
      quarters[Quarter(term: term, quarter: quarter), default: Totals()] += totals
      if kind != .everything { days[Day(kind: kind, day: day, term: term), default: Totals()] += totals }
    }
    add(Schema.everything, .everything)
    for term in facts.terms { add(term.id, term.kind) }
  }

  /// Writes what was noted, and forgets it.
  mutating func flush(_ db: Database) throws {
    let quarters = quarters.filter { $0.value != Totals() }
      .map { (block: Self.block(of: $0.key.quarter), slot: $0.key, change: $0.value) }
      .sorted { ($0.block, $0.slot.term, $0.slot.quarter) < ($1.block, $1.slot.term, $1.slot.quarter) }
    var numbers: [Int64] = []
    numbers.reserveCapacity(quarters.count * 7)
    for (block, slot, change) in quarters {
      numbers.append(block)
      numbers.append(slot.term)
      numbers.append(slot.quarter)
      numbers += change.numbers
    }
    try Self.volumes.insert(numbers, db)
    let emptied = try db.cachedStatement(
      sql: "DELETE FROM volume WHERE block = ? AND term_id = ? AND quarter = ? AND articles = 0")
    for (block, slot, change) in quarters where change.articles < 0 {
      try emptied.execute(arguments: [block, slot.term, slot.quarter])
    }
    try writeTerms(quarters.map { ($0.slot.term, $0.change) } + sums.map { ($0.key, $0.value) }, db)
    try writeDays(db)
    if muted != 0 { try StoreState.muted.add(muted, db) }
    self.quarters.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    muted = 0
  }

  private static let volumes = BulkInsert(
    into: "volume", columns: ["block", "term_id", "quarter", "articles", "unread", "starred", "stubs"],
    onConflict: """
      UPDATE SET articles = articles + excluded.articles, unread = unread + excluded.unread,
        starred = starred + excluded.starred, stubs = stubs + excluded.stubs
      """)

  private static let dayVolumes = BulkInsert(
    into: "day_volume", columns: ["kind", "day", "term_id", "articles", "unread"],
    onConflict: "UPDATE SET articles = articles + excluded.articles, unread = unread + excluded.unread")

  private func writeTerms(_ changes: [(Int64, Totals)], _ db: Database) throws {
    let sums = Dictionary(changes) { a, b in
      var sum = a
      sum += b
      return sum
    }
    let update = try db.cachedStatement(
      sql: """
        UPDATE term SET articles = articles + ?, unread = unread + ?, starred = starred + ?, stubs = stubs + ?
        WHERE id = ?
        """)
    for (term, change) in sums.sorted(by: { $0.key < $1.key }) where change != Totals() {
      try update.run((change.numbers + [term])[...])
    }
  }

  private func writeDays(_ db: Database) throws {
    let days = days.filter { $0.value.articles != 0 || $0.value.unread != 0 }
      .sorted { ($0.key.kind.rawValue, $0.key.day, $0.key.term) < ($1.key.kind.rawValue, $1.key.day, $1.key.term) }
    try Self.dayVolumes.insert(
      days.flatMap { slot, change in
        [slot.kind.rawValue, slot.day, slot.term, Int64(change.articles), Int64(change.unread)]
      }, db)
    let emptied = try db.cachedStatement(
      sql: "DELETE FROM day_volume WHERE kind = ? AND day = ? AND term_id = ? AND articles = 0")
    for (slot, change) in days where change.articles < 0 {
      try emptied.execute(arguments: [slot.kind.rawValue, slot.day, slot.term])
    }
  }
}

extension Totals {
  /// In the order of the columns.
  fileprivate var numbers: [Int64] { [Int64(articles), Int64(unread), Int64(starred), Int64(stubs)] }
}

extension StoreWriter {
  /// Empties every table that is derived from the articles, and fills it again.
  mutating func rebuildCounts() throws {
    try db.execute(
      sql: """
        DELETE FROM posting; DELETE FROM volume; DELETE FROM day_volume; DELETE FROM identity;
        UPDATE term SET articles = 0, unread = 0, starred = 0, stubs = 0;
        """)
    try StoreState.muted.set(0, db)
    let articles = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(ArticleRow.columns), \(ArticleRow.bodyColumns) FROM article a JOIN body b ON b.key = a.key ORDER BY a.id
        """)
    var pending = 0
    while let row = try articles.next() {
      let article = try ArticleRow.articleWithBody(row)
      derive(article, Identity(article))
      pending += 1
      if pending.isMultiple(of: 10_000) { try flush() }
    }
  }
}
