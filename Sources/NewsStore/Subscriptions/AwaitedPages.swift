import GRDB
import NewsModel

/// The articles whose page is to be fetched, because the reader wants the whole text of what their subscription brings.
///
/// A row is made with the article, and again when the feed changes its text; it goes when the page's text has come.
struct AwaitedPages {
  let db: Database

  func add(_ key: Int64, at now: Timestamp) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO awaited_page (key, attempts, next_try, failure) VALUES (?, 0, ?, NULL)
        ON CONFLICT DO UPDATE SET attempts = 0, next_try = excluded.next_try, failure = NULL
        """
    )
    .execute(arguments: [key, now.rawValue])
  }

  func remove(_ key: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM awaited_page WHERE key = ?").run([key])
  }

  /// Those of one subscription.
  func removeAll(of id: Subscription.ID) throws {
    try db.execute(
      sql: "DELETE FROM awaited_page WHERE key IN (SELECT key FROM body WHERE feed_id = ?)", arguments: [id.rawValue])
  }

  /// Notes that an attempt failed. `nextTry` is nil where it was the last.
  func note(_ failure: FetchFailure, of key: Int64, nextTry: Timestamp?) throws {
    try db.cachedStatement(
      sql: "UPDATE awaited_page SET attempts = attempts + 1, next_try = ?, failure = ? WHERE key = ?"
    )
    .execute(arguments: [nextTry?.rawValue, try FetchStateCoding.encode(failure), key])
  }

  /// Which text an article shows.
  func textOrigin(_ article: StoredArticle) throws -> TextOrigin {
    guard article.body.feed != nil else { return .own }
    let statement = try db.cachedStatement(sql: "SELECT next_try, failure FROM awaited_page WHERE key = ?")
    let row = try statement.first([article.key]) { row in
      (isGivenUp: row.hasNull(atIndex: 0), failure: try row.textIfPresent(1).flatMap(FetchStateCoding.failure))
    }
    if article.body.feedText != nil { return .page }
    guard let row else { return .own }
    guard row.isGivenUp, let failure = row.failure else { return .pagePending(row.failure) }
    return .pageMissing(failure)
  }
}
