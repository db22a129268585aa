import GRDB
package import NewsModel

/// A number that the store keeps about itself.
enum StoreState: String {
  /// The furthest, in minutes, that an id lies after its article's own minute (`TimeOrderedID`).
  case minuteOverflow = "spill"
  /// Writing sessions begun and not ended: other than 0 without a living session means an unclean end.
  case sessions
  /// The `Folding.version` that made all the folded text in the store.
  case folding
  /// The `Folding.version` by which the store is being folded anew (`Refolding`), how far that has come, and whether it left
  /// numbers behind under which no article is found any more.
  case refolding, refoldedKey, sweptDigest, sweptKey, staleNumbers
  /// The form of the search index, and the folding of its texts (`SearchBlock.form`).
  case index
  /// The version of the tables and rules by which facets are read (`FacetQueue.form`).
  case facets
  /// The `ArticleTraits.version` by which traits were read; 0 for the first.
  case traits
  /// The fingerprint of the reader's own tables by which facets are read (`OwnTablesChange`).
  case ownTables
  /// Since when the store keeps when articles arrive, in seconds: those of which it is not known were there by then.
  case arrivalsKept
  /// When the dashboard was closed last, in seconds.
  case lastVisit
  /// The articles that are muted.
  case muted
  /// The highest key of an article that was removed.
  case lastKey
  /// The highest number of a term that was removed.
  case lastTerm

  func value(_ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT value FROM state WHERE name = ?")
    return try statement.first([rawValue]) { try $0.number(0) } ?? 0
  }

  /// The number as a moment; nil for 0.
  func moment(_ db: Database) throws -> Timestamp? {
    let seconds = try value(db)
    return seconds == 0 ? nil : Timestamp(seconds)
  }

  /// The number; nil where it cannot be read.
  func readable(_ db: Database) throws -> Int64? {
    do {
      return try value(db)
    } catch  where error.isDamage {
      return nil
    }
  }

  func set(_ value: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
    )
    .execute(arguments: [rawValue, value])
  }

  /// Sets the number where the one that is there is smaller. Nothing that another program wrote meanwhile is undone.
  func raise(to value: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = max(value, excluded.value)"
    )
    .execute(arguments: [rawValue, value])
  }

  /// Adds to the number that is there.
  func add(_ change: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO state (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = value + excluded.value"
    )
    .execute(arguments: [rawValue, change])
  }
}

extension NewsStore {
  /// When the dashboard was left last; nil where it never was. `seen:last` means what has arrived since.
  package func lastVisit() throws(StoreError) -> Timestamp? { try read { try StoreState.lastVisit.moment($0) } }

  /// Keeps that the dashboard is left: what arrives from this second on is new at the next visit.
  package func endVisit(at moment: Timestamp) throws(StoreError) {
    try write(isSeen: false) { try StoreState.lastVisit.set(moment.rawValue, $0.db) }
  }
}

/// A text that a program keeps in the store for its next start.
package enum StoreSetting: String {
  /// The reader's place in the dashboard.
  case session
  /// From what the bundled sample was made, and when.
  case sample
  /// The rows of the reader's own tables by which facets are read.
  case ownTables
}

extension NewsStore {
  /// The text that was kept last; nil where none was.
  package func setting(_ setting: StoreSetting) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [setting.rawValue])
    }
  }

  /// Keeps a text in place of the last one.
  package func set(_ setting: StoreSetting, to value: String) throws(StoreError) {
    try write(isSeen: false) { writer in
      try writer.db.execute(
        sql: "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        arguments: [setting.rawValue, value])
    }
  }
}
