import Dispatch
import Foundation
import NewsStore

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
        // What fails now is tried again when the store changes the next time.
        while !cancellation.isCancelled, let count = try? store.refoldNext(cancellation: cancellation), count > 0 {}
        while !cancellation.isCancelled, let count = try? store.indexNext(cancellation: cancellation), count > 0 {}
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

  /// Stops within about a tenth of a second; what was begun is begun again the next time.
  func stop() {
    cancellation.cancel()
    work.signal()
    ended.wait()
  }
}
