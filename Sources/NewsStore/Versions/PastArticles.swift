import GRDB
import NewsModel

/// The articles as of a moment of which the rows of today do not tell: those that were changed since, as they were, and those whose
/// publish time lies after their arrival.
///
/// All others had arrived by then, and are found by the index as ever (`QueryCompiler`).
struct PastArticles {
  let db: Database
  let moment: Timestamp
  let damage: DamageLog

  /// So many versions are gathered and sorted; more are walked in the order of the list.
  private static let mostSorted = 4_000

  init(_ db: Database, asOf moment: Timestamp, _ damage: DamageLog) {
    self.db = db
    self.moment = moment
    self.damage = damage
  }

  /// Hands over the articles that match, in the order of the list, until `body` returns false. They have the marks and the own tags of now, and
  /// their bodies where the query is about texts, or where these are wanted.
  ///
  /// - Complexity: grows with the versions that were replaced since the moment where these are few, else with those within `bounds`.
  func forEach(
    matching query: Query, in bounds: ClosedRange<Int64> = .min ... .max, _ order: CompiledQuery.Order = .newestFirst,
    withBodies: Bool = false, _ body: (StoredArticle) throws -> Bool
  ) throws {
    let test = test(query, withBodies: withBodies)
    try forEachPlace(in: bounds, order) { place in try test(place).map(body) ?? true }
  }

  /// The same in a part of the list in the order of arrival.
  ///
  /// - Complexity: grows with the versions that were replaced since the moment: the places of all are sorted.
  func forEach(
    matching query: Query, in stretch: ArrivalStretch, _ body: (StoredArticle) throws -> Bool
  ) throws {
    let test = test(query, withBodies: false)
    let places = try arrivalPlaces().filter { stretch.contains($0.arrival) }
    for place in places.sorted(by: { stretch.puts($0.arrival, before: $1.arrival) }) {
      guard try test(place.place).map(body) ?? true else { return }
    }
  }

  func count(matching query: Query, in bounds: ClosedRange<Int64> = .min ... .max) throws -> Int {
    var count = 0
    try forEach(matching: query, in: bounds) { _ in
      count += 1
      return true
    }
    return count
  }

  /// Of those that were changed since.
  func countChanged(matching query: Query) throws -> Int {
    let test = test(query, withBodies: false)
    var count = 0
    try forEachPlace(in: .min ... .max, .newestFirst) { place in
      if place.number != nil, try test(place) != nil { count += 1 }
      return true
    }
    return count
  }

  func count(matching query: Query, in stretch: ArrivalStretch) throws -> Int {
    var count = 0
    try forEach(matching: query, in: stretch) { _ in
      count += 1
      return true
    }
    return count
  }

  /// Gives the article at a place where the query means it.
  private func test(_ query: Query, withBodies: Bool) -> (Place) throws -> StoredArticle? {
    let (matcher, terms) = (QueryMatcher(query), TermLookup(db))
    let needsBody = withBodies || query.looksAtBody
    return { place in
      guard let article = try article(at: place, withBody: needsBody), try matcher.matches(article, terms) else {
        return nil
      }
      return article
    }
  }

  /// The article of a key as it was, with its body; nil where it had not arrived by then, or is gone.
  func article(_ key: Int64) throws -> StoredArticle? {
    if let version = try versions.version(of: key, asOf: moment) { return try article(of: version, withBody: true) }
    return try ArticleRow.readable { try ArticleRow.fetch(db, key: key) }.flatMap { try hasArrived($0) ? $0 : nil }
  }

  /// Where lists show the article of a key; nil where that is the place of today.
  func place(of key: Int64) throws -> ArticlePlace? {
    guard let version = try versions.version(of: key, asOf: moment) else { return nil }
    return try ArticlePlace(id: ArticleID(version.article.id), arrived: arrival(of: key))
  }

  private var versions: FormerVersions { FormerVersions(db: db) }

  private func hasArrived(_ article: StoredArticle) throws -> Bool {
    try moment >= article.arrived ?? Timestamp(StoreState.arrivalsKept.value(db))
  }

  /// Where an article stands as it was.
  private struct Place {
    var id: Int64
    var key: Int64
    /// Nil for the row of today.
    var number: Int64?
  }

  /// In the order of the list.
  private func forEachPlace(
    in bounds: ClosedRange<Int64>, _ order: CompiledQuery.Order, _ body: (Place) throws -> Bool
  ) throws {
    func isBefore(_ a: Place, _ b: Place) -> Bool { order == .newestFirst ? a.id > b.id : a.id < b.id }
    let first = try QueryCompiler(db).firstIDBeyond(moment)
    var early = try earlyPlaces(beyond: first).filter { bounds.contains($0.id) }.sorted(by: isBefore)[...]
    // Of all others none lies beyond.
    let limits: StatementArguments = [
      moment.rawValue, moment.rawValue, bounds.lowerBound, min(first - 1, bounds.upperBound),
    ]
    if bounds.lowerBound == .min, let few = try fewPlaces(limits) {
      for place in (few + early).sorted(by: isBefore) where try !body(place) { return }
      return
    }
    // Another list may be asked for while this one is walked.
    let rows = try Row.fetchCursor(
      db.makeStatement(
        sql: """
          SELECT id, key, number FROM version INDEXED BY version_place
          WHERE replaced > ? AND arrived <= ? AND id >= ? AND id <= ? ORDER BY id \(order.rawValue)
          """), arguments: limits)
    while let row = try rows.next() {
      let place = try Self.place(row)
      while let first = early.first, isBefore(first, place) {
        early.removeFirst()
        guard try body(first) else { return }
      }
      guard try body(place) else { return }
    }
    for place in early where try !body(place) { return }
  }

