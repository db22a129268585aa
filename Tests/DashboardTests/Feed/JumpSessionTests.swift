import NewsModel
import Terminal
import Testing

@testable import Dashboard

/// Places in the list that are typed after `:`.
@Suite struct JumpSessionTests {
  private func jumped(_ text: String, articles count: Int = 120) -> Session {
    var session = Session(articles: SampleNews.articles(count))
    session.type("j j :")
    session.enter(text)
    session.type("Enter")
    return session
  }

  @Test(arguments: [("100", 100), ("1", 1), ("0", 1), ("+5", 8), ("-2", 1), ("-9", 1), ("9999", 120)])
  func numbersAreRowsAndStepsAreTakenFromHere(_ text: String, _ row: Int) {
    #expect(jumped(text).state.timeline.selectedPosition == row)
  }

  @Test(arguments: [1_500, 2_400, 701])
  func rowsOutsideTheWindowAreFound(_ row: Int) {
    var session = jumped("\(row)", articles: 2_500)
    let all = SampleNews.articles(2_500)
    #expect(session.state.timeline.selected?.key == all[row - 1].headline.key)
    #expect(session.state.timeline.selectedPosition == row)
    session.type(":")
    session.enter("2")
    session.type("Enter")
    #expect(session.state.timeline.selected?.key == all[1].headline.key)
  }

  @Test func aDateIsItsNewestArticleOrTheOneBefore() throws {
    let session = jumped("2026-03-17")
    let selected = try #require(session.state.timeline.selected)
    let time = CivilTime(selected.published, in: SampleNews.zone)
    #expect((time.month, time.day) == (3, 17))
    let index = session.state.timeline.selectedIndex
    let newer = CivilTime(session.state.timeline.headlines[index - 1].published, in: SampleNews.zone)
    #expect(newer.day == 18)
  }

  @Test func aDateBeforeAllNewsIsToldSo() {
    #expect(jumped("2001-01-01").text.contains("没有更早的新闻"))
  }

  @Test(arguments: ["2024-99-01", "12x", "+x"])
  func whatIsNoPlaceIsNoCommand(_ text: String) {
    let session = jumped(text)
    #expect(session.state.timeline.selectedPosition == 3)
    #expect(session.state.notices.toast?.isError == true)
  }
}
