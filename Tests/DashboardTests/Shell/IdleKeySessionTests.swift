import NewsModel
import Terminal
import Testing

@testable import Dashboard

/// No key is silent: one that does nothing here says where it works.
@Suite struct IdleKeySessionTests {
  @Test func aKeyOfAnotherPlaceNamesThatPlace() {
    var session = Session()
    session.type("x")
    #expect(session.text.contains("x 在此无效，可用于：关注、订阅"))
    #expect(session.state.notices.log.isEmpty)
  }

  @Test func aKeyWithoutACommandNamesTheHelp() {
    var session = Session()
    session.type("%")
    #expect(session.text.contains("% 没有功能，按 ? 查看按键"))
  }

  @Test func theFirstKeyOfASequenceSaysNothingYet() {
    var session = Session()
    session.type("g")
    #expect(session.state.notices.toast == nil)
    session.type("x")
    #expect(session.state.notices.toast != nil)
  }

  @Test func keysOfAnArticleWorkFromTheCharts() {
    var session = Session()
    session.type("j Tab Tab s")
    #expect(session.state.focus == .statistics)
    #expect(session.state.timeline.selected?.status.isStarred == true)
    session.type("3 s")
    #expect(session.text.contains("资讯页"))
  }
}
