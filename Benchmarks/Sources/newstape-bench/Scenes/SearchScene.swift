import Corpus
import Foundation
import MeasuredStore
import Measuring

/// Search inside one process: the newest 50 articles that contain a text.
struct SearchScene: Scene {
  static let name = "search"
  let stage: Stage

  private static let limit = 50
  /// Queries of other articles that are asked first, so that connections, statements and the index's inner pages are there.
  private static let warmUps = 10

  func play(_ size: Int, _ report: inout Report) throws {
    let store = try MeasuredStore(at: stage.stores.path(size))
    defer { try? store.close() }
    let generator = stage.stores.generator(size)
    let others = QuerySampler(generator, sampleSize: 200, seed: 2)
    let sampler = QuerySampler(generator, sampleSize: stage.effort.sampleSize)
    for kind in QueryClass.allCases {
      for query in others.queries(kind, count: Self.warmUps) { _ = try search(query.text, store) }
      var times = Samples()
      for query in sampler.queries(kind, count: stage.effort.queriesOfAClass) {
        let (time, found) = try timed { try search(query.text, store) }
        times.add(time)
        if found == 0 { Note.write("\(query.text) stands in the articles of the sample, and nothing was found") }
      }
      report.add(.search(kind), size, times)
    }
    try searchInVain(sampler, store, size, &report)
  }

  private func search(_ text: String, _ store: MeasuredStore) throws -> Int {
    try store.search(text, limit: Self.limit)
  }

  private func searchInVain(
    _ sampler: QuerySampler, _ store: MeasuredStore, _ size: Int, _ report: inout Report
  ) throws {
    for query in sampler.queriesWithoutHits(count: stage.effort.queriesWithoutHits) {
      let (time, found) = try timed { try search(query.text, store) }
      // What no article of the sample holds, one of all may.
      guard found == 0 else { continue }
      report.add(.searchWithoutHits, size, time)
      if time > 10 { report.add(.stopSearch, size, try stop(query.text, store)) }
    }
  }

  /// Milliseconds from the wish to stop until a search has ended.
  private func stop(_ text: String, _ store: MeasuredStore) throws -> Double {
    let stop = MeasuredStore.Stop()
    let wish = DelayedAction(after: 0.005) { stop.now() }
    _ = try? store.search(text, limit: Self.limit, stop: stop)
    let end = ContinuousClock.now
    return max(0, wish.done.duration(to: end).milliseconds)
  }
}
