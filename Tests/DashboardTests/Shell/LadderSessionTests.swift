import NewsModel
import Terminal
import Testing

@testable import Dashboard

/// Back goes down a ladder, one rung a press; the history of filters has keys of its own.
@Suite struct LadderSessionTests {
  @Test func everyPressTakesOneRung() {
    var session = Session()
    session.type("U t")
    session.enter("央行")
    session.type("Enter Enter /")
    session.enter("的")
    session.type("Enter")
    #expect(session.state.reader.isSearching)
    session.type("Esc")
    #expect(!session.state.reader.isSearching && session.state.focus == .reader)
    session.type("Esc")
    #expect(session.state.focus == .feed && session.state.filter == .and([.unread, .tag("央行")]))
    session.type("Esc")
    #expect(session.state.filter == .unread)
    session.type("Esc")
    #expect(session.state.filter == .all)
    session.type("Esc")
    #expect(session.state.notices.toast != nil)
  }

  @Test func aFilterInPlaceOfAnotherLeavesNoRung() {
    var session = Session()
    session.send(.command(.filterUnread))
    session.send(.command(.filterUnread))
    session.send(.command(.filterStarred))
    session.type("Esc")
    #expect(session.state.filter == .all)
    session.type("Esc")
    #expect(session.state.filter == .all)
  }

  @Test func backFromWhatAChartNarrowedShowsTheChartAgain() {
    var session = Session()
    session.type("U 3 j Enter")
    #expect(session.state.page == .news && session.state.filter.conjuncts.count == 2)
    session.type("Enter Esc Esc")
    #expect(session.state.page == .statistics && session.state.filter == .unread)
    session.type("Esc")
    #expect(session.state.page == .news && session.state.filter == .unread)
  }

  @Test func aSearchThatIsGivenUpReturnsToItsPage() {
    var session = Session()
    session.type("3 /")
    session.enter("央行")
    #expect(session.state.page == .news)
    session.type("Esc")
    #expect(session.state.page == .statistics && session.state.filter == .all)
  }

  @Test func clearingTakesAllRungs() {
    var session = Session()
    session.type("U * c")
    #expect(session.state.filter == .all)
    session.type("U 3 c")
    #expect(session.state.filter == .all && session.state.page == .statistics)
  }

  @Test func theHistoryGoesBackAndForward() {
    var session = Session()
    session.type("U")
    session.send(.command(.filterUnread))
    session.send(.command(.filterStarred))
    session.type("C-o")
    #expect(session.state.filter == .all)
    session.type("C-o")
    #expect(session.state.filter == .unread)
    session.type("M-o M-o")
    #expect(session.state.filter == .starred)
    session.type("M-o")
    #expect(session.state.filter == .starred && session.text.contains("之后没有筛选"))
  }

  @Test func aWiderFilterIsPartOfTheHistory() {
    var session = Session()
    session.type("U Esc C-o")
    #expect(session.state.filter == .unread)
    session.type("Esc")
    #expect(session.state.filter == .all)
  }

  @Test func rowsAboveTheListAreCounted() {
    var session = Session(height: 24)
    #expect(!session.lines[1].contains("▲"))
    session.type("G")
    #expect(session.lines[1].contains("▲ \(session.state.timeline.topIndex)"))
  }
}
