import LoopbackServer
import NewsFetching
import NewsModel
import Testing

@Suite struct MixedServersTests {
  /// What the addresses of one number in twenty answer; all others are ordinary.
  private static func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
    let number = Int(request.path.split(separator: "/").first ?? "") ?? 0
    if request.path.hasSuffix("/new") { return .ok(body(number)) }
    switch number % 20 {
    case 1: return .redirect(301, to: "/\(number)/new")
    case 2: return .redirect(302, to: "/\(number)/new")
    case 3: return .ok(body(number), entityTag: "\"known\"")
    case 4: return .status(410)
    case 5: return .status(429, fields: [("Retry-After", "600")])
    case 6: return .gzip(bomb)
    case 7: return LoopbackAnswer(body: .endless(body(number)))
    case 8: return .brokenOff(after: body(number), promised: 1 << 14)
    case 9 where number % 200 == 9: return LoopbackAnswer(body: .silence)
    case 10: return .redirect(301, to: "file:///etc/passwd")
    case 11: return LoopbackAnswer(body: .trickle([body(number)], milliseconds: 5))
    case 12: return .redirect(302, to: "/\(number)")
    case 13: return .gzip(Gzip.pack(body(number)))
    default: return .ok(body(number))
    }
  }

  private static func body(_ number: Int) -> [UInt8] { Array("<rss>\(number)</rss>".utf8) }

  private static let bomb = Gzip.pack([UInt8](repeating: 0x20, count: 1 << 20))

  private static func expected(_ number: Int) -> FetchOutcome? {
    switch number % 20 {
    case 3: .notModified(ServerHints(), movedTo: nil)
    case 4: .failed(.status(410), ServerHints())
    case 5: .failed(.status(429), ServerHints(retryAfter: 600))
    case 6, 7: .failed(.tooLarge(limit: 1 << 16), ServerHints())
    case 8: .failed(.broken, ServerHints())
    case 9 where number % 200 == 9: .failed(.timedOut, ServerHints())
    case 10: .failed(.badRedirect("file:///etc/passwd"), ServerHints())
    case 12: .failed(.tooManyRedirects, ServerHints())
    case 14: .failed(.noConnection, ServerHints())
    default: nil
    }
  }

  @Test func ofAThousandAllThatCanBeHadIsHadAndTheRestReported() throws {
    let servers = try (0..<4).map { _ in try LoopbackServer(backlog: 4, script: Self.answer) }
    let refusing = try LoopbackServer.refusingPort()
    let requests = (0..<1_000).map { number in
      let address = servers[number / 20 % servers.count].address("/\(number)")
      return FetchRequest(
        id: number, address: number % 20 == 14 ? "http://127.0.0.1:\(refusing)/\(number)" : address,
        validators: number % 20 == 3 ? FetchValidators(entityTag: "\"known\"") : nil)
    }
    var limits = FetchLimits()
    limits.bodySize = 1 << 16
    limits.patience = .seconds(2)
    let outcomes = fetch(requests, limits: limits)
    for number in 0..<1_000 {
      if let expected = Self.expected(number) {
        #expect(outcomes[number] == expected, "number \(number)")
      } else {
        #expect(outcomes[number]?.body?.bytes == Self.body(number), "number \(number)")
      }
    }
    #expect(servers.allSatisfy { $0.mostAtOnce <= limits.connectionsToHost })
    for server in servers { server.stop() }
  }
}
