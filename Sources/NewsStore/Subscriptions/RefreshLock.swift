/// Held by the one program that refreshes the subscriptions of a store; the system drops it with the process.
package final class RefreshLock: Sendable {
  private let lock: HeldLock

  fileprivate init(_ lock: HeldLock) { self.lock = lock }
}

extension NewsStore {
  /// Nil where another program, or another thread of this one, refreshes. It ends with the value.
  ///
  /// Throws where the store cannot be written: nothing that was fetched could be kept.
  package func lockForRefreshing() throws(StoreError) -> RefreshLock? {
    try lock(for: .refreshing).map { RefreshLock($0) }
  }
}
