import GRDB
import NewsModel
import TextBasics

/// Makes SQL of a query. Whatever the reader typed is bound, never part of the statement.
///
/// Of the terms that must all hold, the compiler walks the articles of the one with the fewest, by the counts that the store keeps
/// or by a guess from the search index. The others are tested row by row. All access paths are in the order of ids, so nothing is
/// ever sorted. Muted articles are left out where the query does not speak of them; a store without any is not asked about them.
struct QueryCompiler {
  let db: Database
  /// How many articles are muted; more than 0 where the file does not tell.
  let muted: Int
  /// Whether folded titles were made by the present rules.
  let hasFoldedTitles: Bool
  let hasIndex: Bool
  private let overflow: Int64
  private let arrivalsKept: Timestamp

  /// So many minutes bound nothing.
  private static let unknownOverflow: Int64 = 1 << 40

  init(_ db: Database) throws {
    self.db = db
    hasFoldedTitles = try Refolding.isDone(db)
    hasIndex = try SearchBlock.isUsable(db)
    overflow = try StoreState.minuteOverflow.readable(db) ?? Self.unknownOverflow
    arrivalsKept = Timestamp(try StoreState.arrivalsKept.readable(db) ?? 0)
    muted = Int(try StoreState.muted.readable(db) ?? 1)
  }

  /// - Parameter isOrdered: whether the rows are wanted in the order of ids.
  func compile(_ query: Query, isOrdered: Bool = true) throws -> CompiledQuery {
    let query = query.withoutMutedExcluded
    let path =
      isOrdered
      ? try cheapestPath(query.conjuncts, looksAtMuted: query.looksAtMuted) : try cheapestPath(inAnyOrder: query)
    return try compile(query, by: path)
  }

  func cheapestPath(inAnyOrder query: Query) throws -> AccessPath {
    let terms = query.conjuncts
    let ordered = try cheapestPath(terms, looksAtMuted: query.looksAtMuted)
    let total = try totals(of: Schema.everything).articles
    let others = try [ArrivalDays(db).path(terms, total: total), TraitRows(db).path(terms)]
    return others.compactMap(\.self).reduce(ordered) { $1.cost < $0.cost ? $1 : $0 }
  }

  /// All articles of a query in the order of their arrival.
  func arrivals(_ query: Query) throws -> CompiledQuery {
    let query = query.withoutMutedExcluded
    var result = try compile(query, by: AccessPath(rows: "article a INDEXED BY article_latest", id: "a.id", cost: .max))
    result.arrival = "a.arrived"
    return result
  }

  /// Whether one article matches: its id is the first argument.
  func test(_ query: Query) throws -> CompiledQuery {
    let path = AccessPath(rows: "article a", id: "a.id", conditions: ["a.id = ?"], arguments: [Int64(0)], cost: 1)
    return try compile(query.withoutMutedExcluded, by: path)
  }

  /// The rows among which are all articles of a query, without what else it asks; nil where all would have to be walked, or more than
  /// `most` by one of the ways that lead to them.
  func narrowPaths(_ query: Query, below most: Int) throws -> [CompiledQuery]? {
    let queries = try alternatives(query) ?? [query.withoutMutedExcluded]
    var found: [CompiledQuery] = []
    for query in queries {
      let path = try cheapestPath(inAnyOrder: query)
      guard !path.walksEverything, path.cost < most else { return nil }
      found.append(
        CompiledQuery(rows: path.rows, id: path.id, conditions: path.conditions, arguments: path.arguments))
    }
    return found
  }

  /// The rows of a path that match; the query is one without what `withoutMutedExcluded` takes out of it.
  func compile(_ query: Query, by path: AccessPath) throws -> CompiledQuery {
    let (terms, looksAtMuted) = (query.conjuncts, query.looksAtMuted)
    var result = CompiledQuery(rows: path.rows, id: path.id, conditions: path.conditions, arguments: path.arguments)
    if muted > 0, !looksAtMuted, !path.leavesMutedOut {
      result.conditions.append("a.is_muted = 0")
      // A term whose articles are all muted matches nothing: there is no need to walk through them.
      if path.cost == 0, path.term != nil { result.conditions.append("0") }
    }
    for term in terms where term != path.term {
      narrow(&result, by: term)
      let predicate = try predicate(term)
      result.conditions.append(predicate.sql)
      result.arguments += predicate.arguments
    }
    return result
  }

