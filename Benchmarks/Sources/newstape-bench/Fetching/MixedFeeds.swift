import LoopbackServer

/// Sources as the web has them: of each twenty eleven are well, and every way to be ill is there once.
struct MixedFeeds: Sendable {
  private let feeds: InventedFeeds
  /// 64 MB packed into less than half a megabyte: 13 bits stand for each run of 258 bytes.
  private let bomb = Gzip.pack([UInt8](repeating: UInt8(ascii: "x"), count: 64 << 20))

  init(_ feeds: InventedFeeds) { self.feeds = feeds }

  func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
    guard let number = Int(request.path.dropFirst()), feeds.bodies.indices.contains(number) else { return .status(404) }
    let body = feeds.bodies[number]
    switch number % 20 {
    case 1: return .status(404)
    case 2:
      var slow = LoopbackAnswer.ok(body)
      slow.delayMilliseconds = 1_000
      return slow
    case 3: return .status(410)
    case 4: return .status(429, fields: [("Retry-After", "60")])
    case 5: return .redirect(302, to: request.path)
    case 6: return LoopbackAnswer(body: .endless([UInt8](repeating: UInt8(ascii: "x"), count: 100_000)))
    case 7: return .gzip(bomb)
    case 8: return .redirect(301, to: "/\(number + 2)")
    case 9: return .brokenOff(after: body, promised: body.count * 2)
    default: return .ok(body, entityTag: "\"\(number)\"")
    }
  }
}
