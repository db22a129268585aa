import NewsModel
import Terminal
import Testing

@testable import Dashboard

@Suite struct FeedSessionTests {
  @Test func keysMoveTheSelection() {
    var session = Session()
    #expect(session.state.timeline.selectedIndex == 0)
    session.type("j j Down k")
    #expect(session.state.timeline.selectedIndex == 2)
    session.type("G")
    #expect(session.state.timeline.selectedIndex == 119)
    #expect(session.lines.joined().contains("资讯 120/120"))
    session.type("g g")
    #expect(session.state.timeline.selectedIndex == 0)
    session.type("C-d")
    #expect(session.state.timeline.selectedIndex == 11)
    session.type("PgDn PgUp C-u")
    #expect(session.state.timeline.selectedIndex == 0)
  }

  @Test func sequenceThatIsBrokenOffStillRunsTheKey() {
    var session = Session()
    session.type("g j")
    #expect(session.state.timeline.selectedIndex == 1)
  }

  @Test func unreadKeysSkipWhatWasRead() {
    var session = Session()
    session.type("J")
    #expect(session.state.timeline.selected?.status.isRead == false)
    #expect(session.state.timeline.selectedIndex == 2)
    session.type("K")
    #expect(session.state.timeline.selectedIndex == 0)
    session.type("K")
    #expect(session.text.contains("没有未读新闻了"))
  }

  @Test func unreadKeysReachBeyondWhatIsLoaded() {
    var articles = SampleNews.articles(1_200)
    for index in articles.indices { articles[index].headline.status.isRead = ![0, 900].contains(index) }
    var session = Session(articles: articles)
    session.type("J")
    #expect(session.state.timeline.selected?.key == articles[900].headline.key)
    #expect(session.state.timeline.selectedPosition == 901)
    session.pass(milliseconds: 1_000)
    #expect(session.state.reader.article?.headline.key == articles[900].headline.key)
    session.type("J")
    #expect(session.text.contains("没有未读新闻了"))
    session.type("K")
    #expect(session.state.timeline.selected?.key == articles[0].headline.key)
  }

  @Test func takingInNothingSaysSo() {
    var session = Session()
    session.type(".")
    #expect(session.text.contains("暂无新消息"))
  }

  @Test func selectionIsAlwaysOnScreen() {
    var session = Session(width: 80, height: 24)
    for key in ["j", "PgDn", "j", "G", "k", "PgUp", "C-u", "g g", "C-d", "J"] {
      session.type(key)
      let title = session.state.timeline.selected?.title.prefix(8) ?? ""
      #expect(session.lines.contains { $0.hasPrefix("▶") && $0.contains(title) }, "after \(key)")
    }
  }

  @Test func longListIsReadInPagesAndKeepsItsPlace() {
    var session = Session(articles: SampleNews.articles(2_500))
    #expect(session.state.timeline.headlines.count > Timeline.margin, "the rest of the first window follows at once")
    for _ in 0..<60 { session.type("PgDn") }
    let position = session.state.timeline.selectedPosition
    #expect(position == 60 * 22 + 1)
    #expect(session.state.timeline.headlines.count <= Timeline.capacity)
    #expect(session.state.timeline.selected?.key == ArticleKey(Int64(position ?? 0)))
    session.type("G")
    #expect(session.state.timeline.selectedPosition == 2_500)
    for _ in 0..<130 { session.type("PgUp") }
    #expect(session.state.timeline.selectedPosition == 1)
    #expect(session.state.timeline.selected?.key == ArticleKey(1))
  }

  @Test func newItemsWaitUntilTheyAreTakenIn() {
    var session = Session(articles: Array(SampleNews.articles(50).dropFirst(7)))
    session.type("j j")
    let selected = session.state.timeline.selected
    session.library.articles = SampleNews.articles(50)
    session.send(.libraryChanged)
    #expect(session.text.contains("▲ 新7条（.）"))
    #expect(session.state.timeline.selectedIndex == 2)
    session.type(".")
    #expect(session.state.timeline.selected == selected)
    #expect(session.state.timeline.selectedPosition == 10)
    #expect(!session.text.contains("新7条"))
  }

  @Test func statusesChangedElsewhereShowUp() throws {
    var session = Session()
    _ = try session.library.apply(StatusChange(.star, of: [ArticleKey(2)]))
    session.send(.libraryChanged)
    #expect(session.state.timeline.headlines[1].status.isStarred)
  }

  @Test func staleAnswersAreDropped() {
    var session = Session()
    session.isLibrarySlow = true
    session.send(.command(.filterUnread))
    session.send(.command(.filterStarred))
    session.isLibrarySlow = false
    session.answerWaiting()
    #expect(session.state.timeline.headlines.allSatisfy { !$0.status.isRead && $0.status.isStarred })
  }

  @Test func emptyStoreSaysHowToBringNewsIn() {
    let session = Session(articles: [])
    #expect(session.text.contains("newstape import"))
  }

  @Test func mouseSelectsOpensAndScrollsWithoutMarkingRead() {
    var session = Session()
    session.send(.input(.mouse(MouseEvent(.click, at: Point(x: 20, y: 5)))))
    #expect(session.state.timeline.selectedIndex == 3)
    session.send(.input(.mouse(MouseEvent(.wheelDown, at: Point(x: 20, y: 5)))))
    session.pass(milliseconds: 2_000)
    #expect(session.state.timeline.selected?.status.isRead == false)
    session.type("Tab")
    session.send(.input(.mouse(MouseEvent(.wheelDown, at: Point(x: 20, y: 5)))))
    session.pass(milliseconds: 2_000)
    #expect(session.state.timeline.selected?.status.isRead == false)
    session.send(.input(.mouse(MouseEvent(.doubleClick, at: Point(x: 20, y: 3)))))
    #expect(session.state.focus == .reader)
  }
}
