internal import GRDB
public import NewsModel

extension NewsStore {
  /// Some neighbouring articles of a query with their bodies, newest first, for those who go through all of them page by page.
  ///
  /// Entries of related lists do not name stored articles: that takes longer than all the rest.
  ///
  /// - Parameter id: the article behind which the page begins, which may be gone; nil for the newest.
  public func articles(
    matching query: Query, olderThan id: ArticleID? = nil, limit: Int, cancellation: Cancellation? = nil
  ) throws(StoreError) -> ArticlePage {
    try read(cancellation) { db in
      let page = try HeadlineReader(db: db, names: names)
        .page(of: query, from: id.map { .olderThan($0) } ?? .newest, limit: limit)
      let articles = try page.headlines.map { headline in
        let stored = try ArticleRow.fetch(db, key: headline.key.rawValue)
        guard let body = stored?.body, let blocks = BodyCoding.blocks(body.blocks),
          let related = BodyCoding.related(body.related)
        else { throw StoreError.damaged(path: path, detail: "body of article \(headline.key)") }
        return Article(
          headline: headline, originID: body.originID, url: body.url, byline: body.byline, summary: body.summary,
          blocks: blocks, previous: body.previous, next: body.next, related: related.map { RelatedArticle(item: $0) })
      }
      return ArticlePage(articles: articles, hasMore: page.hasMore)
    }
  }
}

/// Some neighbouring articles of a list, newest first.
public struct ArticlePage: Hashable, Sendable {
  public var articles: [Article]
  /// Whether older ones follow.
  public var hasMore: Bool
}
