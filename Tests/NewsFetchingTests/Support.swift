import LoopbackServer
import NewsFetching
import Testing

/// Fetches all and gives the outcomes by the ids of the requests.
func fetch(_ requests: [FetchRequest], limits: FetchLimits = FetchLimits()) -> [Int: FetchOutcome] {
  var outcomes: [Int: FetchOutcome] = [:]
  // No proxy, whatever the environment of the tests says.
  let fetcher = Fetcher(limits: limits, userAgent: "test/1 (+https://reader.example)", proxy: "")
  fetcher.fetch(requests) { request, outcome in
    #expect(outcomes[request.id] == nil, "reported twice")
    outcomes[request.id] = outcome
  }
  #expect(Set(outcomes.keys) == Set(requests.map(\.id)), "each is reported")
  return outcomes
}

/// Fetches one thing from a server.
func fetch(_ server: LoopbackServer, _ path: String, limits: FetchLimits = FetchLimits()) -> FetchOutcome {
  let outcomes = fetch([FetchRequest(id: 0, address: server.address(path))], limits: limits)
  return outcomes[0] ?? .failed(.broken, ServerHints())
}

extension FetchOutcome {
  var body: FetchedBody? { if case .fetched(let body) = self { body } else { nil } }
}
