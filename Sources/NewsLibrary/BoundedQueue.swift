import Dispatch
import Foundation
import Glibc
import Synchronization

/// A queue between threads that makes the faster ones wait.
final class BoundedQueue<Element: Sendable>: Sendable {
  private struct State {
    var elements: [Element] = []
    var isClosed = false
  }

  enum Next {
    case element(Element)
    /// Nothing came in time.
    case nothing
    /// Nothing will come any more.
    case end
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  init(capacity: Int) {
    // A semaphore must not end with less than it began with: so it begins with nothing.
    for _ in 0..<capacity { room.signal() }
  }

  /// Puts an element in, as soon as there is room; false where the queue is closed and the element will never be removed.
  func put(_ element: sending Element) -> Bool {
    room.wait()
    let isOpen = state.withLock { state in
      if !state.isClosed { state.elements.append(element) }
      return !state.isClosed
    }
    // Where it is closed, others that wait for room must learn of it.
    if isOpen { filled.signal() } else { room.signal() }
    return isOpen
  }

  /// Removes the next element; waits so long for one.
  func next(within interval: DispatchTimeInterval) -> Next {
    guard filled.wait(timeout: .now() + interval) == .success else { return .nothing }
    let element = state.withLock { $0.elements.isEmpty ? nil : $0.elements.removeFirst() }
    guard let element else {
      // The end is everybody's.
      filled.signal()
      return .end
    }
    room.signal()
    return .element(element)
  }

  /// Ends the queue, from either side: what is in it can still be removed, nothing more can be put in.
  func close() {
    state.withLock { $0.isClosed = true }
    filled.signal()
    room.signal()
  }
}

/// What goes on beside the screen.
enum BackgroundWork {
  /// Lets other threads go before the calling one, above all the one that draws what a key did.
  ///
  /// Linux keeps a niceness for each thread, though POSIX speaks of processes, and knows no quality of service. Only for threads of one's
  /// own: there is no way back.
  static func stepBack() {
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
  }
}
