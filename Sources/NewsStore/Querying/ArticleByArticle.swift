import GRDB
import NewsModel

/// Answers a query where SQLite gives up, as it meets a damaged page: looks at every article that can be reached by itself.
///
/// Neither lists, nor counts, nor the search index are asked. What a damaged page costs is the articles on it, which are noted, and
/// time: some 30 µs for each article where the query speaks of texts.
struct ArticleByArticle {
  let db: Database
  let damage: DamageLog

  /// What `answer` gives; where it meets damage, what `instead` gives of the articles that can be reached.
  static func answer<T>(
    _ db: Database, _ damage: DamageLog, _ answer: () throws -> T, instead: (ArticleByArticle) throws -> T
  ) throws -> T {
    do {
      return try answer()
    } catch  where error.isDamage {
      let result = try instead(ArticleByArticle(db: db, damage: damage))
      damage.noteLists()
      return result
    }
  }

  /// Hands over the articles that match, in order, until `body` returns false. They have their bodies where the query is about texts.
  func forEach(
    matching query: Query, in bounds: ClosedRange<Int64> = .min ... .max, _ order: CompiledQuery.Order = .newestFirst,
    _ body: (StoredArticle) throws -> Bool
  ) throws {
    let (matcher, terms) = (QueryMatcher(query), TermLookup(db))
    let needsBody = query.looksAtBody
    try walk(bounds, order) { row in
      guard var article = try damage.article(row, ArticleRow.article) else { return true }
      if needsBody {
        guard let found = try ArticleRow.readableBody(db, key: article.key) else {
          damage.note(article: article.id)
          return true
        }
        article.body = found
      }
      return try matcher.matches(article, terms) ? try body(article) : true
    }
  }

  func articles(matching query: Query, from cursor: PageCursor, limit: Int) throws -> [StoredArticle] {
    let order = query.order
    guard order != .arrived else {
      return try articlesByArrival(matching: query, in: ArrivalStretch(cursor), limit: limit)
    }
    var result: [StoredArticle] = []
    try forEach(matching: query, in: cursor.ids(in: order), cursor.direction(in: order)) { article in
      result.append(article)
      return result.count < limit
    }
    return result
  }

  /// Looks at all of them, and keeps hardly more than are wanted.
  private func articlesByArrival(
    matching query: Query, in stretch: ArrivalStretch, limit: Int
  ) throws -> [StoredArticle] {
    var result: [StoredArticle] = []
    func cut() { result = Array(result.sorted { stretch.puts($0.place, before: $1.place) }.prefix(limit)) }
    try forEach(matching: query) { article in
      if stretch.contains(article.place) { result.append(article) }
      if result.count - 1_000 > limit { cut() }
      return true
    }
    cut()
    return result
  }

  /// - Parameter place: those before it are counted; nil for all.
  func count(_ query: Query, before place: ArticlePlace? = nil) throws -> Int {
    let order = query.order
    var count = 0
    try forEach(matching: query) { article in
      if place.map({ order.puts(article.place, before: $0) }) ?? true { count += 1 }
      return true
    }
    return count
  }

  /// The article of a key, without its body.
  func article(_ key: Int64) throws -> StoredArticle? {
    var result: StoredArticle?
    try walk(.min ... .max, .newestFirst) { row in
      // Others are not asked for: that one of them cannot be read is no concern of this answer.
      if row.ifReadable({ try $0.number(1) }) == key { result = try damage.article(row, ArticleRow.article) }
      return result == nil
    }
    return result
  }

  // MARK: Walking

  private func walk(
    _ bounds: ClosedRange<Int64>, _ order: CompiledQuery.Order, _ body: (Row) throws -> Bool
  ) throws {
    let ranges = try reach().ranges.filter { $0.overlaps(bounds) }.map { $0.clamped(to: bounds) }
    for range in order == .newestFirst ? ranges.reversed() : ranges {
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT \(ArticleRow.columns) FROM article a NOT INDEXED WHERE a.id >= ? AND a.id <= ?
            ORDER BY a.id \(order.rawValue)
            """), arguments: [range.lowerBound, range.upperBound])
      while let row = try next(rows) {
        guard try body(row) else { return }
      }
    }
  }

  /// Behind the last row of a range the walk may look at what made it the last.
  private func next(_ rows: RowCursor) throws -> Row? {
    do {
      return try rows.next()
    } catch let error as DatabaseError where error.isDamage {
      return nil
    }
  }

  private func reach() throws -> RowScan.Reach {
    try damage.reach {
      let reach = try RowScan(db, table: "article").reach()
      if !reach.isWhole, try !noteUnreachable(reach) { damage.noteUnreachableArticles() }
      return reach
    }
  }

  /// Notes the articles beyond reach that the index of keys names. Returns whether that could be read.
  private func noteUnreachable(_ reach: RowScan.Reach) throws -> Bool {
    do {
      let ids = try Int64.fetchCursor(
        db, sql: "SELECT id FROM article INDEXED BY sqlite_autoindex_article_1 WHERE key > 0")
      while let id = try ids.next() {
        if !reach.contains(id) { damage.note(article: id) }
      }
      return true
    } catch let error as DatabaseError where error.isDamage {
      return false
    }
  }
}

extension Query {
  /// Whether an article's body must be there to tell whether the query means it.
  var looksAtBody: Bool {
    switch self {
    case .text, .author, .regex, .trait, .folder, .address: true
    case .and(let terms), .or(let terms): terms.contains(where: \.looksAtBody)
    case .not(let term): term.looksAtBody
    case .all, .term, .figure, .unread, .read, .starred, .stub, .muted, .since, .until, .session, .seen, .asOf, .sort,
      .changed, .withdrawn, .title:
      false
    }
  }
}
