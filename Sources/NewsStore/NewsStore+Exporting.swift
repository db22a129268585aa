import GRDB
package import NewsModel

extension NewsStore {
  /// Some neighbouring articles of a query with their bodies, newest first, for those who go through all of them page by page.
  ///
  /// Entries of related lists do not name stored articles: that takes longer than all the rest. An article that cannot be read is
  /// left out, and counted in `damage`.
  ///
  /// - Parameter id: the article behind which the page begins, which may be gone; nil for the newest.
  package func articles(
    matching query: Query, olderThan id: ArticleID? = nil, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> ArticlePage {
    try read(cancellation) { db in
      let page = try headlineReader(db).page(of: query, from: id.map { .olderThan($0) } ?? .newest, limit: limit)
      let articles = try page.headlines.compactMap { headline -> Article? in
        guard let body = try ArticleRow.readableBody(db, key: headline.key.rawValue),
          let blocks = BodyCoding.blocks(body.blocks),
          let related = BodyCoding.related(body.related)
        else {
          damage.note(article: headline.id.rawValue)
          return nil
        }
        return Article(
          headline: headline, originID: body.originID, url: body.url, byline: body.byline, summary: body.summary,
          blocks: blocks, previous: body.previous, next: body.next, related: related.map { RelatedArticle(item: $0) })
      }
      return ArticlePage(articles: articles, last: page.headlines.last?.id, hasMore: page.hasMore)
    }
  }
}

extension NewsStore {
  /// Notes articles that are gone but for their texts, of which no list tells. Takes some 10 ms for a million articles where there are none.
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

/// Some neighbouring articles of a list, newest first.
package struct ArticlePage: Hashable, Sendable {
  package var articles: [Article]
  /// The oldest article that was looked at, whether it could be read or not: where to go on.
  package var last: ArticleID?
  /// Whether older ones follow.
  package var hasMore: Bool
}
