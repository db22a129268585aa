import GRDB
import NewsModel
import TextBasics

/// The tables of a store, and how older files are brought up to date.
///
/// - `article` is the headline row and nothing more, so that a page of the list touches few disk pages. Its ids follow publish
///   time (`TimeOrderedID`), so every index streams newest first; `key` is the stable public name.
/// - `body` holds the rest under the stable key: an article whose time is corrected moves without its text.
/// - `term` holds everything by which articles are counted: the whole store, sources, labels, tags, facets. `posting` lists the
///   articles of each, newest last, except for the whole store. The terms of one article stand in its row, so
///   no table in the other direction is needed.
/// - `volume` and `day_volume` are the roll-ups behind statistics (`CountChanges`).
/// - `identity` finds an article by what it is (`Identity`).
/// - `saved_query` and `rule` are what the reader keeps; `undo_step` and `undo_part` what a change of many articles left to undo.
/// - `subscription` is what the reader follows, with the state of its fetches; `known_items` what its last body held (`KnownItems`);
///   `former_subscription` whose articles are still here; `awaited_page` the pages that are to be fetched.
/// - `facets` of an article is what is read from its words (`StoredFacets`); `unanalysed` lists those at which nobody has looked yet;
///   `facet_correction` holds what the reader called wrong in one article.
/// - `version` holds what articles said before their sources changed them (`FormerVersion`).
/// - `recheck` counts the looks at pages that are watched (`Rechecks`).
/// - `search_block` and `search_page` are the index of texts (`SearchBlock`); `unindexed` lists what it does not hold yet.
enum Schema {
  /// "NTAP" in ASCII; SQLite keeps it in the file's header.
  static let applicationID: Int32 = 0x4E54_4150

  /// Grows with every migration; SQLite keeps it in the file's header as `user_version`.
  static var version: Int { steps.count }

  /// What leads from an empty file to the tables of today. A step that has shipped is never changed.
  private static let steps: [(name: String, migrate: @Sendable (Database) throws -> Void)] = [
    ("1 articles", addArticles),
    ("2 volumes by block", groupVolumesByBlock),
    ("3 organising", addOrganising),
    ("4 search index", addSearchIndex),
    ("5 subscriptions", addSubscriptions),
    ("6 facets", addFacets),
    ("7 counts by day", countByDay),
    ("8 facet corrections", addFacetCorrections),
    ("9 versions", addVersions),
    ("10 rechecks", addRechecks),
    ("11 traits", addTraits),
    ("12 origins", addOrigins),
    ("13 order of arrival", orderArrivals),
  ]

  /// What the migrator knows the steps by, in order.
  static var stepNames: [String] { steps.map(\.name) }

  /// The term that stands for the whole store.
  static let everything: Int64 = 0
  /// The source of articles that name none.
  static let noSource: Int64 = 1
  /// The label of articles that have none.
  static let noLabel: Int64 = 2

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (index, step) in steps.enumerated() {
      migrator.registerMigration(step.name) { db in
        try step.migrate(db)
        try db.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    return migrator
  }
}

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
        ALTER TABLE body ADD COLUMN feed_text BLOB;   -- DeliveredText, where the page's text stands in its place
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

extension Schema {
  /// What is read from the words of articles. All articles of an older store are still to be read.
  static func addFacets(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN facets TEXT NOT NULL DEFAULT '';  -- StoredFacets
        CREATE TABLE unanalysed (
          article_id INTEGER PRIMARY KEY,     -- there may be none any more
          version INTEGER NOT NULL            -- grows while the article waits and is changed again
        ) STRICT;
        INSERT INTO unanalysed SELECT id, 0 FROM article;
        """)
  }
}

extension Schema {
  /// Version 7: days count what is unread too, so that long ranges are summed from days alone. Keywords are not counted by time any more
  /// (`TermKind.isCountedByTime`).
  static func countByDay(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM volume WHERE term_id IN (SELECT id FROM term WHERE kind = 8);
        DELETE FROM day_volume WHERE kind = 8;
        ALTER TABLE day_volume ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
        UPDATE day_volume SET unread = (
          SELECT coalesce(sum(v.unread), 0) FROM volume v
          WHERE v.block = (day - ((day % 30) + 30) % 30) / 30 AND v.term_id = day_volume.term_id
            AND v.quarter >= day * 96 AND v.quarter < (day + 1) * 96);
        """)
  }
}

