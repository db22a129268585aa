import Dispatch
import Foundation
import Log
package import NewsModel
package import NewsStore
import Synchronization

extension NewsLibrary {
  /// How many articles wait for the search index. Searches find them too, but more slowly.
  package func unindexedCount() throws(StoreError) -> Int { try store.unindexedCount() }

  /// Takes all articles that wait into the search index, some 15,000 a second, and reads what they are about beside it.
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
    let analysis = AnalysisOfAll(store, cancellation)
    defer { analysis.stop() }
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
    analysis.takeAllCores()
    try analysis.waitForEnd()
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

/// Reads what all articles are about that wait, on as many threads as the machine runs at once; one of them is the index's as long as that is
/// made, so that searches are complete as soon as they would be without.
private final class AnalysisOfAll: Sendable {
  private let isGivenUp = Cancellation()
  private let isAlone = Atomic(false)
  private let ended = DispatchGroup()
  private let failure = Mutex<StoreError?>(nil)

  init(_ store: NewsStore, _ cancellation: Cancellation?) {
    ended.enter()
    let thread = Thread { [self] in
      do throws(StoreError) {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var threads: Int { isAlone.load(ordering: .relaxed) ? cores : max(1, cores - 1) }
        while !isGivenUp.isCancelled, try store.analyseNext(threads: threads, cancellation: cancellation) > 0 {}
      } catch {
        failure.withLock { $0 = error }
      }
      ended.leave()
    }
    thread.name = "newstape facets"
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// Nothing else is done from now on.
  func takeAllCores() { isAlone.store(true, ordering: .relaxed) }

  /// What was cancelled waits, and is read when the work is begun again.
  func waitForEnd() throws(StoreError) {
    ended.wait()
    guard let error = failure.withLock({ $0 }) else { return }
    if case .cancelled = error { return }
    throw error
  }

  /// Ends after the running batch, so that nobody uses a store that is about to be closed.
  func stop() {
    isGivenUp.cancel()
    ended.wait()
  }
}

/// Takes articles into the search index, and reads what they are about, beside the program's other work: on two threads that sleep while
/// none wait.
final class BackgroundIndexer: Sendable {
  private let threads: [BackgroundSteps]

  init(_ store: NewsStore) {
    threads = [
      BackgroundSteps(
        "newstape index",
        [
          .init(aim: "fold the store anew") { try store.refoldNext(cancellation: $0) },
          .init(aim: "index for search") { try store.indexNext(cancellation: $0) },
        ]),
      BackgroundSteps(
        "newstape facets",
        [.init(aim: "read what articles are about") { try store.analyseNext(cancellation: $0) }]),
    ]
    wake()
  }

  /// Looks for articles that wait; returns at once.
  func wake() { threads.forEach { $0.wake() } }

  /// Stops within about a tenth of a second; what was begun is begun again the next time.
  func stop() {
    threads.forEach { $0.cancel() }
    threads.forEach { $0.waitForEnd() }
  }
}

/// A thread that, whenever it is woken, repeats each of its steps until that finds nothing to do.
private final class BackgroundSteps: Sendable {
  struct Step: Sendable {
    /// What cannot be done where it fails.
    let aim: String
    let run: @Sendable (Cancellation) throws -> Int
  }

  private let work = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let cancellation = Cancellation()

  init(_ name: String, _ steps: [Step]) {
    let thread = Thread { [work, ended, cancellation] in
      BackgroundWork.stepBack()
      while !cancellation.isCancelled {
        work.wait()
        // Several commits that came meanwhile are one reason to look.
        while work.wait(timeout: .now()) == .success {}
        for step in steps { Self.repeatStep(step, cancellation) }
      }
      ended.signal()
    }
    thread.name = name
    thread.qualityOfService = .utility
    thread.stackSize = 1 << 20
    thread.start()
  }

  /// What fails now is tried again when the store changes the next time.
  private static func repeatStep(_ step: Step, _ cancellation: Cancellation) {
    do {
      while !cancellation.isCancelled, try step.run(cancellation) > 0 {}
    } catch StoreError.cancelled {
      return
    } catch {
      Log.warning("cannot \(step.aim)", error)
    }
  }

  func wake() { work.signal() }

  func cancel() {
    cancellation.cancel()
    work.signal()
  }

  func waitForEnd() { ended.wait() }
}
