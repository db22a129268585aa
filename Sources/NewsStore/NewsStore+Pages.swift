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
    let page = ItemDraft(item, at: now).article
    return try write { writer in
      guard let old = try ArticleRow.fetch(writer.db, key: key.rawValue) else { return false }
      let pages = AwaitedPages(db: writer.db)
      guard page.body.blocks.count >= old.body.deliveredBlocks.count, !page.body.blocks.isEmpty
      else {
        try pages.note(.notNews, of: key.rawValue, nextTry: nil)
        return false
      }
      let new = old.showing(page: page)
      if new != old { try writer.replace(old, with: new) }
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
