import GRDB
import NewsModel
import TextAnalysis

extension NewsStore {
  /// Lets the articles wait whose facets the reader's own tables may have changed since they were read: those that hold a word of a row
  /// that came or went, or all where these are too many to look for.
  ///
  /// Looks at one number where nothing has changed.
  func follow(_ own: OwnTables, _ cancellation: Cancellation?) throws(StoreError) {
    let change = try read(cancellation) { db in try OwnTablesChange(db, to: own) }
    guard let change else { return }
    // What was read stays until it is read anew.
    try write(isSeen: false) { writer in try writer.follow(change) }
  }
}

/// What other tables of the reader's own mean to the articles of a store.
struct OwnTablesChange {
  let own: OwnTables
  /// Nil for all.
  let articles: [Int64]?

  /// Nil where the facets of the store were read by these tables.
  init?(_ db: Database, to own: OwnTables) throws {
    guard let known = try StoreState.ownTables.readable(db), known != own.fingerprint else { return nil }
    self.own = own
    let text = try String.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [StoreSetting.ownTables.rawValue])
    articles = try own.words(changedFrom: OwnTables(text ?? "")).map { try Self.articles(with: $0, db) }
  }

  private static func articles(with words: [String], _ db: Database) throws -> [Int64] {
    guard !words.isEmpty else { return [] }
    // Muted articles have facets, too.
    let query = Query.and([.or(words.map(Query.text)), .or([.muted, .not(.muted)])])
    let rows = try QueryCompiler(db).compile(query).cursor(db, "a.id")
    var ids: [Int64] = []
    while let row = try rows.next() { ids.append(try row.number(0)) }
    return ids
  }
}

extension StoreWriter {
  fileprivate mutating func follow(_ change: OwnTablesChange) throws {
    if let articles = change.articles {
      letWait(articles)
      try db.execute(sql: "UPDATE version SET facets = NULL")
    } else {
      try FacetQueue.letAllWait(db)
    }
    try StoreState.ownTables.set(change.own.fingerprint, db)
    try db.execute(
      sql: "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [StoreSetting.ownTables.rawValue, change.own.text])
  }
}
