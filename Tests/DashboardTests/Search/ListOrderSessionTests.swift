import NewsModel
import Testing

@testable import Dashboard

/// `S` ranks the results of a search.
@Suite struct ListOrderSessionTests {
  private func searched(_ text: String = "公司", articles: [Article] = SampleNews.articles()) -> Session {
    var session = Session(articles: articles)
    session.type("/")
    session.enter(text)
    session.type("Enter")
    return session
  }

  private func keys(_ session: Session) -> [ArticleKey] { session.state.timeline.headlines.map(\.key) }

  @Test func resultsAreRankedAndAgainNewestFirst() {
    var session = searched()
    let newestFirst = keys(session)
    session.type("S")
    #expect(keys(session) != newestFirst)
    #expect(Set(keys(session)) == Set(newestFirst))
    #expect(session.state.timeline.selectedIndex == 0)
    session.type("S")
    #expect(keys(session) == newestFirst)
  }

  @Test func theTitleSaysSoAndRowsShowTheirDates() {
    var session = searched()
    #expect(!session.text.contains("按相关度"))
    session.type("S")
    #expect(session.lines.contains { $0.contains("搜索“公司” 1/") && $0.contains("按相关度") })
    let rows = session.state.timeline.visibleRows(height: 100, in: SampleNews.zone)
    #expect(rows.allSatisfy { if case .headline = $0 { true } else { false } }, "no lines between days")
    let yesterday = session.state.timeline.headlines.prefix(20).map { CivilTime($0.published, in: SampleNews.zone) }
      .first { $0.dayNumber != CivilTime(SampleNews.now, in: SampleNews.zone).dayNumber }
    #expect(yesterday.map { session.text.contains($0.monthAndDay + " ") } ?? false)
  }

  @Test func theSelectionStaysOnItsArticleInItsRow() {
    var session = searched()
    session.type("j j j j j j j j j j j j")
    let key = session.state.timeline.selectedKey
    session.type("S")
    #expect(session.state.timeline.selectedKey == key)
    session.type("S")
    #expect(session.state.timeline.selectedKey == key)
  }

  @Test func whatIsReadStaysSelected() {
    var session = searched()
    session.type("Enter")
    let key = session.state.timeline.selectedKey
    session.send(.command(.sortOrder))
    #expect(session.state.timeline.selectedKey == key)
    #expect(session.state.reader.article?.headline.key == key)
  }

  @Test func aNarrowerFilterKeepsTheOrderAndAnotherSearchDoesNot() {
    var session = searched()
    session.type("S U")
    #expect(session.state.timeline.isRanked)
    session.type("/")
    session.enter("增长")
    #expect(!session.state.timeline.isRanked)
    session.type("Esc")
    #expect(session.state.timeline.isRanked)
    session.type("/")
    session.enter("增长")
    session.type("Enter Esc")
    #expect(session.state.timeline.isRanked, "back returns to the order, too")
    session.type("c")
    #expect(!session.state.timeline.isRanked)
  }

  @Test func onlyWordsCanBeRanked() {
    var session = Session()
    session.type("U S")
    #expect(session.text.contains("搜索后才能"))
    #expect(session.state.feed.order == .newestFirst)
  }

  @Test func theFilterMenuOffersIt() {
    var session = searched()
    session.type("F")
    session.enter("按相关")
    session.type("Enter")
    #expect(session.state.timeline.isRanked)
  }

  @Test func aChangeOfTheStoreLeavesRanksAndLength() throws {
    var session = searched()
    session.type("S")
    let ranked = keys(session)
    session.library.articles.removeFirst(30)
    _ = try session.library.apply(StatusChange(.star, of: [ranked[0]]))
    session.send(.libraryChanged)
    #expect(keys(session) == ranked)
    #expect(session.state.timeline.waitingCount == 0)
  }
}