  /// Where few versions were replaced since the moment they are found by that; nil where many were.
  private func fewPlaces(_ limits: StatementArguments) throws -> [Place]? {
    let places = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, key, number FROM version INDEXED BY version_end
          WHERE replaced > ? AND arrived <= ? AND id >= ? AND id <= ? LIMIT \(Self.mostSorted)
          """), arguments: limits
    )
    .map(Self.place)
    return places.count < Self.mostSorted ? places : nil
  }

  /// Articles and versions that lie where no list as of the moment looks: they arrived long before they were published.
  private func earlyPlaces(beyond first: Int64) throws -> [Place] {
    let articles = try EarlyArticles(db).asOf(moment).map { Place(id: $0.id, key: $0.key) }
    let versions = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, key, number FROM version INDEXED BY version_early
          WHERE published > arrived + \(EarlyArticles.lead) AND published > ? AND id >= ? AND arrived <= ? AND replaced > ?
          """), arguments: [moment.rawValue, first, moment.rawValue, moment.rawValue]
    )
    .map(Self.place)
    return articles + versions
  }

  /// All places, each with that in a list in the order of arrival.
  private func arrivalPlaces() throws -> [(place: Place, arrival: ArticlePlace)] {
    let early = try EarlyArticles(db).asOf(moment).map { article in
      let place = Place(id: article.id, key: article.key)
      return (place, ArticlePlace(id: ArticleID(article.id), arrived: try arrival(of: article.key)))
    }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT v.id, v.key, v.number, a.arrived FROM version v INDEXED BY version_end CROSS JOIN article a ON a.key = v.key
          WHERE v.replaced > ? AND v.arrived <= ?
          """), arguments: [moment.rawValue, moment.rawValue])
    var places = early
    while let row = try rows.next() {
      let place = try Self.place(row)
      places.append((place, ArticlePlace(id: ArticleID(place.id), arrived: try row.momentIfNotZero(3))))
    }
    return places
  }

  /// When the article of a key arrived first; nil where that is not known.
  private func arrival(of key: Int64) throws -> Timestamp? {
    try db.cachedStatement(sql: "SELECT arrived FROM article WHERE key = ?").first([key]) { try $0.momentIfNotZero(0) }
      ?? nil
  }

  private static func place(_ row: Row) throws -> Place {
    Place(id: try row.number(0), key: try row.number(1), number: try row.number(2))
  }

  /// Nil where there is none any more, or it cannot be read.
  private func article(at place: Place, withBody needsBody: Bool) throws -> StoredArticle? {
    guard let number = place.number else {
      return try ArticleRow.readable { try ArticleRow.fetch(db, key: place.key) }
    }
    return try versions.version(place.key, number).flatMap { try article(of: $0, withBody: needsBody) }
  }

  /// A former version with the marks of now; nil where the article is gone, or the body is wanted and cannot be read.
  private func article(of version: FormerVersion, withBody needsBody: Bool) throws -> StoredArticle? {
    var article = version.article
    guard let present = try present(article.key) else { return nil }
    (article.status, article.tags.own, article.arrived) = present
    guard needsBody else { return article }
    guard let body = try versions.body(of: version) else {
      damage.note(article: article.id)
      return nil
    }
    article.body = body
    return article
  }

  /// What no change of its source touches: what the reader did to the article, and when it arrived first; nil where it is gone.
  private func present(_ key: Int64) throws -> (ArticleStatus, own: [Int64], arrived: Timestamp?)? {
    try db.cachedStatement(sql: "SELECT is_read, is_starred, is_muted, tag_ids, arrived FROM article WHERE key = ?")
      .first([key]) { row in
        let status = ArticleStatus(isRead: try row.flag(0), isStarred: try row.flag(1), isMuted: try row.flag(2))
        return (status, TagIDs(try row.text(3)).own, try row.momentIfNotZero(4))
      }
  }
}

/// Articles that arrived before they were published: embargoed ones, and those with a wrong clock. There are few.
///
/// A list as of a moment begins at articles published then. These lie before that place, and may have arrived by then all the same.
struct EarlyArticles {
  let db: Database

  /// So many seconds after its arrival an article may be published without being looked for here; the index says so, too.
  static let lead: Int64 = 86_400

  init(_ db: Database) { self.db = db }

  /// Those that had arrived by the moment, have not been changed since, and lie beyond `QueryCompiler.firstIDBeyond`.
  func asOf(_ moment: Timestamp) throws -> [(id: Int64, key: Int64)] {
    let first = try QueryCompiler(db).firstIDBeyond(moment)
    let isPresent = "NOT EXISTS (SELECT 1 FROM version v WHERE v.key = a.key AND v.replaced > ?)"
    let known = try db.cachedStatement(
      sql: """
        SELECT a.id, a.key FROM article a INDEXED BY article_early
        WHERE a.arrived > 0 AND a.published > a.arrived + \(Self.lead) AND a.published > ? AND a.id >= ? AND a.arrived <= ?
          AND \(isPresent)
        """)
    var found = try places(known, [moment.rawValue, first, moment.rawValue, moment.rawValue])
    guard try moment.rawValue >= StoreState.arrivalsKept.value(db) else { return found }
    let unknown = try db.cachedStatement(
      sql: """
        SELECT a.id, a.key FROM article a INDEXED BY article_arrival
        WHERE a.arrived / 86400 = 0 AND a.id >= ? AND \(isPresent)
        """)
    found += try places(unknown, [first, moment.rawValue])
    return found
  }

  private func places(_ statement: Statement, _ arguments: StatementArguments) throws -> [(id: Int64, key: Int64)] {
    try Row.fetchAll(statement, arguments: arguments).map { (try $0.number(0), try $0.number(1)) }
  }
}