  /// Where the term bounds time, it bounds ids too.
  private func narrow(_ query: inout CompiledQuery, by term: Query) {
    switch term {
    case .since(let moment): query.require("\(query.id) >= ?", TimeOrderedID.first(ofMinute: moment.minute))
    case .until(let moment):
      query.require("\(query.id) < ?", TimeOrderedID.upperBound(before: moment, overflow: overflow))
    case .asOf(let moment): query.require("\(query.id) < ?", firstIDBeyond(moment))
    case .session(let condition):
      narrow(&query, by: .since(condition.known.lowerBound))
      narrow(&query, by: .until(condition.known.upperBound))
    default: break
    }
  }

  /// The first id that no article has which had arrived by the moment, but for those that `EarlyArticles` knows.
  func firstIDBeyond(_ moment: Timestamp) -> Int64 {
    TimeOrderedID.upperBound(before: moment + EarlyArticles.lead + 1, overflow: overflow)
  }

  /// The walks in the order of ids that together give the articles of a query, as few as serve it well: by one index, by the days or the
  /// numbers under which the rows of one lie, or by an index for each of several alternatives.
  func walks(_ query: Query) throws -> [CompiledQuery] {
    let query = query.withoutMutedExcluded
    let terms = query.conjuncts
    let path = try cheapestPath(terms, looksAtMuted: query.looksAtMuted)
    if let paths = try ArrivalDays(db).paths(terms, below: path.cost) ?? TraitRows(db).paths(terms, below: path.cost) {
      return try paths.map { try compile(query, by: $0) }
    }
    if let alternatives = try alternatives(query) { return try alternatives.map { try compile($0) } }
    return [try compile(query, by: path)]
  }

  /// The query as several, each with an index to walk, that together give its articles; nil where one index serves it well.
  ///
  /// Walking all articles for one of two rare tags would read the whole store.
  func alternatives(_ query: Query) throws -> [Query]? {
    let query = query.withoutMutedExcluded
    let terms = query.conjuncts
    // Each branch would judge for itself whether muted articles come into question.
    guard !query.looksAtMuted, try !hasPath(terms) else { return nil }
    for case .or(let alternatives) in terms where !alternatives.isEmpty {
      let rest = terms.filter { $0 != .or(alternatives) }
      let branches = alternatives.map { Query.allOf(rest + [$0]) }
      if try branches.allSatisfy({ try hasPath($0.conjuncts) }) { return branches }
    }
    return nil
  }

  func totals(of term: Int64) throws -> Totals {
    let statement = try db.cachedStatement(sql: "SELECT articles, unread, starred, stubs FROM term WHERE id = ?")
    return try statement.first([term]) { try Totals($0, from: 0) } ?? Totals()
  }
}

extension QueryCompiler {
  /// How rows are reached: rows in the order of ids, among which are all that match.
  struct AccessPath {
    var rows: String
    var id: String
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    /// The term that all walked rows satisfy; nil where every term is still to be tested.
    var term: Query?
    /// About how many rows there are, in the measure of one that is read through an index.
    var cost: Int
    var leavesMutedOut = false

    fileprivate static func everything(cost: Int) -> AccessPath {
      AccessPath(rows: CompiledQuery.everything, id: "a.id", cost: cost)
    }

    fileprivate var walksEverything: Bool { rows == CompiledQuery.everything }
  }

  /// The cheapest access path for terms that must all hold.
  func cheapestPath(_ terms: [Query], looksAtMuted: Bool) throws -> AccessPath {
    let total = try totals(of: Schema.everything).articles + (looksAtMuted ? muted : 0)
    let everything = AccessPath.everything(cost: total)
    var others = try terms.compactMap { try path($0, looksAtMuted: looksAtMuted) }
    if let candidates = try candidatePath(terms, total: total) { others.append(candidates) }
    // Half of all rows through an index cost more than all of them in a row.
    return others.min { $0.cost < $1.cost }.flatMap { $0.cost * 2 > total ? nil : $0 } ?? everything
  }

  /// Whether an index narrows what is to be walked for any of the terms.
  func hasPath(_ terms: [Query]) throws -> Bool {
    try hasIndex && CandidateQuery(terms) != nil || terms.contains { try path($0, looksAtMuted: false) != nil }
  }

