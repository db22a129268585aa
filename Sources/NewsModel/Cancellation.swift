import Synchronization

/// Lets one thread stop long work that runs on others: a read, an import, a fetch. It cannot be used again.
///
/// Who works looks at `isCancelled` often, which costs one atomic load; who sleeps meanwhile is woken by `whileWaking`.
package final class Cancellation: Sendable {
  private struct Wakers {
    var all: [Int: @Sendable () -> Void] = [:]
    var lastNumber = 0
  }

  private let flag = Atomic(false)
  private let wakers = Mutex(Wakers())

  package init() {}

  package var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Stops the work that holds this, within about a millisecond.
  package func cancel() {
    // Under the lock: a thread that is woken removes its waker before the object that it wakes goes.
    wakers.withLock { wakers in
      flag.store(true, ordering: .relaxed)
      for wake in wakers.all.values { wake() }
    }
  }

  /// Runs `body`; `wake` is called, on any thread, when it should look whether it is cancelled.
  package func whileWaking<Result>(_ wake: @escaping @Sendable () -> Void, _ body: () -> Result) -> Result {
    let number = wakers.withLock { wakers in
      wakers.lastNumber += 1
      wakers.all[wakers.lastNumber] = wake
      return wakers.lastNumber
    }
    defer { wakers.withLock { _ = $0.all.removeValue(forKey: number) } }
    return body()
  }
}
