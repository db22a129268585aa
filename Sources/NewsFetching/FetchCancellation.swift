import Synchronization

/// Lets another thread stop a fetch within about a millisecond. It cannot be used again.
package final class FetchCancellation: Sendable {
  private struct State {
    var isCancelled = false
    var wakers: [Int: @Sendable () -> Void] = [:]
    var lastNumber = 0
  }

  private let state = Mutex(State())

  package init() {}

  package var isCancelled: Bool { state.withLock(\.isCancelled) }

  /// Stops the fetches that hold this: nothing more is reported, no connection stays open.
  package func cancel() {
    state.withLock { state in
      state.isCancelled = true
      // Under the lock: a thread that is woken removes its waker before the object that it wakes goes.
      for wake in state.wakers.values { wake() }
    }
  }

  /// Runs `body`; `wake` is called, on any thread, when it should look whether it is cancelled.
  func whileWaking<Result>(_ wake: @escaping @Sendable () -> Void, _ body: () -> Result) -> Result {
    let number = state.withLock { state in
      state.lastNumber += 1
      state.wakers[state.lastNumber] = wake
      return state.lastNumber
    }
    defer { state.withLock { _ = $0.wakers.removeValue(forKey: number) } }
    return body()
  }
}
