import GRDB

extension Schema {
  /// Muted articles, saved queries, rules, and what can be undone.
  ///
  /// The flags' indexes are made anew without muted articles: where a rule mutes much that nobody then reads, the list of
  /// unread articles would else wade through it.
  static func addOrganising(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN is_muted INTEGER NOT NULL DEFAULT 0 CHECK (is_muted IN (0, 1));
        DROP INDEX article_unread;
        DROP INDEX article_starred;
        DROP INDEX article_stub;
        CREATE INDEX article_unread ON article (is_read) WHERE is_read = 0 AND is_muted = 0;
        CREATE INDEX article_starred ON article (is_starred) WHERE is_starred = 1 AND is_muted = 0;
        CREATE INDEX article_stub ON article (is_stub) WHERE is_stub = 1 AND is_muted = 0;
        CREATE INDEX article_muted ON article (is_muted) WHERE is_muted = 1;

        CREATE TABLE saved_query (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          folded TEXT NOT NULL UNIQUE,        -- of the name
          query TEXT NOT NULL,                -- as typed
          position INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE rule (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          folded TEXT NOT NULL UNIQUE,        -- of the name
          query TEXT NOT NULL,                -- as typed
          actions TEXT NOT NULL,              -- StatusAction, one a line
          is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
          position INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE undo_step (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          made INTEGER NOT NULL,              -- seconds since 1970-01-01T00:00:00Z
          actions TEXT NOT NULL,              -- StatusAction, one a line
          articles INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE undo_part (
          step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
          number INTEGER NOT NULL,
          action TEXT NOT NULL,               -- StatusAction that undoes it
          keys BLOB NOT NULL,                 -- KeyCoding
          PRIMARY KEY (step_id, number)
        ) STRICT;
        """)
  }
}
