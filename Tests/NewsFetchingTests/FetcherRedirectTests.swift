import LoopbackServer
import NewsFetching
import NewsModel
import Testing

@Suite struct FetcherRedirectTests {
  @Test(arguments: [301, 308]) func permanentOnesTellTheAddressToKeep(_ status: Int) throws {
    let server = try LoopbackServer(["/old": .redirect(status, to: "/new"), "/new": .ok([1])])
    let body = fetch(server, "/old").body
    #expect(body?.address == server.address("/new"))
    #expect(body?.movedTo == server.address("/new"))
  }

  @Test(arguments: [302, 303, 307]) func passingOnesAreFollowedAndForgotten(_ status: Int) throws {
    let server = try LoopbackServer(["/old": .redirect(status, to: "/new"), "/new": .ok([1])])
    let body = fetch(server, "/old").body
    #expect(body?.address == server.address("/new"))
    #expect(body?.movedTo == nil)
  }

  @Test func ofAChainThePermanentBeginningIsKept() throws {
    let server = try LoopbackServer([
      "/1": .redirect(301, to: "/2"), "/2": .redirect(308, to: "/3"), "/3": .redirect(302, to: "/4"),
      "/4": .redirect(301, to: "/5"), "/5": .ok([1], entityTag: "\"a\""),
    ])
    let request = FetchRequest(
      id: 0, address: server.address("/1"), validators: FetchValidators(entityTag: "\"a\""))
    #expect(fetch([request])[0] == .notModified(ServerHints(), movedTo: server.address("/3")))
  }

  @Test func aFailureMovesNothing() throws {
    let server = try LoopbackServer(["/old": .redirect(301, to: "/new")])
    #expect(fetch(server, "/old") == .failed(.status(404), ServerHints()))
    #expect(fetch(server, "/old").movedTo == nil)
  }

  @Test func loopsEnd() throws {
    let server = try LoopbackServer(["/a": .redirect(301, to: "/b"), "/b": .redirect(302, to: "/a")])
    #expect(fetch(server, "/a") == .failed(.tooManyRedirects, ServerHints()))
    #expect(server.requests.count == 6)
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "javascript:alert(1)", "data:,x"])
  func nothingButTheWebIsFollowed(_ target: String) throws {
    let server = try LoopbackServer(["/": .redirect(301, to: target)])
    #expect(fetch(server, "/") == .failed(.badRedirect(target), ServerHints()))
  }

  @Test func oneThatDoesNotSayWhereIsAFailure() throws {
    let server = try LoopbackServer(["/": .status(301)])
    #expect(fetch(server, "/") == .failed(.status(301), ServerHints()))
  }

  @Test func targetsInChineseAreUnderstood() throws {
    let server = try LoopbackServer(["/": .redirect(302, to: "/快讯 一"), "/%E5%BF%AB%E8%AE%AF%20%E4%B8%80": .ok([1])])
    #expect(fetch(server, "/").body?.bytes == [1])
  }

  @Test func otherServersAreFollowedTo() throws {
    let second = try LoopbackServer(["/feed": .ok([2])])
    let first = try LoopbackServer(["/feed": .redirect(301, to: second.address("/feed"))])
    #expect(fetch(first, "/feed").body?.movedTo == second.address("/feed"))
  }

  @Test func whatARedirectSetsIsBroughtBackUntilTheChainEnds() throws {
    let server = try LoopbackServer { request in
      guard request["cookie"] == "seen=1; too=2" else {
        return .status(
          302, fields: [("Location", request.path), ("Set-Cookie", "seen=1; Path=/"), ("Set-Cookie", "too=2")])
      }
      return .ok([1])
    }
    #expect(fetch(server, "/feed").body?.bytes == [1])
    #expect(fetch(server, "/feed").body?.bytes == [1])
    #expect(server.requests.map { $0["cookie"] } == [nil, "seen=1; too=2", nil, "seen=1; too=2"])
  }

  @Test func requestsOfOneFetchKnowNothingOfEachOthersCookies() throws {
    let server = try LoopbackServer { request in
      request.path == "/a" ? .status(302, fields: [("Location", "/b"), ("Set-Cookie", "k=a")]) : .ok([1])
    }
    _ = fetch([FetchRequest(id: 0, address: server.address("/a")), FetchRequest(id: 1, address: server.address("/c"))])
    #expect(server.requests.first { $0.path == "/b" }?["cookie"] == "k=a")
    #expect(server.requests.first { $0.path == "/c" }?["cookie"] == nil)
  }
}
