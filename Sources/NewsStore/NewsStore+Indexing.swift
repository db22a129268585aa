import GRDB

extension NewsStore {
  /// How many articles the search index does not hold yet in their present form. Searches go through their texts one by one, so
  /// that nothing is missed. Time grows with the answer, some milliseconds for a million.
  package func unindexedCount() throws(StoreError) -> Int {
    try read { db in
      do {
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM unindexed") ?? 0
      } catch let error as DatabaseError where error.isDamage {
        // Then all are looked through, which is told where it happens.
        return 0
      }
    }
  }

  /// Takes some thousand articles into the search index, and merges blocks where many small ones have gathered.
  ///
  /// Each transaction is short, so that other writers do not wait for long; what a kill interrupts is begun anew. One program
  /// at a time indexes a store: where another does, nothing is done.
  ///
  /// - Returns: the number of articles that were indexed; 0 when there is nothing more to do.
  package func indexNext(cancellation: Cancellation? = nil) throws(StoreError) -> Int {
    do {
      guard let lock = try lock(for: .indexing) else { return 0 }
      return try withExtendedLifetime(lock) {
        try Indexer(pool, cancellation: cancellation).run(damaged: damage.removeBlocks())
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
