import GRDB

extension NewsStore {
  /// What is not as this program writes it; empty where all is well, which ends an unclean state.
  ///
  /// Reads the whole file: SQLite's structures, every row, every text, every count and all of the search index, in flat memory; some
  /// 5 s for 100,000 articles.
  package func check(
    cancellation: Cancellation? = nil, progress: @escaping (CheckProgress) -> Void = { _ in }
  ) throws(StoreError) -> [StoreFinding] {
    let findings = try read(cancellation) { db in
      try StoreCheck(db, cancellation: cancellation, progress: progress).findings()
    }
    if findings.isEmpty { try forgetUncleanEnd() }
    return findings
  }

  /// What is wrong with the file itself, in the words of SQLite; empty where all is well, which ends an unclean state.
  ///
  /// Enough after an unclean end: counts are written together with what they count, so no end can part them. Takes some 2 s a
  /// gigabyte. SQLite cannot be stopped while it looks at one table, so a cancellation takes up to a second and a half at a
  /// million articles.
  package func checkFile(cancellation: Cancellation) throws(StoreError) -> [String] {
    let findings = try read(cancellation) { db in
      var findings = StoreFindings()
      try StoreCheck(db, cancellation: cancellation, progress: { _ in }).checkFile(&findings)
      return findings.all
    }
    if findings.isEmpty { try forgetUncleanEnd() }
    return findings.flatMap(\.examples)
  }

  /// Makes all counts, lists of terms and identities anew from the articles.
  func rebuildCounts() throws(StoreError) {
    try write { writer in try writer.rebuildCounts() }
  }
}
