import GRDB

extension Schema {
  /// What the reader follows, which feed an article came from, and the pages that are to be fetched.
  static func addSubscriptions(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE subscription (
          id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: it is the scope of the feed's own ids
          name TEXT NOT NULL,
          folded TEXT NOT NULL UNIQUE,        -- of the name
          address TEXT NOT NULL,
          canonical TEXT NOT NULL UNIQUE,     -- WebAddress.canonical of the address
          home_page TEXT,
          folders TEXT NOT NULL,              -- one a line, outermost first
          tags TEXT NOT NULL,                 -- one a line
          fetches_articles INTEGER NOT NULL CHECK (fetches_articles IN (0, 1)),
          interval INTEGER,                   -- seconds
          state TEXT NOT NULL                 -- FetchState in JSON
        ) STRICT;

        CREATE TABLE known_items (
          subscription_id INTEGER PRIMARY KEY REFERENCES subscription (id) ON DELETE CASCADE,
          digests BLOB NOT NULL               -- ItemDigest of what the last body held
        ) STRICT;

        CREATE TABLE former_subscription (
          canonical TEXT PRIMARY KEY,
          id INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE body ADD COLUMN feed_id INTEGER;  -- the subscription that brought it, which may be gone
        ALTER TABLE body ADD COLUMN links BLOB;       -- BodyCoding
        ALTER TABLE body ADD COLUMN feed_text BLOB;   -- FeedText, where the page's text stands in its place
        CREATE INDEX body_feed ON body (feed_id) WHERE feed_id IS NOT NULL;

        CREATE TABLE awaited_page (
          key INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
          attempts INTEGER NOT NULL,
          next_try INTEGER,                   -- seconds since 1970-01-01T00:00:00Z; NULL once it is given up
          failure TEXT                        -- FetchFailure in JSON, of the last attempt
        ) STRICT;
        CREATE INDEX awaited_page_next ON awaited_page (next_try) WHERE next_try IS NOT NULL;
        """)
  }
}
