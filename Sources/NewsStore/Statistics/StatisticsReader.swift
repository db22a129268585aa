import Foundation
import GRDB
import NewsModel

/// Answers a request for statistics: from roll-ups for the whole store, a tag, a source or a label, else from the rows.
struct StatisticsReader {
  let db: Database
  let names: TermNames
  let damage: DamageLog
  let request: StatisticsRequest
  let grid: BucketGrid
  /// Nil where tags keep their own names.
  let merged: MergedTags?

  init(
    _ db: Database, names: TermNames, damage: DamageLog, request: StatisticsRequest, zone: TimeZone,
    merged: MergedTags? = nil
  ) {
    self.db = db
    self.names = names
    self.damage = damage
    self.request = request
    self.merged = merged.flatMap { $0.isEmpty ? nil : $0 }
    grid = BucketGrid(request.range, request.bucket, zone: zone)
  }

  func statistics() throws -> Statistics {
    try ArticleByArticle.answer(db, damage, fromRollUps, instead: statistics)
  }

  private func fromRollUps() throws -> Statistics {
    guard !request.range.isEmpty else { return Statistics(request: request, overall: try overall()) }
    guard grid.isOnQuarters else { return try statisticsFromRows() }
    switch KnownCount.term(request.query) {
    case let (kind, name)?:
      let terms = try FoldedNames.terms(kind, name, db)
      guard let term = terms.first else {
        return Statistics(request: request, volume: VolumeTally(grid).volume)
      }
      return try terms.count == 1 && kind.isCountedByTime ? statistics(ofTerm: term) : statisticsFromRows()
    case nil:
      return try request.query.conjuncts.isEmpty ? statisticsOfEverything() : statisticsFromRows()
    }
  }

  /// How the articles spread over the sessions of an exchange, in the order of the day; where there are any, those at last whose session
  /// its calendar does not know, under an empty name.
  func sessions(of exchange: TradingCalendar.Exchange) throws -> [TermCount] {
    var tally = SessionTally(exchange, grid)
    func look(at facts: CountedFacts) { tally.add(facts.totals, at: facts.published) }
    try ArticleByArticle.answer(db, damage) {
      tally = SessionTally(exchange, grid)
      if grid.isOnQuarters, let term = try rolledUpTerm() {
        try forEachQuarter(ofTerm: term, in: grid.both) { tally.add($0, at: $1) }
      } else {
        _ = try tallies(look)
      }
    } instead: {
      tally = SessionTally(exchange, grid)
      try $0.forEach(matching: request.query) { article in
        look(at: CountedFacts(article))
        return true
      }
    }
    return tally.counts
  }

  /// The term whose roll-up counts all that the query means; nil where there is none.
  private func rolledUpTerm() throws -> Int64? {
    guard let (kind, name) = KnownCount.term(request.query) else {
      return request.query.conjuncts.isEmpty ? Schema.everything : nil
    }
    let terms = try FoldedNames.terms(kind, name, db)
    return terms.count == 1 && kind.isCountedByTime ? terms.first : nil
  }

  private func statisticsOfEverything() throws -> Statistics {
    var result = try volumeStatistics(ofTerm: Schema.everything)
    let coversAll = result.inRange.articles == result.overall.articles
    var wanted = request
    if let merged { wanted.termLimit = merged.widened(request.termLimit) }
    let top = try TopTerms(db: db, request: wanted, coversAll: coversAll).find()
    for field in request.fields {
      let kind = TermKind(field)
      let terms = (top[kind] ?? []).filter { kind != .tag || merged?.concerns($0) != true }.prefix(request.termLimit)
      let counts = try terms.map { term in try tally(of: term, kind).named(try names.name(term, db), kind) }
      result.terms[field] = kind == .tag ? try withMergedTags(counts) : counts
    }
    return result
  }

