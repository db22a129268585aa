internal import Foundation

/// Held by the one program that refreshes the subscriptions of a store; the system drops it with the process.
public final class RefreshLock: Sendable {
  private let lock: FileLock

  init?(path: String) {
    guard let lock = FileLock(path + "-refresh") else { return nil }
    self.lock = lock
  }
}

extension NewsStore {
  /// Nil where another program, or another thread of this one, refreshes. It ends with the value.
  public func lockForRefreshing() -> RefreshLock? { RefreshLock(path: path) }
}
