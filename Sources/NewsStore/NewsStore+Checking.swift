internal import GRDB

extension NewsStore {
  /// What is wrong with the store, in the words of SQLite or of this module; empty where all is well.
  ///
  /// Reads the whole file (some 0.5 s a gigabyte) and counts everything again. A clean result ends an unclean state.
  public func check(cancellation: Cancellation? = nil) throws(StoreError) -> [String] {
    let problems = try read(cancellation) { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      guard integrity.isEmpty else { return integrity }
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
        .map { "row \($0[1] as Int64? ?? 0) of \($0[0] as String) refers to nothing" }
      return try orphans + CountCheck.problems(db)
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
