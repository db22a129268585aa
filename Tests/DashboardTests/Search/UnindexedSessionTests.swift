import Testing

@testable import Dashboard

/// A search tells how much of the store it has to look through article by article.
@Suite struct UnindexedSessionTests {
  private func search(_ session: inout Session) {
    session.type("/")
    session.enter("公司")
  }

  @Test func whatWaitsForTheIndexIsToldUntilNothingDoes() {
    var session = Session()
    session.library.unindexed = 12_000
    #expect(!session.text.contains("索引还差"))
    search(&session)
    #expect(session.text.contains("还有12,000条待索引"))
    session.library.unindexed = 4_000
    session.pass(milliseconds: 1_000)
    #expect(session.text.contains("还有4,000条待索引"))
    session.library.unindexed = 0
    session.pass(milliseconds: 1_000)
    #expect(!session.text.contains("索引还差"))
  }

  @Test func aListThatIsNoSearchDoesNotAsk() {
    var session = Session()
    session.library.unindexed = 5
    search(&session)
    session.type("Esc")
    #expect(!session.text.contains("索引还差"))
    session.isLibrarySlow = true
    session.pass(milliseconds: 5_000)
    #expect(session.waiting(UnindexedCountRequest.self).isEmpty)
  }
}
