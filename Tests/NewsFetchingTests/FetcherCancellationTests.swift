import Dispatch
import LoopbackServer
import NewsFetching
import NewsModel
import Testing

@Suite struct FetcherCancellationTests {
  private let fetcher = Fetcher(userAgent: "test", proxy: "")

  @Test func anotherThreadEndsAWaitAtOnce() throws {
    let cancellation = Cancellation()
    let server = try LoopbackServer { _ in
      cancellation.cancel()
      return LoopbackAnswer(body: .silence)
    }
    let start = ContinuousClock.now
    fetcher.fetch([FetchRequest(id: 0, address: server.address())], cancellation: cancellation) { _, _ in
      Issue.record("nothing is reported any more")
    }
    #expect(start.duration(to: .now) < .seconds(5), "the patience with servers is ten seconds")
  }

  @Test func theReceiverMayCancel() throws {
    let server = try LoopbackServer { _ in .ok([1]) }
    let cancellation = Cancellation()
    var reported = 0
    let requests = (0..<100).map { FetchRequest(id: $0, address: server.address("/\($0)")) }
    fetcher.fetch(requests, cancellation: cancellation) { _, _ in
      reported += 1
      if reported == 3 { cancellation.cancel() }
    }
    #expect(reported == 3)
  }

  @Test func whatIsCancelledBeforeAsksForNothing() throws {
    let server = try LoopbackServer { _ in .ok([1]) }
    let cancellation = Cancellation()
    cancellation.cancel()
    fetcher.fetch([FetchRequest(id: 0, address: server.address())], cancellation: cancellation) { _, _ in
      Issue.record("nothing is reported any more")
    }
    #expect(server.requests.isEmpty)
  }
}
