import Configuration
import NewsModel
import Terminal
import Testing

@testable import Dashboard

/// What the lines around the panes say.
@Suite struct ChromeSessionTests {
  private func statusLine(_ session: Session) -> String { session.lines[session.lines.count - 2] }

  @Test func theFilterIsInTheWordsOfTheInterface() {
    var session = Session()
    session.type("f")
    session.enter("tag:央行 since:7d -is:read")
    session.type("Enter")
    #expect(session.lines[0].contains("筛选：标签：央行 起：7天 -状态：已读"))
    #expect(statusLine(session).contains("资讯 › 标签：央行 › "))
    session.send(.command(.switchLanguage))
    #expect(session.lines[0].contains("filter: tag:央行 since:7d -is:read"))
    session.type("f")
    #expect(session.state.overlays.prompt?.field.text == "tag:央行 since:7d -is:read ")
  }

  @Test func aSmallScreenNamesTheFilterInItsTitle() {
    var session = Session(width: 40, height: 10)
    session.type("U")
    #expect(session.lines[0].hasPrefix("资讯 1/80 · 状态：未读"))
  }

  @Test func theCountOfTheUnreadIsThatOfWhatIsShown() {
    let kept = SavedCollection(queries: [SavedQuery(name: "新股", text: "tag:IPO")])
    var session = Session(collection: kept, sources: SampleSources.overviews)
    #expect(statusLine(session).contains("未读 80 "))
    session.type("2")
    #expect(statusLine(session).contains("未读 20 "))
    session.type("4 /")
    session.enter("Harbor")
    session.type("Enter")
    #expect(statusLine(session).contains("未读 96 "))
    session.type("1 U t")
    session.enter("IPO")
    session.type("Enter 3")
    #expect(statusLine(session).contains("未读 20 "))
  }

  @Test(arguments: ["gruvbox_dark", "terminal16"])
  func onlyThePageThatIsOpenLooksChosen(theme: String) {
    var session = Session(theme: ShippedThemes.load(theme))
    session.type("U 3")
    let frame = session.frame
    let active = session.state.presentation.styles.headerActive
    let chosen = frame.row(0).filter { $0.style == active }.map(\.text).joined()
    #expect(chosen == "3统计")
  }

  @Test func theFocusedTitleStandsOutWithoutColour() {
    var session = Session(theme: ShippedThemes.load("terminal16"))
    func isReversed(_ row: ArraySlice<Cell>, _ text: String) -> Bool {
      row.first { $0.text == text }?.style.modifiers.contains(.reverse) ?? false
    }
    #expect(isReversed(session.frame.row(1), "资") && !isReversed(session.frame.row(1), "阅"))
    session.type("Tab")
    #expect(!isReversed(session.frame.row(1), "资") && isReversed(session.frame.row(1), "阅"))
  }

  @Test func aPageWithoutFeedsOffersToAddOne() {
    var session = Session()
    session.type("4")
    #expect(session.lines[1].contains("─ 订阅 ─") && session.lines[1].contains("─ 详情 ─"))
    #expect(session.lines.last?.contains("a 添加订阅") == true)
    #expect(session.lines.last?.contains("退订") == false)
  }

  @Test func aChangeOfASavedQuerySaysWhatItChanges() {
    let kept = SavedCollection(queries: [SavedQuery(name: "新股", text: "tag:IPO is:unread")])
    var session = Session(collection: kept)
    session.type("2 b")
    #expect(session.text.contains("批量更改 · 新股 · 20条"))
    session.type("Enter")
    #expect(session.text.contains("将“IPO，未读”的20条新闻标为已读？"))
  }

  @Test func anEmptyLogSaysSo() {
    var session = Session()
    session.type("L")
    #expect(session.text.contains("还没有消息"))
  }
}
