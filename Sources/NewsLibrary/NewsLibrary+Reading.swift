package import NewsModel
import NewsStore

extension NewsLibrary {
  /// Some neighbouring headlines of the articles that match, newest first.
  package func headlines(
    matching query: Query, from cursor: PageCursor, limit: Int, cancellation: LibraryCancellation? = nil
  ) throws(LibraryError) -> HeadlinePage {
    try store.headlines(matching: query, from: cursor, limit: limit, cancellation: cancellation)
  }

  /// The headlines around the article of a key, at most `limit` on either side; the newest where the list does not hold the article.
  package func headlines(
    around key: ArticleKey, matching query: Query, limit: Int, cancellation: LibraryCancellation? = nil
  ) throws(LibraryError) -> HeadlineWindow {
    guard let known = try store.headline(key),
      let headline = try headlines(
        matching: query, from: .olderThan(ArticleID(known.id.rawValue + 1)), limit: 1, cancellation: cancellation
      ).headlines.first, headline.key == key
    else {
      return HeadlineWindow(
        older: try headlines(matching: query, from: .newest, limit: limit, cancellation: cancellation))
    }
    let newer = try headlines(
      matching: query, from: .newerThan(known.id), limit: limit, cancellation: cancellation)
    let older = try headlines(
      matching: query, from: .olderThan(known.id), limit: limit, cancellation: cancellation)
    return HeadlineWindow(newer: newer, headline: headline, older: older)
  }

  /// How many articles match.
  ///
  /// - Parameter progress: told now and then how many were found so far.
  package func count(
    _ query: Query, cancellation: LibraryCancellation? = nil, progress: ((Int) -> Void)? = nil
  ) throws(LibraryError) -> Int {
    try store.count(query, cancellation: cancellation, progress: progress)
  }

  /// The most relevant of the newest matching articles, best first; where the query looks for no text, the newest.
  package func mostRelevant(
    to query: Query, amongNewest count: Int = 2_000, limit: Int, cancellation: LibraryCancellation? = nil
  ) throws(LibraryError) -> [Headline] {
    try store.mostRelevant(to: query, amongNewest: count, limit: limit, cancellation: cancellation)
  }

  /// How many matching articles are newer than `id`: its place in the list, from 0.
  package func position(
    of id: ArticleID, in query: Query, cancellation: LibraryCancellation? = nil
  ) throws(LibraryError) -> Int {
    try store.position(of: id, in: query, cancellation: cancellation)
  }

  /// The article of a key with its body; nil where there is none.
  package func article(_ key: ArticleKey) throws(LibraryError) -> Article? { try store.article(key) }

  /// The values of a field among the matching articles with their counts, most frequent first.
  package func terms(
    _ field: TermField, matching query: Query, limit: Int = .max, cancellation: LibraryCancellation? = nil
  ) throws(LibraryError) -> [TermCount] {
    try store.terms(field, matching: query, limit: limit, cancellation: cancellation)
  }
}

extension NewsLibrary {
  /// The key of the article that came last; 0 in an empty store.
  package func newestKey() throws(LibraryError) -> ArticleKey { try store.newestKey() }

  /// The articles that came after another and match, in the order in which they came; goes on after `last` as long as that moves.
  package func arrivals(
    after key: ArticleKey, matching query: Query, limit: Int = 500
  ) throws(LibraryError) -> (headlines: [Headline], last: ArticleKey) {
    let arrivals = try store.arrivals(after: key, matching: query, limit: limit)
    return (arrivals.headlines, arrivals.last)
  }
}