extension Schema {
  /// Version 8: what was read of an article and is wrong, as the reader says. Keys are never given twice, so that a row whose article
  /// is gone means nothing.
  static func addFacetCorrections(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE facet_correction (
          key INTEGER NOT NULL,               -- of the article
          kind INTEGER NOT NULL,              -- TermKind
          name TEXT NOT NULL,                 -- of the value
          PRIMARY KEY (key, kind, name)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}

extension Schema {
  /// Version 9: when articles arrived, and what they said before they were changed. When the articles of an older store arrived is not
  /// known, and never will be.
  static func addVersions(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;    -- seconds since 1970-01-01T00:00:00Z; 0: not known
        ALTER TABLE article ADD COLUMN change INTEGER NOT NULL DEFAULT 0;     -- ArticleChange: the weightiest so far
        ALTER TABLE article ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;  -- when its page was found gone; 0: it was not
        CREATE INDEX article_arrival ON article (arrived / 86400);
        CREATE INDEX article_early ON article (published) WHERE arrived > 0 AND published > arrived + 86400;
        CREATE INDEX article_changed ON article (change > 0) WHERE change > 0;
        CREATE INDEX article_withdrawn ON article (withdrawn > 0) WHERE withdrawn > 0;

        CREATE TABLE version (
          key INTEGER NOT NULL,               -- of the article
          number INTEGER NOT NULL,            -- from 1, the oldest
          arrived INTEGER NOT NULL,           -- seconds since 1970-01-01T00:00:00Z
          replaced INTEGER NOT NULL,          -- when the next version arrived
          feed_id INTEGER,                    -- the subscription that brought the next version; NULL for a file or a page
          change INTEGER NOT NULL,            -- ArticleChange, to the next version
          id INTEGER NOT NULL,                -- of the article then: no other article gets it
          published INTEGER NOT NULL,
          is_estimated INTEGER NOT NULL CHECK (is_estimated IN (0, 1)),
          is_stub INTEGER NOT NULL CHECK (is_stub IN (0, 1)),
          source_id INTEGER NOT NULL,
          label_id INTEGER NOT NULL,
          tag_ids TEXT NOT NULL,              -- the page's
          facets TEXT,                        -- StoredFacets; NULL as long as nobody has looked
          title TEXT NOT NULL,
          withdrawn INTEGER NOT NULL,
          total_change INTEGER NOT NULL,      -- ArticleChange: the weightiest until then
          body BLOB NOT NULL,                 -- BodyDelta, from the next version
          PRIMARY KEY (key, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX version_place ON version (id, arrived, replaced);
        CREATE INDEX version_early ON version (published) WHERE published > arrived + 86400;
        CREATE INDEX version_end ON version (replaced, arrived, id);
        CREATE INDEX version_unread ON version (key) WHERE facets IS NULL;
        """)
    try StoreState.arrivalsKept.set(Timestamp.now.rawValue, db)
  }
}

extension Schema {
  /// Version 10: which articles' pages are looked at again.
  static func addRechecks(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE saved_query ADD COLUMN is_rechecked INTEGER NOT NULL DEFAULT 0 CHECK (is_rechecked IN (0, 1));
        CREATE TABLE recheck (
          key INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
          looks INTEGER NOT NULL              -- had or missed, of `Rechecks.pauses`
        ) STRICT;
        """)
  }
}

extension Schema {
  /// Version 11: what articles are by their form. Those of an older store are looked at beside the screen (`TraitRows`).
  static func addTraits(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN traits INTEGER NOT NULL DEFAULT 0;     -- ArticleTraits; 0: nobody has looked
        CREATE INDEX article_traits ON article (traits);
        """)
  }
}

extension Schema {
  /// Version 12: where articles came from. All wait to be looked at again, as rows whose traits are known are to know this, too.
  static func addOrigins(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN host_id INTEGER;  -- of its address
        ALTER TABLE article ADD COLUMN feed_id INTEGER;  -- that of its body
        CREATE INDEX article_host ON article (host_id) WHERE host_id IS NOT NULL;
        CREATE INDEX article_feed ON article (feed_id) WHERE feed_id IS NOT NULL;
        CREATE TABLE host (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL UNIQUE           -- in small letters
        ) STRICT;
        UPDATE article SET traits = 0 WHERE traits > 0;
        """)
  }
}

extension Schema {
  /// Version 13: articles in the order of their arrival. The index of arrivals has the order of ids within a day, as lists by publish
  /// time need it.
  static func orderArrivals(_ db: Database) throws {
    try db.execute(sql: "CREATE INDEX article_latest ON article (arrived)")
  }
}

extension Schema {
  /// Version 2: the roll-ups of one block of time lie together, whatever the term (`CountChanges.block`).
  static func groupVolumesByBlock(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE volume RENAME TO volume_by_term;
        CREATE TABLE volume (
          block INTEGER NOT NULL,             -- CountChanges.block
          term_id INTEGER NOT NULL REFERENCES term (id),
          quarter INTEGER NOT NULL,           -- quarter-hours since 1970-01-01T00:00:00Z
          articles INTEGER NOT NULL,
          unread INTEGER NOT NULL,
          starred INTEGER NOT NULL,
          stubs INTEGER NOT NULL,
          PRIMARY KEY (block, term_id, quarter)
        ) STRICT, WITHOUT ROWID;
        """)
    let volumes = try Row.fetchCursor(
      db, sql: "SELECT term_id, quarter, articles, unread, starred, stubs FROM volume_by_term")
    let insert = try db.makeStatement(sql: "INSERT INTO volume VALUES (?, ?, ?, ?, ?, ?, ?)")
    while let row = try volumes.next() {
      let numbers = try (0..<6).map { try row.number($0) }
      try insert.run(([CountChanges.block(of: numbers[1])] + numbers)[...])
    }
    try db.execute(sql: "DROP TABLE volume_by_term")
  }
}
