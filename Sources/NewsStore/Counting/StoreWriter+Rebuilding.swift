import GRDB

extension StoreWriter {
  /// Empties every table that is derived from the articles, and fills it again.
  mutating func rebuildCounts() throws {
    try db.execute(
      sql: """
        DELETE FROM posting; DELETE FROM volume; DELETE FROM day_volume; DELETE FROM identity;
        UPDATE term SET articles = 0, unread = 0, starred = 0, stubs = 0;
        """)
    try StoreState.muted.set(0, db)
    let articles = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(ArticleRow.columns), \(ArticleRow.bodyColumns) FROM article a JOIN body b ON b.key = a.key ORDER BY a.id
        """)
    var pending = 0
    while let row = try articles.next() {
      let article = try ArticleRow.articleWithBody(row)
      derive(article, Identity(article))
      pending += 1
      if pending.isMultiple(of: 10_000) { try flush() }
    }
  }
}
