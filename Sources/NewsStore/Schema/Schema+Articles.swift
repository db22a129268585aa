import GRDB
import TextBasics

extension Schema {
  /// Version 1: articles, what they are found and counted by.
  static func addArticles(_ db: Database) throws {
    try db.execute(sql: articleTables)
    try StoreState.folding.set(Int64(Folding.version), db)
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
  }

  private static let articleTables = """
    CREATE TABLE term (
      id INTEGER PRIMARY KEY,
      kind INTEGER NOT NULL,              -- TermKind
      name TEXT NOT NULL,                 -- as first met
      folded TEXT NOT NULL,
      articles INTEGER NOT NULL DEFAULT 0,
      unread INTEGER NOT NULL DEFAULT 0,
      starred INTEGER NOT NULL DEFAULT 0,
      stubs INTEGER NOT NULL DEFAULT 0,
      UNIQUE (kind, folded)
    ) STRICT;
    INSERT INTO term (id, kind, name, folded) VALUES (0, 0, '', ''), (1, 1, '', ''), (2, 2, '', '');

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      key INTEGER NOT NULL UNIQUE,
      published INTEGER NOT NULL,         -- seconds since 1970-01-01T00:00:00Z
      is_estimated INTEGER NOT NULL CHECK (is_estimated IN (0, 1)),
      is_stub INTEGER NOT NULL CHECK (is_stub IN (0, 1)),
      is_read INTEGER NOT NULL CHECK (is_read IN (0, 1)),
      is_starred INTEGER NOT NULL CHECK (is_starred IN (0, 1)),
      source_id INTEGER NOT NULL REFERENCES term (id),
      label_id INTEGER NOT NULL REFERENCES term (id),
      tag_ids TEXT NOT NULL,              -- in the page's order, separated by blanks
      title TEXT NOT NULL,
      folded_title TEXT                   -- NULL where folding leaves the title as it is
    ) STRICT;
    CREATE INDEX article_unread ON article (is_read) WHERE is_read = 0;
    CREATE INDEX article_starred ON article (is_starred) WHERE is_starred = 1;
    CREATE INDEX article_stub ON article (is_stub) WHERE is_stub = 1;

    CREATE TABLE body (
      key INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
      origin_id TEXT,
      url TEXT,
      byline TEXT,
      summary TEXT,
      previous TEXT,
      next TEXT,
      related BLOB NOT NULL,              -- BodyCoding
      blocks BLOB NOT NULL                -- BodyCoding
    ) STRICT;

    CREATE TABLE posting (
      term_id INTEGER NOT NULL REFERENCES term (id),
      article_id INTEGER NOT NULL,
      PRIMARY KEY (term_id, article_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE identity (
      digest INTEGER NOT NULL,
      key INTEGER NOT NULL,
      PRIMARY KEY (digest, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE volume (
      term_id INTEGER NOT NULL REFERENCES term (id),
      quarter INTEGER NOT NULL,           -- quarter-hours since 1970-01-01T00:00:00Z
      articles INTEGER NOT NULL,
      unread INTEGER NOT NULL,
      starred INTEGER NOT NULL,
      stubs INTEGER NOT NULL,
      PRIMARY KEY (term_id, quarter)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE day_volume (
      kind INTEGER NOT NULL,
      day INTEGER NOT NULL,               -- UTC days since 1970-01-01
      term_id INTEGER NOT NULL REFERENCES term (id),
      articles INTEGER NOT NULL,
      PRIMARY KEY (kind, day, term_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE state (
      name TEXT PRIMARY KEY,              -- StoreState
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE setting (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