  /// The counts of tags with those of the names that stand for several.
  private func withMergedTags(_ counts: [TermCount]) throws -> [TermCount] {
    guard let merged else { return counts }
    let groups = try merged.groups.map { group in
      var tally = TermTally()
      let query = Query.and([
        .anyOf(group.tags.map(Query.tag)), .since(grid.previous.lowerBound), .until(grid.range.upperBound),
      ])
      try CountedFacts.forEach(of: query, db, damage) { tally.add($0.totals, at: $0.published, grid) }
      return tally.named(group.name, .tag)
    }
    return Array((counts + groups.filter { $0.count > 0 }).mostFrequentFirst.prefix(request.termLimit))
  }

  /// What one term counts in the range and the one before it, by whatever reads the fewest rows.
  private func tally(of term: Int64, _ kind: TermKind) throws -> TermTally {
    var tally = TermTally()
    if !kind.isCountedByTime {
      try forEachArticle(ofTerm: term) { tally.add($0.totals, at: $0.published, grid) }
    } else if grid.isLong, try isFrequent(term) {
      try forEachDay(ofTerm: term, kind) { tally.add($0, at: $1, grid) }
    } else {
      try forEachQuarter(ofTerm: term, in: grid.both) { tally.add($0, at: $1, grid) }
    }
    return tally
  }

  /// Whether a term has more articles than the ranges have days.
  private func isFrequent(_ term: Int64) throws -> Bool {
    let days = (grid.both.upperBound - grid.both.lowerBound) / CountChanges.secondsPerDay
    return try QueryCompiler(db).totals(of: term).articles > days
  }

  /// The terms that share articles with this one are counted from its rows in the range.
  private func statistics(ofTerm term: Int64) throws -> Statistics {
    var result = try volumeStatistics(ofTerm: term)
    try addTerms(to: &result, try tallies { _ in })
    return result
  }

  private func statisticsFromRows() throws -> Statistics {
    var volume = VolumeTally(grid)
    let tallies = try tallies { volume.add($0.totals, at: $0.published) }
    var result = Statistics(
      request: request, overall: try overall(), inRange: volume.inRange, previousCount: volume.previousCount,
      volume: volume.volume)
    try addTerms(to: &result, tallies)
    return result
  }

  private func statistics(_ articles: ArticleByArticle) throws -> Statistics {
    var (volume, tallies, overall) = (VolumeTally(grid), TermTallies(grid, request.fields.map(TermKind.init)), Totals())
    try articles.forEach(matching: request.query) { article in
      let facts = CountedFacts(article)
      overall += facts.totals
      tallies.add(merged?.merged(facts) ?? facts)
      volume.add(facts.totals, at: facts.published)
      return true
    }
    var result = Statistics(
      request: request, overall: overall, inRange: volume.inRange, previousCount: volume.previousCount,
      volume: volume.volume)
    try addTerms(to: &result, tallies)
    return result
  }

  private func volumeStatistics(ofTerm term: Int64) throws -> Statistics {
    var volume = VolumeTally(grid)
    try forEachQuarter(ofTerm: term, in: grid.both) { volume.add($0, at: $1) }
    return Statistics(
      request: request, overall: try overall(), inRange: volume.inRange, previousCount: volume.previousCount,
      volume: volume.volume)
  }

  private func addTerms(to result: inout Statistics, _ tallies: TermTallies) throws {
    func counts(_ kind: TermKind) throws -> [TermCount] {
      try tallies.top(kind, limit: request.termLimit).map {
        $0.tally.named(try merged?.name(of: $0.term) ?? names.name($0.term, db), kind)
      }
    }
    for field in request.fields { result.terms[field] = try counts(TermKind(field)) }
  }

