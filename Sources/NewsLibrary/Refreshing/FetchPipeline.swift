import Dispatch
import Foundation
import NewsFetching
import NewsModel
import Synchronization

/// Fetches on one thread, reads what came on others, and hands the results over on the calling one.
///
/// Queues between them are short: what is behind makes what is before it wait, so that memory stays flat however much is fetched.
struct FetchPipeline<Result: Sendable> {
  let fetcher: Fetcher
  let cancellation: Cancellation
  /// Called on several threads.
  let read: @Sendable (FetchRequest, FetchOutcome) -> Result

  private struct Answer: Sendable {
    let request: FetchRequest
    let outcome: FetchOutcome
  }

  private static var readers: Int { min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 4) }

  /// Returns when all is done, or soon after a cancellation; no thread of its own goes on after that.
  ///
  /// - Parameter handle: called with each result, and nil after a tenth of a second without any. What it throws cancels the rest.
  func run<Failure: Error>(
    _ requests: [FetchRequest], handle: (Result?) throws(Failure) -> Void
  ) throws(Failure) {
    let answers = BoundedQueue<Answer>(capacity: 2)
    let results = BoundedQueue<Result>(capacity: 4)
    let threads = DispatchGroup()
    start("newstape fetch", threads) { [fetcher, cancellation] in
      fetcher.fetch(requests, cancellation: cancellation) { request, outcome in
        if !answers.put(Answer(request: request, outcome: outcome)) { cancellation.cancel() }
      }
      answers.close()
    }
    let working = WorkingReaders(Self.readers)
    for _ in 0..<Self.readers {
      start("newstape feeds", threads) { [read] in
        while case .element(let answer) = answers.next(within: .never) {
          guard results.put(read(answer.request, answer.outcome)) else { break }
        }
        if working.endOne() { results.close() }
      }
    }
    defer {
      // In the end of the usual way both are closed already.
      answers.close()
      results.close()
      threads.wait()
    }
    do throws(Failure) {
      while true {
        switch results.next(within: .milliseconds(100)) {
        case .end: return
        case .nothing: try handle(nil)
        case .element(let result): try handle(result)
        }
      }
    } catch {
      cancellation.cancel()
      throw error
    }
  }

  private func start(_ name: String, _ group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
    group.enter()
    let thread = Thread {
      BackgroundWork.stepBack()
      body()
      group.leave()
    }
    thread.name = name
    thread.stackSize = 4 << 20
    thread.start()
  }
}

/// Readers that have not ended.
private final class WorkingReaders: Sendable {
  private let count: Atomic<Int>

  init(_ count: Int) { self.count = Atomic(count) }

  /// Whether it was the last.
  func endOne() -> Bool { count.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 }
}
