import NewsModel
import Testing
import Wording

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

  @Test func whatTheCalendarLeavesOutIsTold() throws {
    var session = Session()
    let last = try #require(session.library.articles.indices.last)
    session.library.articles[last].headline.published = Timestamp(0)
    session.type("f")
    session.enter("session:closed")
    #expect(session.text.contains("1条在日历之外"))
    session.type("Esc")
    session.pass(milliseconds: 1_000)
    #expect(!session.text.contains("日历之外"))
  }

  @Test func sessionsAreCompleted() {
    let words = Words(language: .zhHans)
    #expect(QueryCompletion.offers(completing: "时段：午", names: nil, words).map(\.text) == ["午休", "午后"])
    #expect(QueryCompletion.offers(completing: "session:p", names: nil, words).map(\.text) == ["pre", "post"])
    #expect(QueryCompletion.offers(completing: "起：收", names: nil, words).map(\.text) == ["收盘"])
    #expect(QueryCompletion.offers(completing: "sess", names: nil, words).map(\.text) == ["session:"])
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
