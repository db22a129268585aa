import Foundation
import Synchronization
import Testing

@testable import NewsLibrary

struct BoundedQueueTests {
  @Test func everythingArrivesInOrderThroughAShortQueue() {
    let queue = BoundedQueue<Int>(capacity: 2)
    Thread.detachNewThread {
      for number in 0..<500 where !queue.put(number) { return }
      queue.close()
    }
    var taken: [Int] = []
    loop: while true {
      switch queue.next(within: .seconds(10)) {
      case .element(let number): taken.append(number)
      case .nothing, .end: break loop
      }
    }
    #expect(taken == Array(0..<500))
  }

  @Test func whoPutsInWaitsForRoom() {
    let queue = BoundedQueue<Int>(capacity: 2)
    let count = Mutex(0)
    let done = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      while queue.put(1) { count.withLock { $0 += 1 } }
      done.signal()
    }
    #expect(done.wait(timeout: .now() + .milliseconds(100)) == .timedOut)
    #expect(count.withLock { $0 } == 2)
    queue.close()
    #expect(done.wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test func nothingInTimeIsNotTheEnd() {
    let queue = BoundedQueue<Int>(capacity: 1)
    guard case .nothing = queue.next(within: .milliseconds(1)) else {
      Issue.record("something came out of an empty queue")
      return
    }
    #expect(queue.put(7))
    queue.close()
    guard case .element(7) = queue.next(within: .seconds(1)), case .end = queue.next(within: .seconds(1)) else {
      Issue.record("what was put in did not come out before the end")
      return
    }
  }
}
