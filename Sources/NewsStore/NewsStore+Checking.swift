internal import GRDB

extension NewsStore {
  /// What is wrong with the store, in the words of SQLite or of this module; empty where all is well.
  ///
  /// Reads the whole file and counts everything again (some 15 s a gigabyte). A clean result ends an unclean state.
  public func check() throws(StoreError) -> [String] {
    let problems = try read { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      guard integrity.isEmpty else { return integrity }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
        .map { "row \($0[1] as Int64? ?? 0) of \($0[0] as String) refers to nothing" }
      return try orphans + CountCheck.problems(db)
    }
    if problems.isEmpty { try forgetUncleanEnd() }
    return problems
  }

  /// What is wrong with the file itself, in the words of SQLite; empty where all is well, which ends an unclean state.
  ///
  /// Enough after an unclean end: counts are written together with what they count, so no end can part them. Takes some 2 s a
  /// gigabyte. SQLite cannot be stopped while it looks at one table, so a cancellation takes up to a second and a half at a
  /// million articles.
  public func checkFile(cancellation: Cancellation) throws(StoreError) -> [String] {
    let problems = try read(cancellation) { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      return try tables.flatMap { table in
        if cancellation.isCancelled { throw CancellationError() }
        return try String.fetchAll(db, sql: "PRAGMA integrity_check(\(table.quotedDatabaseIdentifier))")
          .filter { $0 != "ok" }
      }
    }
    if problems.isEmpty { try forgetUncleanEnd() }
    return problems
  }

  /// Makes all counts anew from the articles: the way out where `check()` names counts, postings or identities.
  ///
  /// Damage to articles themselves cannot be undone from within; export what can be read into a new store.
  public func rebuildCounts() throws(StoreError) {
    try write { writer in try writer.rebuildCounts() }
  }
}