  /// The indexes of flags hold no muted articles, except that of muted ones; the lists of terms hold all.
  private func path(_ term: Query, looksAtMuted: Bool) throws -> AccessPath? {
    switch term {
    case .term(let field, let name): try path(TermKind(field), name, term, looksAtMuted: looksAtMuted)
    case .unread where !looksAtMuted: try path("article_unread", "a.is_read = 0", \.unread, term)
    case .starred where !looksAtMuted: try path("article_starred", "a.is_starred = 1", \.starred, term)
    case .stub where !looksAtMuted: try path("article_stub", "a.is_stub = 1", \.stubs, term)
    // The equality tells SQLite that the index has the order of ids.
    case .changed:
      AccessPath(
        rows: "article a INDEXED BY article_changed", id: "a.id", conditions: ["a.change > 0", "(a.change > 0) = 1"],
        cost: try BoundedCount(db).count("article INDEXED BY article_changed", where: "change > 0"))
    case .withdrawn:
      AccessPath(
        rows: "article a INDEXED BY article_withdrawn", id: "a.id",
        conditions: ["a.withdrawn > 0", "(a.withdrawn > 0) = 1"],
        cost: try BoundedCount(db).count("article INDEXED BY article_withdrawn", where: "withdrawn > 0"))
    case .muted:
      AccessPath(
        rows: "article a INDEXED BY article_muted", id: "a.id", conditions: ["a.is_muted = 1"], term: term, cost: muted)
    default: nil
    }
  }

  /// Nil where several terms have the name, whose articles come in no common order.
  private func path(_ kind: TermKind, _ name: String, _ term: Query, looksAtMuted: Bool) throws -> AccessPath? {
    let ids = try FoldedNames.terms(kind, name, db)
    guard ids.count <= 1 else { return nil }
    let id = ids.first
    let counted = try id.map { try totals(of: $0).articles } ?? 0
    // CROSS JOIN keeps SQLite from turning the path round.
    return AccessPath(
      rows: "posting p CROSS JOIN article a ON a.id = p.article_id", id: "p.article_id", conditions: ["p.term_id = ?"],
      arguments: [id ?? -1], term: term, cost: counted + (looksAtMuted ? muted : 0))
  }

  private func path(
    _ index: String, _ condition: String, _ count: KeyPath<Totals, Int>, _ term: Query
  ) throws -> AccessPath {
    AccessPath(
      rows: "article a INDEXED BY \(index)", id: "a.id", conditions: [condition + " AND a.is_muted = 0"], term: term,
      cost: try totals(of: Schema.everything)[keyPath: count], leavesMutedOut: true)
  }

  private func candidatePath(_ terms: [Query], total: Int) throws -> AccessPath? {
    guard hasIndex, let candidates = CandidateQuery(terms) else { return nil }
    let count = try CandidateEstimate(db, total: total).count(candidates)
    // Going through all titles costs a tenth of going through as many texts.
    let isOfTitlesOnly = terms.allSatisfy { if case .title = $0 { true } else { CandidateQuery([$0]) == nil } }
    return AccessPath(
      rows: "\(CandidateTable.name) c CROSS JOIN article a ON a.id = c.id", id: "c.id", conditions: ["c.query = ?"],
      arguments: [candidates.encoded], cost: isOfTitlesOnly ? count * 10 : count)
  }
}

extension QueryCompiler {
  struct Predicate {
    var sql: String
    var arguments: [any DatabaseValueConvertible] = []
  }

