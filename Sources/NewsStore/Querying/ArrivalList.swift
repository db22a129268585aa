import GRDB
import NewsModel

/// A list in the order of arrival, which is not that of ids.
///
/// Where few articles come into question their places are gathered and sorted, and only those that the page needs are read. Else the index of
/// arrivals is walked. Rows are never sorted.
struct ArrivalList {
  private let db: Database
  private let damage: DamageLog
  private let query: Query
  private let compiler: QueryCompiler

  /// More places are not gathered. So many take some 10 ms.
  private static let mostGathered = 10_000

  init(_ db: Database, _ query: Query, _ damage: DamageLog) throws {
    self.db = db
    self.damage = damage
    self.query = query.withoutOrder
    compiler = try QueryCompiler(db)
  }

  /// In the direction of the cursor.
  func articles(from cursor: PageCursor, limit: Int) throws -> [StoredArticle] {
    let stretch = ArrivalStretch(cursor)
    let present = try presentArticles(in: stretch, limit: limit)
    guard let moment = query.asOf else { return present }
    var past: [StoredArticle] = []
    try PastArticles(db, asOf: moment, damage).forEach(matching: query, in: stretch) { article in
      past.append(article)
      return past.count < limit
    }
    return Array((present + past).sorted { stretch.puts($0.place, before: $1.place) }.prefix(limit))
  }

  /// How many articles stand before a place.
  func count(before place: ArticlePlace) throws -> Int {
    let stretch = ArrivalStretch(.before(place))
    var compiled = try compiler.compile(query, isOrdered: false)
    let present: Int
    if compiled.walksEverything {
      present = try walks(in: stretch).reduce(0) { try $0 + $1.count(db) }
    } else {
      compiled.require(stretch)
      present = try compiled.count(db)
    }
    let past = try query.asOf.map { try PastArticles(db, asOf: $0, damage).count(matching: query, in: stretch) }
    return present + (past ?? 0)
  }

  /// What the rows of the articles say.
  private func presentArticles(in stretch: ArrivalStretch, limit: Int) throws -> [StoredArticle] {
    var articles: [StoredArticle] = []
    func take(_ rows: RowCursor) throws {
      while articles.count < limit, let row = try rows.next() {
        if let article = try damage.article(row, ArticleRow.article) { articles.append(article) }
      }
    }
    if let places = try fewPlaces(in: stretch) {
      var one = try compiler.test(query)
      for place in places where articles.count < limit {
        one.arguments[0] = place.id.rawValue
        try take(one.cursor(db, ArticleRow.columns))
      }
    } else {
      for walk in try walks(in: stretch) where articles.count < limit {
        try take(walk.cursor(db, ArticleRow.columns, order: stretch.direction))
      }
    }
    return articles
  }

  /// The places among which are those of all that match, in the order of the stretch; nil where there are many.
  private func fewPlaces(in stretch: ArrivalStretch) throws -> [ArticlePlace]? {
    guard let paths = try compiler.narrowPaths(query, below: Self.mostGathered) else { return nil }
    var places: Set<ArticlePlace> = []
    for var path in paths {
      path.require(stretch)
      let rows = try path.cursor(db, "a.arrived, a.id")
      while let row = try rows.next() {
        guard
          let place = row.ifReadable({
            ArticlePlace(id: ArticleID(try $0.number(1)), arrived: try $0.momentIfNotZero(0))
          })
        else { continue }
        places.insert(place)
      }
    }
    return places.sorted(by: stretch.puts)
  }

  /// One behind the other: SQLite finds the beginning of a range of pairs by their first half alone, and would read all that arrived in the
  /// same second, which may be a whole import.
  private func walks(in stretch: ArrivalStretch) throws -> [CompiledQuery] {
    let all = try compiler.arrivals(query)
    guard let edge = stretch.edge else { return [all] }
    let arrived = (edge.arrived ?? ArticlePlace.unknownArrival).rawValue
    var (same, others) = (all, all)
    same.require("a.arrived = ? AND a.id \(stretch.sign) ?", arrived, edge.id.rawValue)
    others.require("a.arrived \(stretch.sign) ?", arrived)
    return [same, others]
  }
}

/// The part of a list in the order of arrival into which a cursor leads, and in which direction.
struct ArrivalStretch {
  /// What it begins behind; nil at an end of the list.
  let edge: ArticlePlace?
  let direction: CompiledQuery.Order

  init(_ cursor: PageCursor) {
    direction = cursor.leadsOn ? .newestFirst : .oldestFirst
    switch cursor {
    case .start, .end: edge = nil
    case .after(let place), .before(let place): edge = place
    }
  }

  /// How columns of what lies in it compare to those of the edge.
  fileprivate var sign: String { direction == .newestFirst ? "<" : ">" }

  func puts(_ one: ArticlePlace, before other: ArticlePlace) -> Bool {
    direction == .newestFirst
      ? ArticleOrder.arrived.puts(one, before: other) : ArticleOrder.arrived.puts(other, before: one)
  }

  func contains(_ place: ArticlePlace) -> Bool { edge.map { puts($0, before: place) } ?? true }
}

extension CompiledQuery {
  fileprivate mutating func require(_ stretch: ArrivalStretch) {
    guard let edge = stretch.edge else { return }
    require(
      "(a.arrived, a.id) \(stretch.sign) (?, ?)", (edge.arrived ?? ArticlePlace.unknownArrival).rawValue,
      edge.id.rawValue)
  }
}

extension StoredArticle {
  var place: ArticlePlace { ArticlePlace(id: ArticleID(id), arrived: arrived) }
}
