import LoopbackServer
import NewsFetching
import NewsModel
import Testing

@Suite struct FetcherLimitsTests {
  private let tooLarge = FetchOutcome.failed(.tooLarge(limit: 100_000), ServerHints())

  /// Small, but with all the time there is: a test that is kept waiting by others is not to end otherwise.
  private var small: FetchLimits {
    var limits = FetchLimits()
    limits.bodySize = 100_000
    limits.headerSize = 8_000
    return limits
  }

  private var short: FetchLimits {
    var limits = FetchLimits()
    limits.totalTime = .milliseconds(400)
    limits.patience = .milliseconds(150)
    return limits
  }

  @Test func anEndlessBodyEndsAtTheLimit() throws {
    let server = try LoopbackServer(["/": LoopbackAnswer(body: .endless([UInt8](repeating: 0x20, count: 4_096)))])
    #expect(fetch(server, "/", limits: small) == tooLarge)
  }

  @Test func aBodyThatSaysThatItIsTooLargeIsNotWaitedFor() throws {
    let server = try LoopbackServer([
      "/": LoopbackAnswer(body: .trickle([[1], [2]], milliseconds: 10_000), declaredLength: 100_001)
    ])
    #expect(fetch(server, "/", limits: small) == tooLarge)
  }

  @Test func unpackedBytesCount() throws {
    let bomb = Gzip.pack([UInt8](repeating: 0x20, count: 2 << 20))
    let nested = Gzip.pack(bomb, period: Gzip.periodOfBomb)
    #expect(bomb.count < 20_000)
    #expect(nested.count < 2_000)
    let server = try LoopbackServer(["/bomb": .gzip(bomb), "/nested": .gzip(nested, layers: 2)])
    #expect(fetch(server, "/bomb", limits: small) == tooLarge)
    #expect(fetch(server, "/nested", limits: small) == tooLarge)
  }

  @Test func headersHaveALimit() throws {
    let long = (0..<10).map { ("X-\($0)", String(repeating: "x", count: 1_000)) }
    let server = try LoopbackServer(["/": .ok([1], fields: long), "/short": .ok([1], fields: Array(long.prefix(3)))])
    #expect(fetch(server, "/", limits: small) == .failed(.broken, ServerHints()))
    #expect(fetch(server, "/short", limits: small).body?.bytes == [1])
  }

  @Test func silenceIsNotWaitedFor() throws {
    let server = try LoopbackServer(["/": LoopbackAnswer(body: .silence)])
    #expect(fetch(server, "/", limits: short) == .failed(.timedOut, ServerHints()))
  }

  @Test func aTrickleEndsWithTheTime() throws {
    var limits = short
    limits.lowestSpeed = 1
    let pieces = [[UInt8]](repeating: [0x20], count: 1_000)
    let server = try LoopbackServer(["/": LoopbackAnswer(body: .trickle(pieces, milliseconds: 20))])
    #expect(fetch(server, "/", limits: limits) == .failed(.timedOut, ServerHints()))
  }

  @Test func aCallerThatTakesItsTimeMakesNobodyLate() throws {
    let server = try LoopbackServer([
      "/quick": .ok([1]), "/slow": LoopbackAnswer(body: .trickle([[1], [2], [3]], milliseconds: 40)),
    ])
    var limits = FetchLimits()
    limits.totalTime = .seconds(2)
    var outcomes: [Int: FetchOutcome] = [:]
    let requests = ["/quick", "/slow"].enumerated().map { FetchRequest(id: $0, address: server.address($1)) }
    Fetcher(limits: limits, userAgent: "test", proxy: "").fetch(requests) { request, outcome in
      outcomes[request.id] = outcome
      // Longer than all its time.
      if request.id == 0 { waitUntil(.now + .milliseconds(2_200)) }
    }
    #expect(outcomes[1]?.body?.bytes == [1, 2, 3])
  }

  @Test func whatBreaksOffIsBroken() throws {
    let server = try LoopbackServer([
      "/half": .brokenOff(after: [1, 2, 3], promised: 10), "/nothing": LoopbackAnswer(ending: .reset),
      "/short": LoopbackAnswer(body: .bytes([1, 2, 3]), declaredLength: 2),
      "/damaged": .gzip(Array(Gzip.pack([1, 2, 3]).prefix(10)) + [UInt8](repeating: 0xff, count: 10)),
    ])
    #expect(fetch(server, "/half") == .failed(.broken, ServerHints()))
    #expect(fetch(server, "/damaged") == .failed(.broken, ServerHints()))
    #expect(fetch(server, "/short").body?.bytes == [1, 2])
  }

  @Test func whereNobodyAnswersThereIsNoConnection() throws {
    let port = try LoopbackServer.refusingPort()
    #expect(
      fetch([FetchRequest(id: 0, address: "http://127.0.0.1:\(port)/")])[0] == .failed(.noConnection, ServerHints()))
  }

  @Test func aHostThatThereIsNotIsNotFound() {
    // `.invalid` is never resolved (RFC 6761).
    let outcome = fetch([FetchRequest(id: 0, address: "http://news.invalid/")])[0]
    #expect(outcome == .failed(.hostNotFound, ServerHints()))
  }

  @Test func whatIsNotEncryptedIsNotTaken() throws {
    let server = try LoopbackServer(["/": .ok([1])])
    let address = "https" + server.address("/").dropFirst(4)
    #expect(fetch([FetchRequest(id: 0, address: address)])[0] == .failed(.insecure, ServerHints()))
  }

  @Test func aHostHasFewConnectionsAtOnce() throws {
    let server = try LoopbackServer(backlog: 1) { _ in
      var answer = LoopbackAnswer(body: .bytes([1]), ending: .close)
      answer.delayMilliseconds = 2
      return answer
    }
    let outcomes = fetch((0..<60).map { FetchRequest(id: $0, address: server.address("/\($0)")) })
    #expect(outcomes.values.filter { $0.body?.bytes != [1] } == [])
    #expect(server.mostAtOnce <= 4)
  }

  @Test func connectionsThatServersCloseWithoutAWordAreMadeAnew() throws {
    let server = try LoopbackServer { _ in LoopbackAnswer(body: .bytes([1]), ending: .close) }
    let outcomes = fetch((0..<300).map { FetchRequest(id: $0, address: server.address("/\($0)")) })
    #expect(outcomes.values.filter { $0.body?.bytes != [1] } == [])
  }

  @Test func largeBodiesShareTheRoomAndAllArrive() throws {
    var limits = FetchLimits()
    limits.bodySize = 3 << 20
    limits.bodiesSize = 2 << 20
    let large = [UInt8](repeating: 0x20, count: 2 << 20)
    let packed = Gzip.pack(large)
    let server = try LoopbackServer { request in request.path.contains("packed") ? .gzip(packed) : .ok(large) }
    let requests = (0..<16).map { number in
      FetchRequest(id: number, address: server.address(number % 2 == 0 ? "/plain\(number)" : "/packed\(number)"))
    }
    let outcomes = fetch(requests, limits: limits)
    #expect(outcomes.count == 16)
    #expect(outcomes.values.allSatisfy { $0.body?.bytes == large })
  }
}

/// Keeps the thread busy until then: the caller that takes its time.
private func waitUntil(_ end: SuspendingClock.Instant) {
  while SuspendingClock.now < end {}
}
