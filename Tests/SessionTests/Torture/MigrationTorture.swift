import GRDB

/// The first look at a store of the first version, which brings it up to date.
struct MigrationTorture: TorturedWork {
  let articles: Int
  // Whoever looks brings the store up to date.
  let mayBeLookedAt = false

  func prepare(_ run: CommandLineRun) throws {
    try run.fillStore(0..<articles)
    try run.changeStore(Self.backToVersion1)
  }

  func arguments(_ run: CommandLineRun) -> [String] { ["list", "--limit", "1"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    compare(now.numbers, with: 0..<articles, "there any more")
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    compare(end.numbers, with: 0..<articles, "there any more")
  }

  /// Takes back what the steps after the first did, the last one first.
  private static let backToVersion1 = """
    DROP INDEX article_latest;

    DROP TABLE host;
    DROP INDEX article_host;
    DROP INDEX article_feed;
    ALTER TABLE article DROP COLUMN feed_id;
    ALTER TABLE article DROP COLUMN host_id;

    DROP INDEX article_traits;
    ALTER TABLE article DROP COLUMN traits;

    DROP TABLE recheck;

    DROP TABLE version;
    DROP INDEX article_arrival;
    DROP INDEX article_early;
    DROP INDEX article_changed;
    DROP INDEX article_withdrawn;
    ALTER TABLE article DROP COLUMN withdrawn;
    ALTER TABLE article DROP COLUMN change;
    ALTER TABLE article DROP COLUMN arrived;

    DROP TABLE facet_correction;

    ALTER TABLE day_volume DROP COLUMN unread;

    DROP TABLE unanalysed;
    ALTER TABLE article DROP COLUMN facets;

    DROP TABLE awaited_page;
    DROP INDEX body_feed;
    ALTER TABLE body DROP COLUMN feed_text;
    ALTER TABLE body DROP COLUMN links;
    ALTER TABLE body DROP COLUMN feed_id;
    DROP TABLE former_subscription;
    DROP TABLE known_items;
    DROP TABLE subscription;

    DROP TABLE unindexed;
    DROP TABLE search_page;
    DROP TABLE search_block;

    DROP TABLE undo_part;
    DROP TABLE undo_step;
    DROP TABLE rule;
    DROP TABLE saved_query;
    DROP INDEX article_muted;
    DROP INDEX article_unread;
    DROP INDEX article_starred;
    DROP INDEX article_stub;
    ALTER TABLE article DROP COLUMN is_muted;
    CREATE INDEX article_unread ON article (is_read) WHERE is_read = 0;
    CREATE INDEX article_starred ON article (is_starred) WHERE is_starred = 1;
    CREATE INDEX article_stub ON article (is_stub) WHERE is_stub = 1;

    ALTER TABLE volume RENAME TO volume_by_block;
    CREATE TABLE volume (
      term_id INTEGER NOT NULL REFERENCES term (id),
      quarter INTEGER NOT NULL,
      articles INTEGER NOT NULL,
      unread INTEGER NOT NULL,
      starred INTEGER NOT NULL,
      stubs INTEGER NOT NULL,
      PRIMARY KEY (term_id, quarter)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO volume SELECT term_id, quarter, articles, unread, starred, stubs FROM volume_by_block;
    DROP TABLE volume_by_block;

    DELETE FROM grdb_migrations WHERE identifier <> '1 articles';
    PRAGMA user_version = 1;
    """
}

/// Folding a store anew that was folded by other rules, which an import of one article does after it.
struct RefoldingTorture: TorturedWork {
  let articles: Int
  let start = TortureStart.old

  func prepare(_ run: CommandLineRun) throws {
    try run.fillStore(1..<articles) { store in while try store.indexNext() > 0 {} }
    try run.changeStore(
      """
      UPDATE article SET folded_title = NULL;
      UPDATE state SET value = 1 WHERE name IN ('folding', 'index');
      DELETE FROM state WHERE name = 'refolding';
      """)
    try run.write(TortureNews.jsonLine(0), to: "one.jsonl")
  }

  func arguments(_ run: CommandLineRun) -> [String] { ["import", run.home + "/one.jsonl"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    compare(now.numbers, with: 1..<articles, "there any more")
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    compare(end.numbers, with: 0..<articles, "there any more")
      + (end.overdue == 0 ? [] : ["\(end.overdue) articles still wait for the index"])
  }
}

extension CommandLineRun {
  /// Does to a store what no program of ours does, and makes the file where there is none.
  ///
  /// - Parameter path: that of the run where left out.
  func changeStore(_ statements: String, at path: String? = nil) throws {
    // A dump fills its tables one after the other, whatever refers to what.
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let database = try DatabaseQueue(path: path ?? InventedNews.storePath(in: self), configuration: configuration)
    try database.writeWithoutTransaction { try $0.execute(sql: statements) }
    try database.close()
  }
}
