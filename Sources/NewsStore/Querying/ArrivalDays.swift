import GRDB
import NewsModel

/// Access paths for what has arrived since a moment: the index of arrivals holds the articles of each day, UTC, in the order of ids.
///
/// For a list the days are walked beside each other, so that nothing is sorted; for a count they lie in a row.
struct ArrivalDays {
  let db: Database

  /// Days that are walked beside each other, at most.
  private static let mostDays = 32
  private static let rows = "article a INDEXED BY article_arrival"

  init(_ db: Database) { self.db = db }

  /// The path for rows in any order; nil where the terms do not ask for arrivals.
  func path(_ terms: [Query]) throws -> QueryCompiler.AccessPath? {
    guard let day = try firstDay(terms) else { return nil }
    return QueryCompiler.AccessPath(
      rows: Self.rows, id: "a.id", conditions: ["a.arrived / 86400 >= ?"], arguments: [day], cost: try cost(since: day))
  }

  /// A path for each day, each in the order of ids; nil where there is a cheaper path, or there are too many days.
  func paths(_ terms: [Query], below cost: Int) throws -> [QueryCompiler.AccessPath]? {
    guard let first = try firstDay(terms), try self.cost(since: first) < cost, let days = try days(since: first) else {
      return nil
    }
    return days.map { day in
      QueryCompiler.AccessPath(
        rows: Self.rows, id: "a.id", conditions: ["a.arrived / 86400 = ?"], arguments: [day], cost: 0)
    }
  }

  /// How many articles had arrived by a moment; nil where the query asks for more.
  func count(_ query: Query) throws -> Int? {
    guard case .asOf(let moment)? = query.withoutMutedExcluded.conjuncts.first, query.conjuncts.count == 1 else {
      return nil
    }
    return try count(asOf: moment)
  }

  /// How many articles had arrived by a moment, muted ones left out: each counts once, whatever it said then.
  ///
  /// Goes through the index of arrivals, which takes some 20 ms for a million.
  private func count(asOf moment: Timestamp) throws -> Int {
    // Day 0 holds those whose arrival is not known.
    let first: Int64 = try moment.rawValue >= StoreState.arrivalsKept.value(db) ? 0 : 1
    let day = max(1, moment.rawValue) / 86_400
    let statement = try db.cachedStatement(
      sql: """
        SELECT (SELECT count(*) FROM article INDEXED BY article_arrival WHERE arrived / 86400 >= ?1 AND arrived / 86400 < ?2)
          + (SELECT count(*) FROM article INDEXED BY article_arrival WHERE arrived / 86400 = ?2 AND arrived <= ?3)
          - (SELECT count(*) FROM article INDEXED BY article_muted
             WHERE is_muted = 1 AND arrived / 86400 >= ?1 AND arrived <= ?3)
        """)
    return try statement.first([first, day, moment.rawValue]) { try $0.count(0) } ?? 0
  }

  /// The first second, since 1970, of arrivals that are sought; that of an article whose arrival is not known is 0.
  func first(since visit: Query.Visit) throws -> Int64 {
    max(1, try visit.moment(last: StoreState.lastVisit.moment(db)).rawValue)
  }

  private func firstDay(_ terms: [Query]) throws -> Int64? {
    try terms.compactMap { if case .seen(let visit) = $0 { try first(since: visit) / 86_400 } else { nil } }.max()
  }

  private func cost(since day: Int64) throws -> Int {
    try BoundedCount(db).count(Self.rows, where: "a.arrived / 86400 >= \(day)")
  }

  /// The days on which anything arrived; nil where there are too many.
  private func days(since first: Int64) throws -> [Int64]? {
    let next = try db.cachedStatement(
      sql:
        "SELECT arrived / 86400 FROM article INDEXED BY article_arrival WHERE arrived / 86400 >= ? ORDER BY 1 LIMIT 1")
    var days: [Int64] = []
    while let day = try next.numbers((days.last.map { $0 + 1 }) ?? first).first {
      guard days.count < Self.mostDays else { return nil }
      days.append(day)
    }
    return days
  }
}
