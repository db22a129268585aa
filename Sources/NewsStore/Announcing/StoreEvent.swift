import Synchronization

/// What a store tells its observer.
package enum StoreEvent: Equatable, Sendable {
  /// Something that a reader sees has changed: articles, statuses, subscriptions, saved queries or rules.
  case changed(by: Changer)
  /// The store met damage (`NewsStore.damageMet`).
  case damageMet
  /// The file of the store is no longer the one that was opened; whatever is asked of the store throws `StoreError.lost`.
  case lost(StoreError)

  /// Who made a change.
  package enum Changer: Hashable, Sendable {
    /// A commit of this `NewsStore`.
    case thisProgram
    /// Another program, or another `NewsStore` on the same file.
    case anotherProgram
  }
}

/// Passes the events of a store on to its observer, once there is one.
final class Announcer: Sendable {
  private struct State {
    var observer: (@Sendable (StoreEvent) -> Void)?
    var watcher: ChangeWatcher?
  }

  private let state = Mutex(State())

  /// Begins to pass on events; `watcher` brings those of other programs.
  func start(_ observer: @escaping @Sendable (StoreEvent) -> Void, _ watcher: ChangeWatcher) {
    state.withLock { $0 = State(observer: observer, watcher: watcher) }
  }

  func announce(_ event: StoreEvent) {
    let observer = state.withLock { $0.observer }
    observer?(event)
  }

  /// Ends the announcements. No call of the observer from the watcher runs or begins afterwards.
  func stop() {
    let watcher = state.withLock { state in
      defer { state = State() }
      return state.watcher
    }
    watcher?.stop()
  }
}
