import GRDB

/// The tables of a store, and how older files are brought up to date.
///
/// - `article` is the headline row and nothing more, so that a page of the list touches few disk pages. Its ids follow publish
///   time (`TimeOrderedID`), so every index streams newest first; `key` is the stable public name.
/// - `body` holds the rest under the stable key: an article whose time is corrected moves without its text.
/// - `term` holds everything by which articles are counted: the whole store, sources, labels, tags. `posting` lists the
///   articles of each, newest last, except for the whole store. The terms of one article stand in its row, so
///   no table in the other direction is needed.
/// - `volume` and `day_volume` are the roll-ups behind statistics (`CountChanges`).
/// - `identity` finds an article by what it is (`Identity`).
/// - `saved_query` and `rule` are what the reader keeps; `undo_step` and `undo_part` what a change of many articles left to undo.
/// - `subscription` is what the reader follows, with the state of its fetches; `known_items` what its last body held (`KnownItems`);
///   `former_subscription` whose articles are still here; `awaited_page` the pages that are to be fetched.
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