  /// Reads the roll-up of a term over a range.
  private func forEachQuarter(
    ofTerm term: Int64, in range: Range<Timestamp>, _ body: (Totals, Timestamp) -> Void
  ) throws {
    guard !range.isEmpty else { return }
    let statement = try db.cachedStatement(
      sql: """
        SELECT quarter, articles, unread, starred, stubs FROM volume
        WHERE block = ? AND term_id = ? AND quarter >= ? AND quarter < ?
        """)
    let first = CountChanges.quarter(of: range.lowerBound)
    let end = CountChanges.quarter(of: range.upperBound)
    for block in CountChanges.block(of: first)...CountChanges.block(of: end) {
      let rows = try Row.fetchCursor(statement, arguments: [block, term, first, end])
      while let row = try rows.next() {
        body(try Totals(row, from: 1), Timestamp(try row.number(0) * CountChanges.secondsPerQuarter))
      }
    }
  }

  /// Reads the roll-ups of a term over the range and the one before it: whole UTC days by one row each, what is left at the three borders by
  /// quarter-hours. Stars and stubs are not told.
  private func forEachDay(ofTerm term: Int64, _ kind: TermKind, _ body: (Totals, Timestamp) -> Void) throws {
    let statement = try db.cachedStatement(
      sql: """
        WITH RECURSIVE days (day) AS (SELECT ? UNION ALL SELECT day + 1 FROM days WHERE day + 1 < ?)
        SELECT v.day, v.articles, v.unread FROM days d
        CROSS JOIN day_volume v ON v.kind = ? AND v.day = d.day AND v.term_id = ?
        """)
    let oldest = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT day FROM day_volume WHERE kind = ? ORDER BY day LIMIT 1"),
      arguments: [kind.rawValue])
    for range in [grid.previous, grid.range] {
      let whole = WholeDays(range)
      for rest in whole.rest { try forEachQuarter(ofTerm: term, in: rest, body) }
      let days = whole.days.clamped(to: (oldest ?? .max)..<(.max))
      guard !days.isEmpty else { continue }
      let rows = try Row.fetchCursor(statement, arguments: [days.lowerBound, days.upperBound, kind.rawValue, term])
      while let row = try rows.next() {
        body(Totals(articles: try row.count(1), unread: try row.count(2)), WholeDays.start(of: try row.number(0)))
      }
    }
  }

  /// Reads the articles of a term in the range and the one before it; muted ones are left out.
  private func forEachArticle(ofTerm term: Int64, _ body: (CountedFacts) -> Void) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(CountedFacts.columns) FROM posting p CROSS JOIN article a ON a.id = p.article_id
        WHERE p.term_id = ? AND p.article_id >= ? AND p.article_id < ? AND a.is_muted = 0
        """)
    let ids = TimeOrderedID.ids(
      of: grid.both, overflow: try StoreState.minuteOverflow.readable(db) ?? 0)
    let rows = try Row.fetchCursor(statement, arguments: [term, ids.lowerBound, ids.upperBound])
    while let row = try rows.next() { body(try CountedFacts(row, from: 0)) }
  }

  /// Counts the terms of every matching article of the range and the one before it, and shows each to `body`.
  private func tallies(_ body: (CountedFacts) -> Void) throws -> TermTallies {
    var tallies = TermTallies(grid, request.fields.map(TermKind.init))
    let query = Query.allOf([
      request.query, .since(grid.previous.lowerBound), .until(grid.range.upperBound),
    ])
    try CountedFacts.forEach(of: query, db, damage) { facts in
      tallies.add(merged?.merged(facts) ?? facts)
      body(facts)
    }
    return tallies
  }

  private func overall() throws -> Totals {
    if let known = try KnownCount(db).totals(request.query) { return known }
    let compiled = try QueryCompiler(db).compile(request.query, isOrdered: false)
    let counts =
      "count(*), coalesce(sum(a.is_read = 0), 0), coalesce(sum(a.is_starred), 0), coalesce(sum(a.is_stub), 0)"
    var totals =
      try db.cachedStatement(sql: compiled.select(counts)).first(StatementArguments(compiled.arguments)) {
        try Totals($0, from: 0)
      } ?? Totals()
    if let moment = request.query.asOf {
      try PastArticles(db, asOf: moment, damage).forEach(matching: request.query) { article in
        totals += CountedFacts(article).totals
        return true
      }
    }
    return totals
  }
}
