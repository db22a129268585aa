import GRDB
import Log
package import NewsModel

extension NewsStore {
  /// Some neighbouring headlines of the articles that match, in the order of the query, and in the same snapshot the length of the whole list
  /// where the store counts it by itself.
  ///
  /// Time grows with the limit, not with the store, as long as what matches is not rare in what is walked. What is asked for by relevance
  /// comes by publish time: `ranked` has its beginning.
  package func headlines(
    matching query: Query, from cursor: PageCursor, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> HeadlinePage {
    try read(cancellation) { db in
      var page = try headlineReader(db).page(of: query, from: cursor, limit: limit)
      page.total = try KnownCount(db).readable(query.withoutOrder)
      return page
    }
  }

  /// The headlines around the article of a key, at most `limit` on either side; the first where the list lacks the article. With
  /// the length of the list, all in one snapshot.
  package func headlines(
    around key: ArticleKey, matching query: Query, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> HeadlineWindow {
    try read(cancellation) { db in
      var window = try headlineReader(db).window(of: query, around: key, limit: limit)
      window.total = try KnownCount(db).readable(query.withoutOrder)
      return window
    }
  }

  /// The headline of a key, with the id that the article has now.
  package func headline(_ key: ArticleKey) throws(StoreError) -> Headline? {
    try read { db in try headlineReader(db).headline(key) }
  }

  func headlineReader(_ db: Database) -> HeadlineReader { HeadlineReader(db: db, names: names, damage: damage) }

  /// The article of a key with its body. Related entries name the stored article that they stand for.
  ///
  /// - Parameter moment: as of when; nil for now. One that had not arrived by then is not there.
  package func article(_ key: ArticleKey, asOf moment: Timestamp? = nil) throws(StoreError) -> Article? {
    try read { db in
      let found = try moment.map { try PastArticles(db, asOf: $0, damage).article(key.rawValue) } ?? stored(key, db)
      guard let stored = found else { return nil }
      guard let blocks = BodyCoding.blocks(stored.body.blocks), let related = BodyCoding.related(stored.body.related),
        let links = BodyCoding.links(stored.body.links)
      else { throw StoreError.damaged(path: path, detail: "body of article \(key)") }
      let finder = ArticleFinder(db: db)
      return Article(
        headline: try names.headline(stored, db), details: stored.body.details, blocks: blocks,
        related: related.map { item in
          if item.isSelf { return RelatedArticle(item: item, key: key) }
          // A list without a link is worth more than none, where what would lead to the article is damaged.
          let found = Log.attempt("find a related article", .info) {
            try StubDraft(item).flatMap { try finder.article(listedAs: $0.article) }
          }
          .flatMap(\.self)
          return RelatedArticle(item: item, key: found.map { ArticleKey($0.key) })
        }, links: links, textOrigin: try AwaitedPages(db: db).textOrigin(stored))
    }
  }

  /// The row and the body of a key; by way of all articles where what leads to it is damaged, and it is not.
  private func stored(_ key: ArticleKey, _ db: Database) throws -> StoredArticle? {
    do {
      return try ArticleRow.fetch(db, key: key.rawValue)
    } catch let error as DatabaseError where error.isDamage {
      guard var article = try ArticleByArticle(db: db, damage: damage).article(key.rawValue),
        let body = try ArticleRow.readableBody(db, key: key.rawValue)
      else { throw error }
      article.body = body
      return article
    }
  }

  /// How many articles match. What the store counts by itself (everything, one term, one state, a term and a state) is read, and
  /// so is a search for one or two characters where the index is complete; where nearly all articles arrived on one side of the moment
  /// that is asked for, only the others are looked at; the rest is counted, in time that grows with the number of candidates.
  ///
  /// - Parameter progress: told now and then how many were found so far.
  package func count(
    _ query: Query, cancellation: Cancellation? = nil, progress: ((Int) -> Void)? = nil
  ) throws(StoreError) -> Int {
    let query = query.withoutOrder
    return try read(cancellation) { db in
      try ArticleByArticle.answer(db, damage) {
        if let known = try KnownCount(db).withoutArticles(query) ?? ArrivalCount(db, damage).count(query) {
          return known
        }
        let compiled = try QueryCompiler(db).compile(query, isOrdered: false)
        let present = try progress.map { try compiled.count(db, progress: $0) } ?? compiled.count(db)
        return try present + (query.asOf.map { try PastArticles(db, asOf: $0, damage).count(matching: query) } ?? 0)
      } instead: {
        try $0.count(query)
      }
    }
  }

  /// How many articles of a list stand before a place, from 0. Time grows with the answer.
  package func position(
    of place: ArticlePlace, in query: Query, cancellation: Cancellation? = nil
  ) throws(StoreError) -> Int {
    try read(cancellation) { db in
      try ArticleByArticle.answer(db, damage) {
        guard query.order != .arrived else { return try ArrivalList(db, query, damage).count(before: place) }
        let ids = PageCursor.before(place).ids(in: query.order)
        var compiled = try QueryCompiler(db).compile(query, isOrdered: false)
        compiled.require(ids: ids)
        let past = try query.asOf.map { try PastArticles(db, asOf: $0, damage).count(matching: query, in: ids) }
        return try compiled.count(db) + (past ?? 0)
      } instead: {
        try $0.count(query, before: place)
      }
    }
  }
}

/// Articles that came after another.
package struct Arrivals: Hashable, Sendable {
  /// Those that match, in the order in which they came.
  package var headlines: [Headline]
  /// The newest article that was looked at: where to go on.
  package var last: ArticleKey
}

extension NewsStore {
  /// The key of the article that came last; 0 in an empty store.
  package func newestKey() throws(StoreError) -> ArticleKey {
    try read { ArticleKey(try Int64.fetchOne($0, sql: "SELECT max(key) FROM article") ?? 0) }
  }

  /// The articles that came after another and match, whenever they were published; without headlines of related lists.
  ///
  /// Looks at no more than `limit`; there are more as long as `last` moves. Each is held against the query in memory.
  package func arrivals(
    after key: ArticleKey, matching query: Query, limit: Int = 500
  ) throws(StoreError) -> Arrivals {
    try read { db in
      let (matcher, terms) = (QueryMatcher(query), TermLookup(db))
      var arrivals = Arrivals(headlines: [], last: key)
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT \(ArticleRow.columns), \(ArticleRow.bodyColumns) FROM article a JOIN body b ON b.key = a.key
            WHERE a.key > ? ORDER BY a.key LIMIT ?
            """), arguments: [key.rawValue, limit])
      while let row = try rows.next() {
        arrivals.last = ArticleKey(try row.number(1))
        guard let article = try damage.article(row, ArticleRow.articleWithBody),
          !article.isStub, try matcher.matches(article, terms)
        else { continue }
        arrivals.headlines.append(try names.headline(article, db))
      }
      return arrivals
    }
  }
}

extension NewsStore {
  /// Some neighbouring articles of a query with their bodies, in its order, for going through all of them page by page.
  ///
  /// Entries of related lists do not name stored articles: that takes longer than all the rest. An article that cannot be read is
  /// left out, and counted in `damage`.
  package func articles(
    matching query: Query, from cursor: PageCursor = .start, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> ArticlePage {
    try read(cancellation) { db in
      let page = try headlineReader(db).page(of: query, from: cursor, limit: limit)
      return ArticlePage(
        articles: try articles(page.headlines, asOf: query.asOf, db), last: page.headlines.last?.place,
        hasMore: page.hasMore)
    }
  }

  /// The articles of headlines, as `articles` gives them.
  ///
  /// - Parameter moment: as of when; nil for now.
  package func articles(
    of headlines: [Headline], asOf moment: Timestamp?, cancellation: Cancellation? = nil
  ) throws(StoreError) -> [Article] {
    try read(cancellation) { db in try articles(headlines, asOf: moment, db) }
  }

  private func articles(_ headlines: [Headline], asOf moment: Timestamp?, _ db: Database) throws -> [Article] {
    let past = moment.map { PastArticles(db, asOf: $0, damage) }
    return try headlines.compactMap { headline -> Article? in
      let key = headline.key.rawValue
      guard let body = try past.map({ try $0.article(key)?.body }) ?? ArticleRow.readableBody(db, key: key),
        let blocks = BodyCoding.blocks(body.blocks),
        let related = BodyCoding.related(body.related), let links = BodyCoding.links(body.links)
      else {
        damage.note(article: headline.id.rawValue)
        return nil
      }
      return Article(
        headline: headline, details: body.details, blocks: blocks,
        related: related.map { RelatedArticle(item: $0) }, links: links)
    }
  }
}

extension NewsStore {
  /// Goes through the headlines of a query in its order, page by page: memory stays flat, and the first come at once. Each page is read
  /// as the store is at that moment.
  ///
  /// - Parameter limit: no more than so many headlines in all.
  /// - Throws: `StoreError`, or what `body` throws.
  package func forEachPage(
    of query: Query, limit: Int = .max, cancellation: Cancellation? = nil, _ body: ([Headline]) throws -> Void
  ) throws {
    var (left, cursor) = (limit, PageCursor.start)
    if query.order == .relevance {
      let ranked = try ranked(query, limit: limit, cancellation: cancellation)
      try body(ranked.headlines)
      left -= ranked.headlines.count
      cursor = ranked.rest
    }
    while left > 0 {
      let page = try headlines(
        matching: query, from: cursor, limit: min(left, Self.pageLength), cancellation: cancellation)
      try body(page.headlines)
      left -= page.headlines.count
      guard page.hasMore, let last = page.headlines.last else { return }
      cursor = .after(last.place)
    }
  }

  private static let pageLength = 1_000
}

extension NewsStore {
  /// Notes articles of which only the text is left, which no list names. Takes some 10 ms for a million articles where there are none.
  package func noteMissingArticles() throws(StoreError) {
    let missing = try read { db in
      do {
        let counted = try KnownCount(db).count(.all) ?? 0
        let muted = try KnownCount(db).count(.muted) ?? 0
        let found = try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0
        guard counted + muted > found else { return 0 }
        return try Int.fetchOne(
          db, sql: "SELECT count(*) FROM body b WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.key = b.key)") ?? 0
      } catch  where error.isDamage {
        return 0
      }
    }
    damage.note(missing: missing)
  }
}

/// Some neighbouring articles of a list, in its order.
package struct ArticlePage: Hashable, Sendable {
  package var articles: [Article]
  /// The place of the last article that was looked at, whether it could be read or not: where to go on.
  package var last: ArticlePlace?
  /// Whether more follow.
  package var hasMore: Bool
}
