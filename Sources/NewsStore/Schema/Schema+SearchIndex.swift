import GRDB

extension Schema {
  /// The index for searching texts. All articles of an older store are still to be indexed.
  static func addSearchIndex(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE search_block (
          block INTEGER PRIMARY KEY,
          age INTEGER NOT NULL,               -- of two blocks with one article, the one of the higher age says what it holds
          documents INTEGER NOT NULL,
          newest INTEGER NOT NULL,            -- article ids
          oldest INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE search_page (
          id INTEGER PRIMARY KEY,             -- BlockPages
          data BLOB NOT NULL
        ) STRICT;

        CREATE TABLE unindexed (
          article_id INTEGER PRIMARY KEY,     -- there may be none any more
          version INTEGER NOT NULL            -- grows while the article waits and is changed again
        ) STRICT;
        INSERT INTO unindexed SELECT id, 0 FROM article;
        """)
  }
}
