import Dispatch
import Foundation
import Log
package import NewsModel
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
    while cancellation?.isCancelled != true, try store.analyseNext(cancellation: cancellation) > 0 {}
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

/// Takes articles into the search index beside the program's other work, on a thread that sleeps while none wait.
final class BackgroundIndexer: Sendable {
  private let store: NewsStore
  private let work = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let cancellation = Cancellation()

  init(_ store: NewsStore) {
    self.store = store
    let thread = Thread { [store, work, ended, cancellation] in
      BackgroundWork.stepBack()
      while !cancellation.isCancelled {
        work.wait()
        // Several commits that came meanwhile are one reason to look.
        while work.wait(timeout: .now()) == .success {}
        Self.repeatStep("fold the store anew", cancellation) { () throws(StoreError) in
          try store.refoldNext(cancellation: cancellation)
        }
        Self.repeatStep("index for search", cancellation) { () throws(StoreError) in
          try store.indexNext(cancellation: cancellation)
        }
        Self.repeatStep("read what articles are about", cancellation) { () throws(StoreError) in
          try store.analyseNext(cancellation: cancellation)
        }
      }
      ended.signal()
    }
    thread.name = "newstape index"
    thread.qualityOfService = .utility
    thread.stackSize = 1 << 20
    thread.start()
    wake()
  }

  /// Looks for articles that wait; returns at once.
  func wake() { work.signal() }

  /// Runs a step until it finds nothing to do. What fails now is tried again when the store changes the next time.
  private static func repeatStep(
    _ aim: String, _ cancellation: Cancellation, _ step: () throws(StoreError) -> Int
  ) {
    do throws(StoreError) {
      while !cancellation.isCancelled, try step() > 0 {}
    } catch {
      if case .cancelled = error { return }
      Log.warning("cannot \(aim)", error)
    }
  }

  /// Stops within about a tenth of a second; what was begun is begun again the next time.
  func stop() {
    cancellation.cancel()
    work.signal()
    ended.wait()
  }
}
