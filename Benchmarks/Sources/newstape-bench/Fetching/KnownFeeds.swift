import LoopbackServer
import Synchronization

/// The same feeds again and again: unchanged, or with another byte at each round and nothing by which a server could tell so.
final class KnownFeeds: Sendable {
  private struct State {
    var honoursValidators = true
    var round = 0
  }

  private let feeds: InventedFeeds
  private let state = Mutex(State())

  init(_ feeds: InventedFeeds) { self.feeds = feeds }

  /// From now on every answer is a whole body, with one byte that it did not have in the round before.
  func change() {
    state.withLock { state in
      state.honoursValidators = false
      state.round += 1
    }
  }

  func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
    guard let number = Int(request.path.dropFirst()), feeds.bodies.indices.contains(number) else { return .status(404) }
    let (honoursValidators, round) = state.withLock { ($0.honoursValidators, $0.round) }
    let body = feeds.bodies[number] + Array("<!-- \(round % 10) -->".utf8)
    return .ok(body, entityTag: honoursValidators ? "\"\(number)\"" : nil)
  }
}
