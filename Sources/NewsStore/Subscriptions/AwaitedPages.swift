import GRDB
package import NewsModel

/// An article whose page is to be fetched.
package struct AwaitedPage: Hashable, Sendable {
  package var key: ArticleKey
  package var address: String
  /// Those that failed.
  package var attempts: Int
}

extension NewsStore {
  /// Pages whose time has come, those of the newest articles first.
  package func awaitedPages(at now: Timestamp, limit: Int) throws(StoreError) -> [AwaitedPage] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT p.key, b.url, p.attempts FROM awaited_page p JOIN body b ON b.key = p.key
          WHERE p.next_try <= ? AND b.url IS NOT NULL ORDER BY p.key DESC LIMIT ?
          """, arguments: [now.rawValue, limit]
      )
      .map { AwaitedPage(key: ArticleKey(try $0.number(0)), address: try $0.text(1), attempts: try $0.count(2)) }
    }
  }

  /// When the next page is to be tried; nil where none is awaited.
  package func nextPageTry() throws(StoreError) -> Timestamp? {
    try read { try Int64.fetchOne($0, sql: "SELECT min(next_try) FROM awaited_page").map { Timestamp($0) } }
  }

  /// Shows the text of an article's page in the place of the feed's, which is kept.
  ///
  /// A text that is shorter than the feed's own is not that of the article, but of a wall before it: then the feed's stays, and
  /// the page is not tried again. Returns whether the page's text is shown now.
  @discardableResult
  package func savePage(_ item: Item, of key: ArticleKey, at now: Timestamp = .now) throws(StoreError) -> Bool {
    let page = ItemDraft(item, at: now).content.article
    return try write { writer in
      guard let old = try ArticleRow.fetch(writer.db, key: key.rawValue) else { return false }
      let pages = AwaitedPages(db: writer.db)
      guard page.body.blocks.count >= old.body.deliveredBlocks.count, !page.body.blocks.isEmpty
      else {
        try pages.note(.notNews, of: key.rawValue, nextTry: nil)
        return false
      }
      let new = old.showing(page: page)
      let change = SourceChange(arrived: now, change: .none)
      if new != old { try writer.replace(old, with: new, by: change) }
      try pages.remove(key.rawValue)
      return true
    }
  }

  /// Notes that a page could not be had. `nextTry` is nil where it is given up.
  package func notePageFailure(
    _ failure: FetchFailure, of key: ArticleKey, nextTry: Timestamp?
  ) throws(StoreError) {
    try write { try AwaitedPages(db: $0.db).note(failure, of: key.rawValue, nextTry: nextTry) }
  }
}

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
