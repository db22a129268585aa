import Foundation
import MeasuredStore
import Measuring
import Synchronization

/// One `newstape import`, watched from outside.
struct ImportRun {
  let program: MeasuredProgram
  let store: String

  struct Outcome {
    /// Until all articles were in the list, as another program sees it.
    var readable: Duration
    var usage: SpawnedProgram.Usage
    /// In bytes, as far as was seen.
    var peakMemory: Int
  }

  func run(_ corpus: String, articles: Int) throws -> Outcome {
    let log = FileManager.default.temporaryDirectory.appending(path: "newstape-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: log) }
    let child = try program.start(["import", "--store", store, corpus], output: log.path)
    let watcher = Watcher(child, store: store, articles: articles)
    watcher.begin()
    let usage = child.wait()
    let seen = watcher.end()
    guard usage.status == 0 else {
      let output = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      throw MeasuringError.failed("import", status: usage.status, output: output)
    }
    let readable = min(seen.readable ?? usage.wall, usage.wall)
    return Outcome(readable: readable, usage: usage, peakMemory: seen.peakMemory)
  }
}

/// Looks every few hundredths of a second how many articles are there and how much memory the import holds.
private final class Watcher: Sendable {
  struct Sight {
    var readable: Duration?
    var peakMemory = 0
  }

  private struct State {
    var sight = Sight()
    var isOver = false
    var hasEnded = false
  }

  private static let pause: TimeInterval = 0.04

  private let program: SpawnedProgram
  private let store: String
  private let articles: Int
  private let state = Mutex(State())

  init(_ program: SpawnedProgram, store: String, articles: Int) {
    self.program = program
    self.store = store
    self.articles = articles
  }

  func begin() { Thread.detachNewThread { self.watch() } }

  private func watch() {
    var opened: MeasuredStore?
    while !state.withLock(\.isOver) {
      Thread.sleep(forTimeInterval: Self.pause)
      let memory = program.peakMemory
      state.withLock { $0.sight.peakMemory = max($0.sight.peakMemory, memory) }
      guard state.withLock({ $0.sight.readable == nil }) else { continue }
      // In the first moments there is no store, or one without tables.
      if opened == nil, program.started.duration(to: .now) > .milliseconds(300) {
        opened = try? MeasuredStore(at: store)
      }
      if let count = try? opened?.count(), count >= articles {
        let now = program.started.duration(to: .now)
        state.withLock { $0.sight.readable = now }
        try? opened?.close()
        opened = nil
      }
    }
    try? opened?.close()
    state.withLock { $0.hasEnded = true }
  }

  /// Ends the watching.
  func end() -> Sight {
    state.withLock { $0.isOver = true }
    while !state.withLock(\.hasEnded) { Thread.sleep(forTimeInterval: 0.005) }
    return state.withLock(\.sight)
  }
}
