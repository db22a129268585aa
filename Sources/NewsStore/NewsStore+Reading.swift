import GRDB
package import NewsModel

extension NewsStore {
  /// Some neighbouring headlines of the articles that match, newest first, and in the same snapshot the length of the whole list
  /// where the store counts it by itself.
  ///
  /// Time grows with the limit, not with the store, as long as what matches is not rare in what is walked.
  package func headlines(
    matching query: Query, from cursor: PageCursor, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> HeadlinePage {
    try read(cancellation) { db in
      var page = try headlineReader(db).page(of: query, from: cursor, limit: limit)
      page.total = try KnownCount(db).readable(query)
      return page
    }
  }

  /// The headlines around the article of a key, at most `limit` on either side; the newest where the list lacks the article. With
  /// the length of the list, all in one snapshot.
  package func headlines(
    around key: ArticleKey, matching query: Query, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> HeadlineWindow {
    try read(cancellation) { db in
      var window = try headlineReader(db).window(of: query, around: key, limit: limit)
      window.total = try KnownCount(db).readable(query)
      return window
    }
  }

  /// The headline of a key, with the id that the article has now.
  package func headline(_ key: ArticleKey) throws(StoreError) -> Headline? {
    try read { db in try headlineReader(db).headline(key) }
  }

  func headlineReader(_ db: Database) -> HeadlineReader { HeadlineReader(db: db, names: names, damage: damage) }

  /// The article of a key with its body. Related entries name the stored article that they stand for.
  package func article(_ key: ArticleKey) throws(StoreError) -> Article? {
    try read { db in
      guard let stored = try stored(key, db) else { return nil }
      guard let blocks = BodyCoding.blocks(stored.body.blocks), let related = BodyCoding.related(stored.body.related),
        let links = BodyCoding.links(stored.body.links)
      else { throw StoreError.damaged(path: path, detail: "body of article \(key)") }
      let finder = ArticleFinder(db: db)
      return Article(
        headline: try names.headline(stored, db), originID: stored.body.originID, url: stored.body.url,
        byline: stored.body.byline, summary: stored.body.summary, blocks: blocks,
        previous: stored.body.previous, next: stored.body.next,
        related: related.map { item in
          if item.isSelf { return RelatedArticle(item: item, key: key) }
          // A list without a link is worth more than none, where what would lead to the article is damaged.
          let found = try? StubDraft(item).flatMap { try finder.article(listedAs: $0.article) }
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
  /// so is a search for one or two characters where the index is complete; the rest is counted, in time that grows with the
  /// number of candidates.
  ///
  /// - Parameter progress: told now and then how many were found so far.
  package func count(
    _ query: Query, cancellation: Cancellation? = nil, progress: ((Int) -> Void)? = nil
  ) throws(StoreError) -> Int {
    try read(cancellation) { db in
      try ArticleByArticle.answer(db, damage) {
        if let known = try KnownCount(db).count(query) ?? IndexedCount(db).count(query) { return known }
        let compiled = try QueryCompiler(db).compile(query)
        return try progress.map { try compiled.count(db, progress: $0) } ?? compiled.count(db)
      } instead: {
        try $0.count(query)
      }
    }
  }

  /// How many matching articles are newer than `id`: its place in the list, from 0. Time grows with the answer.
  package func position(
    of id: ArticleID, in query: Query, cancellation: Cancellation? = nil
  ) throws(StoreError) -> Int {
    try read(cancellation) { db in
      try ArticleByArticle.answer(db, damage) {
        var compiled = try QueryCompiler(db).compile(query)
        compiled.require("\(compiled.id) > ?", id.rawValue)
        return try compiled.count(db)
      } instead: {
        try $0.count(query, in: min(.max - 1, id.rawValue) + 1 ... .max)
      }
    }
  }
}
