import GRDB
import NewsModel

/// Compares what the store counted and listed with the articles themselves.
///
/// One pass over the articles and one over the postings, term by term, so that memory stays flat; some 5 µs an article.
struct CountCheck {
  private let db: Database
  private var findings: StoreFindings
  private let report: (Double) throws -> Void
  /// Rows that the tables must have, so that what no article accounts for is found too.
  private var expectedPostings = 0
  private var expectedVolumes = 0
  private var expectedDays = 0

  private init(_ db: Database, _ findings: StoreFindings, _ report: @escaping (Double) throws -> Void) {
    self.db = db
    self.findings = findings
    self.report = report
  }

  /// Adds what is wrong to the findings. Articles that cannot be read are passed over: they are found elsewhere.
  static func check(
    _ db: Database, _ findings: inout StoreFindings, _ report: (Double) throws -> Void
  ) throws {
    findings = try withoutActuallyEscaping(report) { report in
      var check = CountCheck(db, findings, report)
      try check.checkArticles()
      try check.checkTerms()
      try check.checkSizes()
      return check.findings
    }
  }

  private mutating func expect(_ isRight: Bool, _ kind: StoreFinding.Kind, _ example: @autoclosure () -> String? = nil)
  {
    if !isRight { findings.add(kind, example: example()) }
  }

  /// The whole store's counts, and whether each id is where its time puts it.
  private mutating func checkArticles() throws {
    let overflow = try StoreState.minuteOverflow.readable(db) ?? 0
    var counted = CountedTerm()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(CountedFacts.columns), a.is_muted, a.id FROM article a ORDER BY a.id")
    var muted: Int64 = 0
    var done = 0
    while let row = try rows.next() {
      done += 1
      if done.isMultiple(of: 1_024) { try report(0) }
      guard let facts = row.ifReadable({ try CountedFacts($0, from: 0) }),
        let isMuted = row.ifReadable({ try $0.flag(8) })
      else { continue }
      let ids = TimeOrderedID.ids(of: facts.published..<facts.published + 1, overflow: overflow)
      expect(ids.contains(try row.number(9)), .places, "\(row[9] as Int64? ?? 0)")
      if isMuted { muted += 1 } else { counted.add(facts) }
      expectedPostings += facts.terms.count
    }
    expect(try StoreState.muted.readable(db) == muted, .counts)
    try compare(counted, term: Schema.everything, .everything)
  }

  private mutating func checkTerms() throws {
    let terms = try Row.fetchAll(db, sql: "SELECT id, kind FROM term WHERE id <> \(Schema.everything) ORDER BY id")
    for (index, term) in terms.enumerated() {
      try report(Double(index) / Double(terms.count))
      guard let id = term.ifReadable({ try $0.number(0) }),
        let kind = term.ifReadable({ try $0.number(1) }).flatMap(TermKind.init(rawValue:))
      else { continue }
      var counted = CountedTerm()
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(CountedFacts.columns), a.is_muted FROM posting p CROSS JOIN article a ON a.id = p.article_id
          WHERE p.term_id = ?
          """)
      let rows = try Row.fetchCursor(statement, arguments: [id])
      while let row = try rows.next() {
        expectedPostings -= 1
        guard let facts = row.ifReadable({ try CountedFacts($0, from: 0) }),
          let isMuted = row.ifReadable({ try $0.flag(8) })
        else { continue }
        expect(facts.names(id, kind), .postings)
        if !isMuted { counted.add(facts) }
      }
      try compare(counted, term: id, kind)
    }
  }

  private mutating func compare(_ counted: CountedTerm, term: Int64, _ kind: TermKind) throws {
    let totals = try db.cachedStatement(sql: "SELECT articles, unread, starred, stubs FROM term WHERE id = ?")
      .first([term]) { $0.ifReadable { try Totals($0, from: 0) } }
    expect(totals == counted.totals, .counts)
    if kind.isCountedByTime { try compareByTime(counted, term: term, kind) }
  }

  private mutating func compareByTime(_ counted: CountedTerm, term: Int64, _ kind: TermKind) throws {
    let ofQuarter = try db.cachedStatement(
      sql: "SELECT articles, unread, starred, stubs FROM volume WHERE block = ? AND term_id = ? AND quarter = ?")
    for (quarter, totals) in counted.quarters {
      let kept = try ofQuarter.first([CountChanges.block(of: quarter), term, quarter]) {
        $0.ifReadable { try Totals($0, from: 0) }
      }
      expect(kept == totals, .counts)
    }
    expectedVolumes += counted.quarters.count

    guard kind != .everything else { return }
    let ofDay = try db.cachedStatement(
      sql: "SELECT articles, unread FROM day_volume WHERE kind = ? AND day = ? AND term_id = ?")
    for (day, count) in counted.days {
      let kept = try ofDay.first([kind.rawValue, day, term]) {
        $0.ifReadable { [try $0.count(0), try $0.count(1)] }
      }
      expect(kept == [count.articles, count.unread], .counts)
    }
    expectedDays += counted.days.count
  }

  private mutating func checkSizes() throws {
    func size(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    expect(expectedPostings == 0, .postings)
    expect(try size("volume") == expectedVolumes, .counts)
    expect(try size("day_volume") == expectedDays, .counts)
    expect(try size("body") <= size("article"), .references)
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

  var days: [Int64: Totals] {
    quarters.reduce(into: [:]) { $0[$1.key.flooredQuotient(by: 96), default: Totals()] += $1.value }
  }
}

extension CountedFacts {
  fileprivate func names(_ term: Int64, _ kind: TermKind) -> Bool {
    terms.contains { $0.kind == kind && $0.id == term }
  }
}
