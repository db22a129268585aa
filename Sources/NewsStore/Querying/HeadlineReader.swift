import GRDB
import NewsModel

/// Reads pages of headlines; rows that cannot be read are left out, and noted.
struct HeadlineReader {
  let db: Database
  let names: TermNames
  let damage: DamageLog

  func page(of query: Query, from cursor: PageCursor, limit: Int) throws -> HeadlinePage {
    guard limit > 0 else { return HeadlinePage() }
    // One more, which says that there are more.
    let limit = min(limit, .max - 1)
    var rows = try ArticleByArticle.answer(db, damage) {
      try read(query, from: cursor, limit: limit + 1)
    } instead: {
      try $0.articles(matching: query, from: cursor, limit: limit + 1)
    }
    let hasMore = rows.count > limit
    if hasMore { rows.removeLast() }
    if !cursor.leadsOn { rows.reverse() }
    return HeadlinePage(headlines: try rows.map { try names.headline($0, db) }, hasMore: hasMore)
  }

  /// The headlines around the article of a key, at most `limit` on either side; the first where the list lacks the article.
  func window(of query: Query, around key: ArticleKey, limit: Int) throws -> HeadlineWindow {
    let past = try query.asOf.map { try PastArticles(db, asOf: $0, damage).place(of: key.rawValue) }
    guard let place = try past ?? headline(key)?.place,
      let headline = try page(of: query, from: .after(place.justBefore(in: query.order)), limit: 1).headlines.first,
      headline.key == key
    else { return HeadlineWindow(after: try page(of: query, from: .start, limit: limit)) }
    return HeadlineWindow(
      before: try page(of: query, from: .before(place), limit: limit), headline: headline,
      after: try page(of: query, from: .after(place), limit: limit))
  }

  /// The headline of a key, with the id that the article has now; `nil` where there is none.
  func headline(_ key: ArticleKey) throws -> Headline? {
    let article = try ArticleByArticle.answer(db, damage) {
      try db.cachedStatement(sql: "SELECT \(ArticleRow.columns) FROM article a WHERE a.key = ?")
        .first([key.rawValue], ArticleRow.article)
    } instead: {
      try $0.article(key.rawValue)
    }
    return try article.map { try names.headline($0, db) }
  }

  /// When the newest article of a query was published, or at the end of its list the oldest; `nil` where nothing matches.
  func published(at end: PageCursor, of query: Query) throws -> Timestamp? {
    try page(of: query.withoutOrder, from: end, limit: 1).headlines.first?.published
  }

  /// In the direction of the cursor.
  private func read(_ query: Query, from cursor: PageCursor, limit: Int) throws -> [StoredArticle] {
    guard query.order != .arrived else {
      return try ArrivalList(db, query, damage).articles(from: cursor, limit: limit)
    }
    var ids = cursor.ids(in: query.order)
    let direction = cursor.direction(in: query.order)
    let query = query.withoutOrder
    let present = try presentArticles(query, in: ids, direction, limit: limit)
    guard let moment = query.asOf else { return present }
    // Where a page is full, what lies behind it is of no interest.
    if present.count >= limit, let last = present.last?.id {
      ids = direction == .newestFirst ? max(last, ids.lowerBound)...ids.upperBound : ids.lowerBound...last
    }
    var past: [StoredArticle] = []
    try PastArticles(db, asOf: moment, damage).forEach(matching: query, in: ids, direction) { article in
      past.append(article)
      return past.count < limit
    }
    let isBefore: (Int64, Int64) -> Bool = direction == .newestFirst ? { $0 > $1 } : { $0 < $1 }
    return Array((present + past).sorted { isBefore($0.id, $1.id) }.prefix(limit))
  }

  /// What the rows of the articles say.
  private func presentArticles(
    _ query: Query, in ids: ClosedRange<Int64>, _ direction: CompiledQuery.Order, limit: Int
  ) throws -> [StoredArticle] {
    let queries = try QueryCompiler(db).walks(query)
    let isAlone = queries.count == 1
    var walks = try queries.map { compiled in
      var compiled = compiled
      compiled.require(ids: ids)
      // The SQL has no limit, because unreadable rows are left out. Rows come one by one, as nothing is sorted.
      let rows = try compiled.cursor(db, ArticleRow.columns, order: direction, isAlone: isAlone)
      return Walk(rows: rows, damage: damage)
    }
    var articles: [StoredArticle] = []
    while articles.count < limit, let next = try Walk.next(of: &walks, direction) { articles.append(next) }
    return articles
  }
}

/// One of several walks in the same order, of which some may come to the same article.
private struct Walk {
  let rows: RowCursor
  let damage: DamageLog
  private var first: StoredArticle?
  private var hasBegun = false

  init(rows: RowCursor, damage: DamageLog) {
    self.rows = rows
    self.damage = damage
  }

  private mutating func advance() throws {
    hasBegun = true
    first = nil
    while first == nil, let row = try rows.next() { first = try damage.article(row, ArticleRow.article) }
  }

  /// The next article of all walks, once however many come to it.
  static func next(of walks: inout [Walk], _ order: CompiledQuery.Order) throws -> StoredArticle? {
    var best: StoredArticle?
    for index in walks.indices {
      if !walks[index].hasBegun { try walks[index].advance() }
      guard let first = walks[index].first else { continue }
      guard let other = best else {
        best = first
        continue
      }
      if order == .newestFirst ? first.id > other.id : first.id < other.id { best = first }
    }
    guard let best else { return nil }
    for index in walks.indices where walks[index].first?.id == best.id { try walks[index].advance() }
    return best
  }
}

extension PageCursor {
  /// In which direction of ids it leads, in a list by publish time.
  func direction(in order: ArticleOrder) -> CompiledQuery.Order {
    leadsOn == (order != .oldest) ? .newestFirst : .oldestFirst
  }

  /// The ids among which it leads, in a list by publish time.
  func ids(in order: ArticleOrder) -> ClosedRange<Int64> {
    switch self {
    case .start, .end: .min ... .max
    case .after(let place), .before(let place):
      direction(in: order) == .newestFirst
        ? .min...max(.min + 1, place.id.rawValue) - 1 : min(.max - 1, place.id.rawValue) + 1 ... .max
    }
  }
}
