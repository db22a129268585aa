import LoopbackServer
import NewsFetching
import NewsModel
import Testing

@Suite struct FetcherTests {
  @Test func aBodyComesWithWhatTheServerSaysOfIt() throws {
    let body = Array("<rss/>".utf8)
    let server = try LoopbackServer([
      "/feed": .ok(
        body, type: "text/xml; charset=gb2312", entityTag: "W/\"a\"", lastModified: "Sat, 28 Nov 2026 02:00:00 GMT",
        fields: [("Cache-Control", "public, max-age=600")])
    ])
    let outcomes = fetch([FetchRequest(id: 7, address: server.address("/feed"))])
    #expect(
      outcomes[7]
        == .fetched(
          FetchedBody(
            bytes: body, contentType: "text/xml; charset=gb2312", address: server.address("/feed"),
            validators: FetchValidators(entityTag: "W/\"a\"", lastModified: "Sat, 28 Nov 2026 02:00:00 GMT"),
            hints: ServerHints(maxAge: 600))))
  }
}

/// Fetches all and gives the outcomes by the ids of the requests.
func fetch(
  _ requests: [FetchRequest], limits: FetchLimits = FetchLimits(),
  userAgent: String = "test/1 (+https://reader.example)"
) -> [Int: FetchOutcome] {
  var outcomes: [Int: FetchOutcome] = [:]
  Fetcher(limits: limits, userAgent: userAgent, proxy: "").fetch(requests) { request, outcome in
    #expect(outcomes[request.id] == nil, "reported twice")
    outcomes[request.id] = outcome
  }
  return outcomes
}