  /// The query as a condition on the row `a`. No column in it can be NULL, so `NOT` is the plain opposite.
  func predicate(_ query: Query) throws -> Predicate {
    switch query {
    case .all: Predicate(sql: "1")
    case .and(let terms): try join(terms, " AND ", none: "1")
    case .or(let terms): try join(terms, " OR ", none: "0")
    case .not(let term):
      try { inner in Predicate(sql: "NOT \(inner.sql)", arguments: inner.arguments) }(predicate(term))
    case .term(let field, let name): try predicate(field, isTerm(TermKind(field), name))
    case .figure(let condition):
      Predicate(sql: "has_figure(a.facets, ?)", arguments: [condition.encoded])
    case .unread: Predicate(sql: "a.is_read = 0")
    case .read: Predicate(sql: "a.is_read = 1")
    case .starred: Predicate(sql: "a.is_starred = 1")
    case .stub: Predicate(sql: "a.is_stub = 1")
    case .muted: Predicate(sql: "a.is_muted = 1")
    case .since(let moment): Predicate(sql: "a.published >= ?", arguments: [moment.rawValue])
    case .until(let moment): Predicate(sql: "a.published < ?", arguments: [moment.rawValue])
    case .seen(let visit):
      Predicate(sql: "a.arrived >= ?", arguments: [try ArrivalDays(db).first(since: visit)])
    case .asOf(let moment): try isAsOf(moment)
    case .sort: Predicate(sql: "1")
    case .changed: Predicate(sql: "a.change > 0")
    case .withdrawn: Predicate(sql: "a.withdrawn > 0")
    case .session(let condition): Predicate(sql: "\(SessionFunction.name)(a.published, ?)", arguments: [condition.code])
    case .trait(let trait): try isA(trait)
    case .folder(let name): try isOfFeed(TraitRows(db).feeds(inFolder: name))
    case .address(let condition): try isAt(condition)
    case .title(let text) where !hasFoldedTitles: Predicate(sql: "contains_text(a.title, ?)", arguments: [text])
    case .title(let text):
      Predicate(sql: "instr(coalesce(a.folded_title, a.title), ?) > 0", arguments: [Folding.fold(text)])
    case .text(let text):
      Predicate(
        sql: """
          (contains_text(a.title, ?) OR EXISTS (SELECT 1 FROM body b WHERE b.key = a.key
            AND (contains_body(b.blocks, ?) OR contains_text(b.summary, ?))))
          """, arguments: [text, text, text])
    case .author(let name):
      Predicate(
        sql: "EXISTS (SELECT 1 FROM body b WHERE b.key = a.key AND contains_text(b.byline, ?))", arguments: [name])
    case .regex(let pattern):
      Predicate(
        sql: """
          (matches_text(a.title, ?) OR EXISTS (SELECT 1 FROM body b WHERE b.key = a.key
            AND (matches_body(b.blocks, ?) OR matches_text(b.summary, ?))))
          """, arguments: [pattern, pattern, pattern])
    }
  }

  private func isA(_ trait: ArticleTrait) throws -> Predicate {
    let test = ArticleTraits.test(trait)
    let traits = try TraitRows(db).hasUnknown() ? "coalesce(nullif(a.traits, 0), \(TraitRows.reading))" : "a.traits"
    return Predicate(sql: "(\(traits) & ? = ?)", arguments: [test.mask, test.bits])
  }

  private func isOfFeed(_ feeds: [Int64]) throws -> Predicate {
    let unknown = "CASE a.traits WHEN 0 THEN (SELECT b.feed_id FROM body b WHERE b.key = a.key) ELSE a.feed_id END"
    let feed = try TraitRows(db).hasUnknown() ? unknown : "a.feed_id"
    return Predicate(sql: "coalesce(\(feed), 0) IN (\(feeds.asList))")
  }

  /// Rows tell the host; all else the address itself.
  private func isAt(_ condition: AddressCondition) throws -> Predicate {
    let isAt = "is_at((SELECT b.url FROM body b WHERE b.key = a.key), ?)"
    guard condition.host != nil else { return Predicate(sql: isAt, arguments: [condition.text]) }
    let isOnHost = "coalesce(a.host_id, 0) IN (\(try TraitRows(db).hosts(condition).asList))"
    let isKnown = condition.isOfHostAlone ? isOnHost : "(\(isOnHost) AND \(isAt))"
    let arguments = condition.isOfHostAlone ? [condition.text] : [condition.text, condition.text]
    return Predicate(sql: "(CASE a.traits WHEN 0 THEN \(isAt) ELSE \(isKnown) END)", arguments: arguments)
  }

  /// Whether the article had arrived, and is now what it was then. What it was if it has changed since, `FormerVersions` knows.
  private func isAsOf(_ moment: Timestamp) throws -> Predicate {
    let known = isUnknownArrival(before: moment) ? "a.arrived <= ?" : "a.arrived BETWEEN 1 AND ?"
    guard try hasVersions(replacedAfter: moment) else { return Predicate(sql: known, arguments: [moment.rawValue]) }
    return Predicate(
      sql: """
        (\(known) AND NOT EXISTS (SELECT 1 FROM version v WHERE v.key = a.key AND v.replaced > ?))
        """, arguments: [moment.rawValue, moment.rawValue])
  }

  /// Whether the articles of which it is not known when they arrived had done so by the moment.
  func isUnknownArrival(before moment: Timestamp) -> Bool { moment >= arrivalsKept }

  private func hasVersions(replacedAfter moment: Timestamp) throws -> Bool {
    try !db.cachedStatement(sql: "SELECT 1 FROM version INDEXED BY version_end WHERE replaced > ? LIMIT 1")
      .numbers(moment.rawValue).isEmpty
  }

