import Configuration
import NewsModel
import Testing
import Wording

@testable import Dashboard

@Suite struct SourcesSessionTests {
  private func session(width: Int = 120, height: Int = 40, language: Language = .zhHans) -> Session {
    Session(width: width, height: height, language: language, sources: SampleSources.overviews)
  }

  private func names(_ session: Session) -> [String] { session.state.sources.list.map(\.subscription.name) }

  @Test func passwordsOfAnAddressStayHiddenAndOutlastItsChange() throws {
    var overview = try #require(SampleSources.overviews.first)
    overview.subscription.address = "https://li:geheim@port.example/rss?token=abc"
    var session = Session(sources: [overview])
    session.type("4")
    // The details break it after a slash.
    #expect(session.text.contains("https://***@port.example/") && session.text.contains("token=***"))
    session.type("e")
    #expect(session.text.contains("https://***@port.example/rss?token=***"))
    session.enter("&page=2")
    session.type("Enter")
    #expect(!session.text.contains("geheim") && !session.text.contains("abc"))
    #expect(
      session.library.sources.map(\.subscription.address) == ["https://li:geheim@port.example/rss?token=abc&page=2"])
  }

  @Test func withoutSourcesThePageSaysHowOneGetsThere() {
    var session = Session()
    session.type("4")
    #expect(session.text.contains("还没有订阅。按 a 输入网站或 RSS 网址"))
    session.type("d")
    #expect(session.text.contains("没有选中的订阅源"))
  }

  @Test func whatAsksForTheReadersEyeStandsFirst() {
    var session = session()
    session.type("4")
    #expect(names(session) == ["Meridian Desk", "北辰证券报", "旧港日报", "远帆财讯", "Harbor Wire", "潮汐周刊", "星海财经"])
    #expect(session.text.contains("订阅 1/7  ✗ 2"))
    #expect(session.line("▶ ✗ Meridian Desk", "服务器出错 503", "3", "10分"))
    #expect(session.line("  ✗ 北辰证券报", "找不到主机", "9.5", "7", "3天", "4h"))
    #expect(session.line("  ■ 旧港日报", "31天"))
    #expect(session.line("  ◌ 远帆财讯", "财经/要闻"))
    #expect(session.line("  ● 星海财经", "财经/要闻", "42", "45", "5分", "25分"))
  }

  @Test func theDetailsSayWhatIsWrongAndWhatToDo() {
    var session = session()
    session.type("4 j")
    #expect(session.text.contains("刷新失败：找不到主机（2天前开始，已5次）"))
    #expect(session.text.contains("请检查网址和网络连接"))
    #expect(session.text.contains("https://news3.example/feed.xml"))
    #expect(session.text.contains("03-15 09:41（3天前）"))
    #expect(session.text.contains("03-18 13:41（4小时后）"))
    #expect(session.text.contains("抓取网页全文"))
  }

  @Test func whatHasJustBeenIsNotToldAsAheadOfTheClock() {
    let source = SampleSources.source(1, "星海财经") { $0.lastSuccess = SampleNews.now + 30 }
    var session = Session(sources: [source])
    session.type("4")
    #expect(session.text.contains("03-18 09:41（刚刚）"))
  }

  @Test func aRemarkOnTheFeedIsTold() {
    var session = session()
    session.type("4 G k k")
    #expect(session.text.contains("第 3 行：多余的结束标签"))
  }

  @Test func enterShowsTheNewsOfTheSource() {
    var session = session()
    session.type("4 G Enter")
    #expect(session.state.page == .news)
    #expect(session.state.filter == .source("星海财经"))
    session.type("4")
    #expect(session.state.sources.selected?.subscription.name == "星海财经")
  }

  @Test func aSourceIsFoundByTyping() {
    var session = session()
    session.type("4 /")
    session.enter("xhcj")
    session.type("Enter")
    #expect(session.state.sources.selected?.subscription.name == "星海财经")
    #expect(session.state.page == .sources)
  }

  @Test func theSelectionStaysOnItsSourceAsTheListIsSortedAnew() {
    var session = session()
    session.type("4 j j j")
    #expect(session.state.sources.selected?.subscription.name == "远帆财讯")
    session.library.sources[0].state.failure = .timedOut
    session.library.sources[2].state.failure = nil
    session.library.sources[4].state.lastSuccess = SampleNews.now
    session.send(.libraryChanged)
    #expect(session.state.sources.selected?.subscription.name == "远帆财讯")
    #expect(names(session).firstIndex(of: "远帆财讯") == 6)
  }

  @Test func onASmallScreenListAndDetailsTakeTurns() {
    var session = session(width: 40, height: 10)
    session.type("4")
    #expect(session.line("▶ ✗ Meridian Desk"))
    #expect(!session.text.contains("news7.example"))
    session.type("Tab")
    #expect(session.text.contains("news7.example"))
    session.type("j")
    #expect(session.text.contains("news3.example"))
    session.type("Esc")
    #expect(session.line("  ✗ Meridian Desk"))
    session.type("Esc")
    #expect(session.state.page == .news)
  }

  @Test func theListScrollsWithTheSelection() {
    var session = Session(
      width: 80, height: 24,
      sources: (1...60).map { SampleSources.source($0, "第\($0)号来源", folders: ["第\(100 + $0)组"]) })
    session.type("4 G")
    #expect(session.line("▶ ● 第60号来源"))
    #expect(session.text.contains("订阅 60/60"))
    session.type("g g")
    #expect(session.line("▶ ● 第1号来源"))
  }

  @Test func thePageIsTakenUpAtTheNextStart() {
    var first = session()
    first.type("4")
    let second = Session(sources: SampleSources.overviews, restoring: first.state.session)
    #expect(second.line("▶ ✗ Meridian Desk"))
  }
}
