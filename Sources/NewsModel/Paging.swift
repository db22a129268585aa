/// Where a page of headlines begins. Pages are found by key, never by counting rows (keyset pagination).
package enum PageCursor: Hashable, Sendable {
  /// The newest articles.
  case newest
  /// The oldest articles.
  case oldest
  /// Those directly older than the article.
  case olderThan(ArticleID)
  /// Those directly newer than the article.
  case newerThan(ArticleID)
}

/// Some neighbouring headlines of a list, newest first whatever the cursor was.
package struct HeadlinePage: Hashable, Sendable {
  package var headlines: [Headline]
  /// Whether the list goes on beyond the page in the direction in which it was read.
  package var hasMore: Bool
  /// The length of the whole list at the moment of the page; nil where it would have to be counted.
  package var total: Int?

  package init(headlines: [Headline] = [], hasMore: Bool = false, total: Int? = nil) {
    self.headlines = headlines
    self.hasMore = hasMore
    self.total = total
  }
}

/// The headlines of a list around an article, or the newest where the list does not hold it.
package struct HeadlineWindow: Hashable, Sendable {
  /// Both parts are newest first.
  package var newer: HeadlinePage
  /// The article itself; nil where it is gone or does not match. Then `older` holds the newest of the list.
  package var headline: Headline?
  package var older: HeadlinePage
  /// The length of the whole list at the moment of the window; nil where it would have to be counted.
  package var total: Int?

  package init(
    newer: HeadlinePage = HeadlinePage(), headline: Headline? = nil, older: HeadlinePage, total: Int? = nil
  ) {
    self.newer = newer
    self.headline = headline
    self.older = older
    self.total = total
  }
}

/// What is written out.
package enum ExportSelection: Hashable, Sendable {
  /// All articles of a query, newest first.
  case matching(Query)
  /// The figures of all articles of a query, newest first: rows of a table, without texts.
  case table(Query)
  /// As of a moment; nil for now.
  case article(ArticleKey, asOf: Timestamp? = nil)
}
