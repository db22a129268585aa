import LoopbackServer
import NewsFetching
import NewsModel
import Testing

@Suite struct FetcherTests {
  private let date = "Sat, 28 Nov 2026 02:00:00 GMT"

  @Test func aBodyComesWithWhatTheServerSaysOfIt() throws {
    let body = Array("<rss/>".utf8)
    let server = try LoopbackServer([
      "/feed": .ok(
        body, type: "text/xml; charset=gb2312", entityTag: "W/\"a\"", lastModified: date,
        fields: [("Cache-Control", "public, max-age=600"), ("Expires", "0")])
    ])
    let outcomes = fetch([FetchRequest(id: 7, address: server.address("/feed"))])
    #expect(
      outcomes[7]
        == .fetched(
          FetchedBody(
            bytes: body, contentType: "text/xml; charset=gb2312", address: server.address("/feed"),
            validators: FetchValidators(entityTag: "W/\"a\"", lastModified: date), hints: ServerHints(maxAge: 600))))
  }

  @Test(arguments: ["<rss><channel/></rss>", "\u{1}\u{2}\u{3}", "SSH-2.0-invented\r\n"])
  func whatDoesNotSpeakHTTPIsNamed(_ bytes: String) throws {
    let server = try LoopbackServer(["/": .withoutHead(Array(bytes.utf8))])
    #expect(fetch(server, "/") == .failed(.notHTTP, ServerHints()))
  }

  @Test func validatorsGoBackAsTheyCame() throws {
    let server = try LoopbackServer(["/": .ok([1], entityTag: "odd;tag \"", lastModified: "yesterday, or so")])
    let validators = try #require(fetch(server, "/").body?.validators)
    let second = fetch([FetchRequest(id: 0, address: server.address(), validators: validators)])
    #expect(second[0] == .notModified(ServerHints(), movedTo: nil))
    #expect(server.requests.last?["if-none-match"] == "odd;tag \"")
    #expect(server.requests.last?["if-modified-since"] == "yesterday, or so")
    #expect(server.requests.first?["if-none-match"] == nil)
  }

  @Test func validatorsOfMoreThanOneLineAreNotSent() throws {
    let server = try LoopbackServer(["/": .ok([1])])
    let validators = FetchValidators(entityTag: "a\r\nX-Evil: 1", lastModified: nil)
    _ = fetch([FetchRequest(id: 0, address: server.address(), validators: validators)])
    #expect(server.requests.first?["x-evil"] == nil)
    #expect(server.requests.first?["if-none-match"] == nil)
  }

  @Test func validatorsAreKeptOfWholeAnswersAlone() throws {
    let fields = [("ETag", "\"a\"")]
    let server = try LoopbackServer([
      "/203": LoopbackAnswer(status: 203, fields: fields, body: .bytes([1])),
      "/304": LoopbackAnswer(status: 304, fields: fields),
    ])
    #expect(fetch(server, "/203").body?.bytes == [1])
    #expect(fetch(server, "/203").body?.validators == nil)
    // "Not modified" to one who did not ask that.
    #expect(fetch(server, "/304") == .failed(.broken, ServerHints()))
  }

  @Test func requestsNameTheProgramAndNothingOfTheReader() throws {
    let server = try LoopbackServer([
      "/1": .ok([1], fields: [("Set-Cookie", "id=reader; Path=/")]), "/2": .redirect(302, to: "/1"), "/3": .ok([3]),
    ])
    for path in ["/1", "/2", "/3"] { _ = fetch(server, path) }
    _ = fetch(["/1", "/2", "/3"].enumerated().map { FetchRequest(id: $0, address: server.address($1)) })
    #expect(server.requests.count == 8)
    for request in server.requests {
      #expect(request["user-agent"] == "test/1 (+https://reader.example)")
      #expect(request["cookie"] == nil)
      #expect(request["referer"] == nil)
      #expect(request["accept-encoding"]?.contains("gzip") == true)
      #expect(Set(request.fields.map(\.name)) == ["host", "user-agent", "accept", "accept-encoding"])
    }
  }

  @Test(arguments: [410, 404, 403, 429, 500, 503, 204, 206, 300]) func otherAnswersAreFailures(_ status: Int) throws {
    let server = try LoopbackServer(["/": .status(status, fields: [("Retry-After", "120")])])
    #expect(fetch(server, "/") == .failed(.status(status), ServerHints(retryAfter: 120)))
  }

  @Test func retryAfterMayBeADate() throws {
    let server = try LoopbackServer([
      "/": .status(
        503, fields: [("Date", "Sat, 28 Nov 2026 02:00:00 GMT"), ("Retry-After", "Sat, 28 Nov 2026 02:10:00 GMT")])
    ])
    #expect(fetch(server, "/").hints.retryAfter == 600)
  }

  @Test func packedBodiesAreUnpacked() throws {
    let text = Array("<rss>央行</rss>".utf8) + [UInt8](repeating: 0x20, count: 5_000)
    let once = Gzip.pack(text)
    let server = try LoopbackServer(["/1": .gzip(once), "/2": .gzip(Gzip.pack(once), layers: 2)])
    #expect(once.count < 200)
    #expect(fetch(server, "/1").body?.bytes == text)
    #expect(fetch(server, "/2").body?.bytes == text)
  }

  @Test func anEmptyBodyIsABody() throws {
    let server = try LoopbackServer(["/": .ok([])])
    #expect(fetch(server, "/").body?.bytes == [])
  }

  @Test func addressesInChineseAreUnderstood() throws {
    let server = try LoopbackServer(["/%E5%BF%AB%E8%AE%AF?q=%E9%99%8D%E5%87%86": .ok([1])])
    #expect(fetch(server, "/快讯?q=降准").body?.bytes == [1])
  }

  @Test(arguments: ["ftp://127.0.0.1/", "file:///etc/hostname", "news", "", "http://a.example/\nX: y"])
  func nothingIsAskedForWhatIsNoWebAddress(_ address: String) {
    #expect(fetch([FetchRequest(id: 0, address: address)])[0] == .failed(.badAddress, ServerHints()))
  }

  @Test func connectionsAreUsedAgain() throws {
    let server = try LoopbackServer { _ in .ok([1]) }
    let outcomes = fetch((0..<50).map { FetchRequest(id: $0, address: server.address("/\($0)")) })
    #expect(outcomes.values.allSatisfy { $0.body != nil })
    #expect(server.connections <= 4)
  }

  @Test func aProxyIsAskedWhereThereIsOne() throws {
    let proxy = try LoopbackServer(["http://news.example/feed": .ok([1])])
    var outcome: FetchOutcome?
    Fetcher(userAgent: "test", proxy: proxy.address("")).fetch([
      FetchRequest(id: 0, address: "http://news.example/feed")
    ]) {
      outcome = $1
    }
    #expect(outcome?.body?.bytes == [1])
  }

  @Test(arguments: ["utf-8", "none", "gzip", "x-feed, utf-8"])
  func aBodyThatIsNotCodedAsItsHeaderSaysIsTakenAsItIs(_ coding: String) throws {
    let text = Array("<rss/>".utf8)
    let server = try LoopbackServer(["/": .ok(text, fields: [("Content-Encoding", coding)])])
    #expect(fetch(server, "/").body?.bytes == text)
  }
}
