internal import GRDB
internal import NewsModel

/// Compares what the store counted and listed with the articles themselves.
///
/// One pass over the articles and one over the postings, term by term, so that memory stays flat; some 5 µs an article.
struct CountCheck {
  private let db: Database
  private var wrong: [String: Int] = [:]
  /// Rows that the tables must have, so that what no article accounts for is found too.
  private var expectedPostings = 0
  private var expectedVolumes = 0
  private var expectedDays = 0

  init(_ db: Database) { self.db = db }

  /// What is wrong, in a line for each table; empty where nothing is.
  static func problems(_ db: Database) throws -> [String] {
    var check = CountCheck(db)
    try check.checkArticles()
    try check.checkTerms()
    try check.checkSizes()
    return check.wrong.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value) wrong" }
  }

  private mutating func expect(_ isRight: Bool, _ name: String) {
    if !isRight { wrong[name, default: 0] += 1 }
  }

  /// The whole store's counts, and whether each id is where its time puts it.
  private mutating func checkArticles() throws {
    let overflow = try StoreState.minuteOverflow.value(db)
    var counted = CountedTerm()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(CountedFacts.columns), a.is_muted, a.id FROM article a ORDER BY a.id")
    var muted: Int64 = 0
    while let row = try rows.next() {
      let facts = CountedFacts(row, from: 0)
      let ids = TimeOrderedID.ids(of: facts.published..<facts.published + 1, overflow: overflow)
      expect(ids.contains(row[8]), "ids")
      if row[7] { muted += 1 } else { counted.add(facts) }
      expectedPostings += 2 + facts.tags.count
    }
    expect(try StoreState.muted.value(db) == muted, "count of muted articles")
    try compare(counted, term: Schema.everything, .everything)
  }

  private mutating func checkTerms() throws {
    let terms = try Row.fetchAll(db, sql: "SELECT id, kind FROM term WHERE id <> \(Schema.everything) ORDER BY id")
    for term in terms {
      let (id, kind) = (term[0] as Int64, TermKind(rawValue: term[1]) ?? .everything)
      var counted = CountedTerm()
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(CountedFacts.columns), a.is_muted FROM posting p CROSS JOIN article a ON a.id = p.article_id
          WHERE p.term_id = ?
          """)
      let rows = try Row.fetchCursor(statement, arguments: [id])
      while let row = try rows.next() {
        let facts = CountedFacts(row, from: 0)
        expect(facts.names(id, kind), "postings")
        if !(row[7] as Bool) { counted.add(facts) }
        expectedPostings -= 1
      }
      try compare(counted, term: id, kind)
    }
  }

  private mutating func compare(_ counted: CountedTerm, term: Int64, _ kind: TermKind) throws {
    let totals = try db.cachedStatement(sql: "SELECT articles, unread, starred, stubs FROM term WHERE id = ?")
      .first([term]) { Totals($0, from: 0) }
    expect(totals == counted.totals, "counts of terms")

    let ofQuarter = try db.cachedStatement(
      sql: "SELECT articles, unread, starred, stubs FROM volume WHERE block = ? AND term_id = ? AND quarter = ?")
    for (quarter, totals) in counted.quarters {
      let kept = try ofQuarter.first([CountChanges.block(of: quarter), term, quarter]) { Totals($0, from: 0) }
      expect(kept == totals, "counts of quarter-hours")
    }
    expectedVolumes += counted.quarters.count

    guard kind != .everything else { return }
    let ofDay = try db.cachedStatement(
      sql: "SELECT articles FROM day_volume WHERE kind = ? AND day = ? AND term_id = ?")
    for (day, count) in counted.days {
      expect(try Int.fetchOne(ofDay, arguments: [kind.rawValue, day, term]) == count, "counts of days")
    }
    expectedDays += counted.days.count
  }

  private mutating func checkSizes() throws {
    func size(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    expect(expectedPostings == 0, "postings")
    expect(try size("volume") == expectedVolumes, "counts of quarter-hours")
    expect(try size("day_volume") == expectedDays, "counts of days")
    expect(try size("body") == size("article"), "bodies")
    // A title and its start are what every article is found by.
    expect(try size("identity") >= 2 * size("article"), "identities")
  }
}

/// The recount of one term.
private struct CountedTerm {
  private(set) var totals = Totals()
  private(set) var quarters: [Int64: Totals] = [:]

  mutating func add(_ facts: CountedFacts) {
    totals += facts.totals
    quarters[facts.published.rawValue.flooredQuotient(by: 900), default: Totals()] += facts.totals
  }

  var days: [Int64: Int] {
    quarters.reduce(into: [:]) { $0[$1.key.flooredQuotient(by: 96), default: 0] += $1.value.articles }
  }
}

extension CountedFacts {
  fileprivate func names(_ term: Int64, _ kind: TermKind) -> Bool {
    switch kind {
    case .everything: false
    case .source: source == term
    case .label: label == term
    case .tag: tags.contains(term)
    }
  }
}
