package import NewsStore

extension NewsLibrary {
  /// How many articles wait for the search index. Searches find them too, but more slowly.
  package func unindexedCount() throws(StoreError) -> Int { try store.unindexedCount() }

  /// Takes all articles that wait into the search index, some 15,000 a second.
  ///
  /// What is stopped, or killed, goes on when it is begun again; a library that is open with `onEvent` does so by itself. Where
  /// another program indexes the store, nothing is left to do.
  ///
  /// - Parameter progress: told how many articles are done, of how many.
  /// - Returns: the number of articles that still wait.
  @discardableResult
  package func indexAll(
    cancellation: Cancellation? = nil, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(StoreError) -> Int {
    try refoldAll { cancellation?.isCancelled == true }
    let total = try store.unindexedCount()
    var done = 0
    while done < total {
      progress(done, total)
      do throws(StoreError) {
        let count = try store.indexNext(cancellation: cancellation)
        guard count > 0 else { break }
        done += count
      } catch .cancelled {
        break
      }
    }
    return try store.unindexedCount()
  }

  /// Folds anew what other rules of folding made; returns at once where there is nothing. Else some 10 s for a million articles.
  ///
  /// What comes in must wait for it: articles that have no more than a headline are recognised by its folded form. What is
  /// stopped, or killed, goes on when it is begun again.
  func refoldAll(isCancelled: () -> Bool) throws(StoreError) {
    while !isCancelled(), try store.refoldNext() > 0 {}
  }
}
