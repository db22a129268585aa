import NewsModel
import Testing

@testable import Dashboard

@Suite struct TaggingSessionTests {
  @Test func anArticleGetsANewTagAndLosesIt() {
    var session = Session()
    session.type("T")
    session.enter("跟踪")
    #expect(session.text.contains("新标签：跟踪"))
    session.type("Enter")
    #expect(session.state.timeline.headlines[0].ownTags == ["跟踪"])
    #expect(session.text.contains("已加标签“跟踪”"))
    session.type("T")
    session.enter("跟踪")
    session.type("Enter")
    #expect(session.state.timeline.headlines[0].ownTags.isEmpty)
    session.type("u")
    #expect(session.state.timeline.headlines[0].ownTags == ["跟踪"])
  }

  @Test func severalTagsAreMarked() {
    var session = Session()
    session.type("T")
    session.enter("甲")
    session.type("Tab C-u")
    session.enter("乙")
    session.type("Tab Enter")
    #expect(session.state.timeline.headlines[0].ownTags == ["乙", "甲"])
  }

  @Test func theOpenArticleShowsItsNewTag() {
    var session = Session()
    session.type("Enter T")
    session.enter("跟踪")
    session.type("Enter")
    #expect(session.text.contains("#IPO #新能源车 #跟踪"))
  }

  @Test func mutedArticlesLeaveTheListAndComeBackToTheirPlace() {
    var session = Session()
    session.type("j j j")
    let key = session.state.timeline.selectedKey
    let next = session.state.timeline.headlines[4].key
    session.type("M")
    #expect(session.state.timeline.selectedKey == next)
    #expect(session.text.contains("资讯 4/119"))
    session.type("u")
    #expect(session.state.timeline.headlines[3].key == key)
    #expect(session.state.timeline.selectedKey == key)
  }

  @Test func enterBeforeTheTagsArriveIsNotLost() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("t")
    session.enter("央")
    session.type("Enter")
    #expect(session.text.contains("加载中"))
    session.answerWaiting()
    #expect(session.state.filter == .tag("央行"))
  }
}
