import GRDB
package import NewsModel

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
