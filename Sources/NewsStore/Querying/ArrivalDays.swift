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

  /// The path for rows in any order; nil where the terms do not ask for arrivals, and for a quarter of all articles and more, which are read
  /// faster in a row.
  func path(_ terms: [Query], total: Int) throws -> QueryCompiler.AccessPath? {
    guard let day = try firstDay(terms) else { return nil }
    let quarter = max(1, total / 4)
    let cost = try cost(since: day, limit: quarter)
    guard cost < quarter else { return nil }
    return QueryCompiler.AccessPath(
      rows: Self.rows, id: "a.id", conditions: ["a.arrived / 86400 >= ?"], arguments: [day], cost: cost)
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

  /// The first second, since 1970, of arrivals that are sought; that of an article whose arrival is not known is 0.
  func first(since visit: Query.Visit) throws -> Int64 {
    max(1, try visit.moment(last: StoreState.lastVisit.moment(db)).rawValue)
  }

  private func firstDay(_ terms: [Query]) throws -> Int64? {
    try terms.compactMap { if case .seen(let visit) = $0 { try first(since: visit) / 86_400 } else { nil } }.max()
  }

  private func cost(since day: Int64, limit: Int = BoundedCount.limit) throws -> Int {
    // The other index of arrivals holds them themselves, so no day is worked out for each.
    try BoundedCount(db).count(
      "article a INDEXED BY article_latest", where: "a.arrived >= ?", [day * 86_400], limit: limit)
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

/// Counts queries that ask when articles arrived, beside whatever else, without a look at each article.
///
/// Mostly nearly all articles lie on one side of the moment: an import brings a million within minutes, and then some hundred come a day.
/// So what else the query asks is counted as it is without arrivals, and the few on the other side are taken off; or the few on this side are
/// looked at.
struct ArrivalCount {
  private let db: Database
  private let damage: DamageLog
  private let compiler: QueryCompiler

  /// Of so many articles one at most is looked at.
  private static let share = 8

  init(_ db: Database, _ damage: DamageLog) throws {
    self.db = db
    self.damage = damage
    compiler = try QueryCompiler(db)
  }

  /// Nil where the query asks for no arrivals, and where too many articles would be looked at: other ways are as good then.
  func count(_ query: Query) throws -> Int? {
    let terms = query.withoutMutedExcluded.conjuncts
    guard let range = try ArrivalRange(terms, compiler) else { return nil }
    let rest = Query.allOf(terms.filter { !$0.asksForArrival })
    let moment = query.asOf
    guard let present = try count(rest, in: range, most: most(query)) else {
      // Each counts once, whatever it said as of the moment.
      return rest == .all ? try countAll(in: range) : nil
    }
    guard let moment, rest != .all else { return present }
    let changed = try compiler.compile(rest, by: range.path(changedSince: moment)).count(db)
    return try present - changed + PastArticles(db, asOf: moment, damage).countChanged(matching: query)
  }

  /// As many articles as another way would look at, and no more than a share of all.
  private func most(_ query: Query) throws -> Int {
    let total = try compiler.totals(of: Schema.everything).articles + compiler.muted
    return try max(1, min(total / Self.share, compiler.cheapestPath(inAnyOrder: query.withoutMutedExcluded).cost))
  }

  /// How many articles match by what they are now; nil where `most` of them or more would be looked at.
  private func count(_ rest: Query, in range: ArrivalRange, most: Int) throws -> Int? {
    func count(_ path: QueryCompiler.AccessPath) throws -> Int { try compiler.compile(rest, by: path).count(db) }
    if try isFew([range], most: most) { return try count(range.path) }
    guard try isFew(range.others, most: most), let all = try KnownCount(db).withoutArticles(rest) else { return nil }
    return try range.others.reduce(all) { try $0 - count($1.path) }
  }

  private func isFew(_ ranges: [ArrivalRange], most: Int) throws -> Bool {
    let counter = BoundedCount(db)
    return try ranges.reduce(0) { sum, range in
      try sum
        + counter.count(ArrivalRange.rows, where: ArrivalRange.condition, [range.first, range.last], limit: most)
    } < most
  }

  /// Goes through the index of arrivals, some 30 ms for a million, and looks at muted articles alone.
  private func countAll(in range: ArrivalRange) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        SELECT (SELECT count(*) FROM \(ArrivalRange.rows) WHERE a.arrived BETWEEN ?1 AND ?2)
          - (SELECT count(*) FROM article a INDEXED BY article_muted WHERE a.is_muted = 1 AND a.arrived BETWEEN ?1 AND ?2)
        """)
    return try statement.first([range.first, range.last]) { try $0.count(0) } ?? 0
  }
}

/// From when until when articles arrived, in seconds since 1970: 0 for those of which it is not known.
private struct ArrivalRange {
  static let rows = "article a INDEXED BY article_latest"
  static let condition = "a.arrived BETWEEN ? AND ?"

  private(set) var first = Int64.min
  private(set) var last = Int64.max

  /// What terms ask that must all hold; nil where they ask for no arrivals.
  init?(_ terms: [Query], _ compiler: QueryCompiler) throws {
    guard terms.contains(where: \.asksForArrival) else { return nil }
    for term in terms {
      switch term {
      case .seen(let visit): first = max(first, try ArrivalDays(compiler.db).first(since: visit))
      case .not(.seen(let visit)): last = min(last, try ArrivalDays(compiler.db).first(since: visit) - 1)
      case .asOf(let moment):
        last = min(last, moment.rawValue)
        if !compiler.isUnknownArrival(before: moment) { first = max(first, 1) }
      default: break
      }
    }
  }

  private init(_ first: Int64, _ last: Int64) { (self.first, self.last) = (first, last) }

  /// All that arrived at other times.
  var others: [ArrivalRange] {
    guard first <= last else { return [ArrivalRange(.min, .max)] }
    return [
      first > .min ? ArrivalRange(.min, first - 1) : nil, last < .max ? ArrivalRange(last + 1, .max) : nil,
    ]
    .compactMap(\.self)
  }

  /// The rows of the range.
  var path: QueryCompiler.AccessPath {
    QueryCompiler.AccessPath(
      rows: Self.rows, id: "a.id", conditions: [Self.condition], arguments: [first, last], cost: .max)
  }

  /// Those rows of the range whose articles were changed after a moment.
  func path(changedSince moment: Timestamp) -> QueryCompiler.AccessPath {
    QueryCompiler.AccessPath(
      rows: """
        (SELECT DISTINCT key FROM version INDEXED BY version_end WHERE replaced > ?) v CROSS JOIN article a ON a.key = v.key
        """, id: "a.id", conditions: [Self.condition], arguments: [moment.rawValue, first, last], cost: .max)
  }
}

extension Query {
  fileprivate var asksForArrival: Bool {
    switch self {
    case .seen, .not(.seen), .asOf: true
    default: false
    }
  }
}