  private func predicate(_ field: TermField, _ isTerm: Predicate) -> Predicate {
    let sql =
      switch field {
      case .source: "a.source_id \(isTerm.sql)"
      case .label: "a.label_id \(isTerm.sql)"
      case .tag, .company, .event, .topic, .tone, .keyword:
        "EXISTS (SELECT 1 FROM posting t WHERE t.term_id \(isTerm.sql) AND t.article_id = a.id)"
      }
    return Predicate(sql: sql, arguments: isTerm.arguments)
  }

  /// What a column must be that names a term.
  private func isTerm(_ kind: TermKind, _ name: String) throws -> Predicate {
    let terms = try FoldedNames.terms(kind, name, db)
    guard terms.count > 1 else { return Predicate(sql: "= ?", arguments: [terms.first ?? -1]) }
    return Predicate(sql: "IN (" + terms.map { _ in "?" }.joined(separator: ", ") + ")", arguments: terms)
  }

  private func join(_ terms: [Query], _ word: String, none: String) throws -> Predicate {
    let parts = try terms.map(predicate)
    return parts.isEmpty
      ? Predicate(sql: none)
      : Predicate(
        sql: "(" + parts.map(\.sql).joined(separator: word) + ")", arguments: parts.flatMap(\.arguments))
  }
}

/// Counts rows to learn what a path costs, and no more of them than can be counted in some tenths of a millisecond.
struct BoundedCount {
  /// The most that it counts.
  static let limit = 10_000

  private let db: Database

  init(_ db: Database) { self.db = db }

  /// - Parameters:
  ///   - rows: a table with the index that is read.
  ///   - values: those for the question marks of the condition.
  func count(_ rows: String, where condition: String, _ values: [Int64] = [], limit: Int = limit) throws -> Int {
    try db.cachedStatement(sql: "SELECT count(*) FROM (SELECT 1 FROM \(rows) WHERE \(condition) LIMIT ?)")
      .first(StatementArguments(values + [Int64(limit)])) { try $0.count(0) } ?? 0
  }
}

/// A query as SQL: which rows are walked, in the order of ids or of arrival by an index, and what must hold for each.
struct CompiledQuery {
  fileprivate static let everything = "article a NOT INDEXED"

  /// The rows that are walked: the whole table, or an index that holds fewer of them.
  var rows: String
  /// The column that numbers the walked rows; they come in its order.
  var id: String
  var conditions: [String] = []
  /// Values for the question marks of `conditions`, in order.
  var arguments: [any DatabaseValueConvertible] = []
  /// The column of arrivals, where the rows come in their order, those of one second in that of ids.
  var arrival: String?

  /// Whether all articles are walked, one after the other.
  var walksEverything: Bool { rows == Self.everything }

  mutating func require(ids: ClosedRange<Int64>) {
    if ids.upperBound < .max { require("\(id) < ?", ids.upperBound + 1) }
    if ids.lowerBound > .min { require("\(id) > ?", ids.lowerBound - 1) }
  }

  mutating func require(_ condition: String, _ values: any DatabaseValueConvertible...) {
    conditions.append(condition)
    arguments += values
  }

  enum Order: String {
    case newestFirst = "DESC"
    case oldestFirst = "ASC"
  }

  /// The statement that reads `columns` of the rows; with a limit, its value is the last argument.
  func select(_ columns: String, order: Order? = nil, isLimited: Bool = false) -> String {
    "SELECT \(columns) FROM \(rows)" + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      + (order.map { " ORDER BY " + sorted($0) } ?? "") + (isLimited ? " LIMIT ?" : "")
  }

  private func sorted(_ order: Order) -> String {
    [arrival, id].compactMap(\.self).map { $0 + " " + order.rawValue }.joined(separator: ", ")
  }

  func count(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: select("count(*)")), arguments: StatementArguments(arguments)) ?? 0
  }

  /// Counts row by row, and tells how many there are so far, some thousands of times a second.
  func count(_ db: Database, progress: (Int) -> Void) throws -> Int {
    let statement = try db.cachedStatement(sql: select("1"))
    var count = 0
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    while try rows.next() != nil {
      count += 1
      if count.isMultiple(of: 256) { progress(count) }
    }
    return count
  }

  /// - Parameter isAlone: whether no other cursor of the same statement is read beside it.
  func cursor(
    _ db: Database, _ columns: String, order: Order? = nil, limit: Int? = nil, isAlone: Bool = true
  ) throws -> RowCursor {
    let sql = select(columns, order: order, isLimited: limit != nil)
    let statement = try isAlone ? db.cachedStatement(sql: sql) : db.makeStatement(sql: sql)
    return try Row.fetchCursor(
      statement, arguments: StatementArguments(limit.map { arguments + [$0] } ?? arguments))
  }
}
