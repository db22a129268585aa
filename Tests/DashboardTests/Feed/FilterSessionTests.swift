import NewsModel
import Testing

@testable import Dashboard

@Suite struct FilterSessionTests {
  @Test func tagPickerFiltersAndBackReturns() {
    var session = Session()
    session.type("j j j t")
    #expect(session.text.contains("─ 按内容筛选 ─"))
    session.enter("央")
    session.type("Enter")
    #expect(session.state.filter == .tag("央行"))
    #expect(session.state.timeline.headlines.allSatisfy { $0.tags.contains("央行") })
    #expect(session.text.contains("筛选：标签：央行"))
    session.type("Esc")
    #expect(session.state.filter == .all)
    #expect(session.state.timeline.selectedIndex == 3)
  }

  @Test func severalTagsAreMarkedWithTab() {
    var session = Session()
    session.type("t Tab Tab Enter")
    #expect(session.state.filter.conjuncts.count == 2)
    #expect(session.state.filter.conjuncts.allSatisfy { $0.isTag })
  }

  @Test func filterKeepsTheSelectedArticleWhereItMatches() {
    var session = Session()
    session.type("j j j j j j")
    let selected = session.state.timeline.selected?.key
    session.send(.command(.filterUnread))
    #expect(session.state.timeline.selected?.key == selected)
  }

  @Test func unreadAndStarredToggle() {
    var session = Session()
    session.type("U *")
    #expect(session.state.filter == .and([.unread, .starred]))
    session.type("U")
    #expect(session.state.filter == .starred)
    session.type("c")
    #expect(session.state.filter == .all)
  }

  @Test func filterMenuLeadsToEveryKindOfFilter() {
    var session = Session()
    session.type("F")
    session.enter("来源")
    session.type("Enter Enter")
    #expect(session.state.filter.isSource)
  }

  @Test func dateFiltersUnderstandDatesAndRefuseOthers() {
    var session = Session()
    session.type(":")
    session.enter("since 2026-03-17")
    session.type("Enter")
    #expect(session.state.filter == .since(CivilTime(year: 2026, month: 3, day: 17).timestamp(in: SampleNews.zone)))
    session.type(":")
    session.enter("until nonsense")
    session.type("Enter")
    #expect(session.text.contains("不是日期"))
    #expect(session.state.filter.conjuncts.count == 1)
  }

  @Test func filterIsEditedAsAQueryAndTheListFollows() {
    var session = Session()
    session.type("U f")
    session.enter("tag:IPO")
    #expect(session.state.filter == .and([.unread, .tag("IPO")]))
    session.type("Esc")
    #expect(session.state.filter == .unread)
    session.type("f C-u")
    session.enter("tag:央行 OR tag:IPO")
    session.type("Enter")
    #expect(session.state.filter == .or([.tag("央行"), .tag("IPO")]))
    session.type("Esc")
    #expect(session.state.filter == .all)
  }

  @Test func mistakeInAQueryIsNamedAndTheLastGoodListStays() {
    var session = Session()
    session.type("f")
    session.enter("tag:IPO is:new")
    #expect(session.text.contains("没有状态“new”"))
    #expect(session.state.filter.conjuncts.contains(.tag("IPO")))
    session.type("Enter")
    #expect(session.text.contains("没有状态“new”"))
    for _ in 0..<3 { session.type("Backspace") }
    session.enter("unread")
    session.type("Enter")
    #expect(session.state.filter == .and([.tag("IPO"), .unread]))
  }

  @Test func fieldsOfAQueryAreCompleted() {
    var session = Session()
    session.type("f")
    session.enter("so")
    session.type("Tab")
    session.enter("星海财经 is:unr")
    session.type("Tab Enter")
    #expect(session.state.filter == .and([.source("星海财经"), .unread]))
  }

  @Test func nothingMatchesIsSaidInWords() {
    var session = Session()
    session.type(":")
    session.enter("tag 没有这个标签")
    session.type("Enter")
    #expect(session.text.contains("没有符合条件的新闻"))
    session.type("Esc")
    #expect(session.state.timeline.headlines.count == 120)
  }
}
