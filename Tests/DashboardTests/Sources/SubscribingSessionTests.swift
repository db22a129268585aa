import NewsModel
import Terminal
import Testing
import TextBasics

@testable import Dashboard

@Suite struct SubscribingSessionTests {
  private static let feed = FoundFeed(
    title: "海港早报", address: "https://port.example/rss", homePage: "https://port.example/", items: 20)
  private static let other = FoundFeed(title: "海港早报评论", address: "https://port.example/opinion", items: 5)

  private func session(
    _ feeds: [FoundFeed] = [feed], sources: [SubscriptionOverview] = SampleSources.overviews, isSample: Bool = false
  ) -> Session {
    var session = Session(isSample: isSample, sources: sources)
    session.library.feeds["port.example"] = feeds
    return session
  }

  private func names(_ session: Session) -> [String] { session.library.sources.map(\.subscription.name) }

  @Test func theOnlyFeedOfASiteIsSubscribedToAndFetched() {
    var session = session()
    session.type("4 a")
    #expect(session.text.contains("网站或订阅源网址："))
    session.enter("port.example")
    session.type("Enter")
    #expect(names(session).last == "海港早报")
    #expect(session.text.contains("已订阅“海港早报”，正在刷新，按 u 撤销"))
    #expect(session.state.sources.selected?.subscription.name == "海港早报")
    #expect(session.refreshes == [RefreshRequest(.only([Subscription.ID(8)]))])
    session.type("u")
    #expect(names(session) == SampleSources.overviews.map(\.subscription.name))
  }

  @Test func whileItIsLookedForTheReaderCanGiveUp() {
    var session = session()
    session.isLibrarySlow = true
    session.type("a")
    session.enter("port.example")
    session.type("Enter")
    #expect(session.text.contains("⟳ 正在查找订阅源…"))
    let late = session.takeWaiting()
    session.type("Esc")
    #expect(session.state.overlays.shown == nil)
    session.answer(late)
    #expect(session.state.overlays.shown == nil)
    #expect(session.library.sources == SampleSources.overviews)
  }

  @Test func whatIsFoundAtAnAddressThatWasChangedSinceIsDropped() {
    var session = session()
    session.isLibrarySlow = true
    session.type("a")
    session.enter("port.example")
    session.type("Enter")
    let late = session.takeWaiting()
    session.enter("/zh")
    #expect(!session.text.contains("正在查找"))
    session.answer(late)
    #expect(session.text.contains("网址：port.example/zh"))
    #expect(session.library.sources == SampleSources.overviews)
  }

  @Test func ofSeveralFeedsOneOrMoreAreChosen() {
    var session = session([Self.feed, Self.other])
    session.type("4 a")
    session.enter("port.example")
    session.type("Enter")
    #expect(session.text.contains("找到多个订阅源"))
    #expect(session.text.contains("海港早报评论  https://port.example/opinion"))
    session.type("Tab Tab Enter")
    #expect(names(session).suffix(2) == ["海港早报", "海港早报评论"])
  }

  @Test func aFailureIsToldWhereTheAddressCanBeMended() throws {
    var session = session()
    session.isLibrarySlow = true
    session.type("a")
    session.enter("prot.example")
    session.type("Enter")
    try session.fail(DiscoveryRequest(address: "prot.example"), "找不到主机")
    #expect(session.text.contains("网址：prot.example"))
    #expect(session.lines.last?.contains("找不到主机") == true)
    session.type("Backspace")
    #expect(session.lines.last?.contains("找不到主机") == false)
  }

  @Test func whereNothingAnswersOverHTTPSEnterTriesHTTP() throws {
    var session = session()
    session.isLibrarySlow = true
    session.type("a")
    session.enter("port.example")
    session.type("Enter")
    try session.answer(
      DiscoveryRequest(address: "port.example"), with: .unanswered("无法连接", overHTTP: "http://port.example"))
    #expect(session.text.contains("网址：http://port.example"))
    #expect(session.lines.last?.contains("无法连接；再次确定则改用 http") == true)
    session.type("Enter")
    #expect(session.waiting(DiscoveryRequest.self).last?.address == "http://port.example")
  }

  @Test func aFeedInThePlaceOfWhatWasAskedForIsFollowedOnlyWhenChosen() throws {
    var session = session()
    session.isLibrarySlow = true
    session.type("4 a")
    session.enter("port.example/api")
    session.type("Enter")
    try session.answer(
      DiscoveryRequest(address: "port.example/api"), with: .found([Self.feed], insteadOf: .json))
    #expect(session.text.contains("此网址是 JSON 数据，不是订阅源"))
    #expect(session.library.sources == SampleSources.overviews)
    session.isLibrarySlow = false
    session.type("Enter")
    #expect(names(session).last == "海港早报")
  }

  @Test func anAddressWithoutAFeedSaysSo() {
    var session = session()
    session.type("a")
    session.enter("elsewhere.example")
    session.type("Enter")
    #expect(session.lines.last?.contains("未找到订阅源") == true)
  }

  @Test func aSourceThatIsFollowedAlreadyIsShown() {
    let known = FoundFeed(title: "星海财经", address: "https://news1.example/feed.xml", items: 3)
    var session = session([known])
    session.type("4 a")
    session.enter("port.example")
    session.type("Enter")
    #expect(session.library.sources == SampleSources.overviews)
    #expect(session.text.contains("已经订阅了“星海财经”"))
    #expect(session.state.sources.selected?.subscription.name == "星海财经")
  }

  @Test func removingAsksAndIsUndone() {
    var session = session()
    session.type("4 G d")
    #expect(session.text.contains("退订“星海财经”？已有新闻保留。  y 确定  n 取消"))
    session.type("n")
    #expect(session.library.sources.count == 7)
    session.type("d y")
    #expect(!names(session).contains("星海财经"))
    #expect(!session.line("▶ ● 星海财经"))
    #expect(session.text.contains("已退订“星海财经”"))
    session.type("u")
    #expect(names(session).contains("星海财经"))
    #expect(session.state.sources.selected?.subscription.name == "星海财经")
    #expect(session.refreshes.count == 1)
  }

  @Test func nameFolderTagsAddressAndFullTextAreChangedWithUndo() {
    var session = session()
    session.type("4 G r C-u")
    session.enter("星海")
    session.type("Enter m C-u")
    session.enter("证券 / 深度")
    session.type("Enter T C-u")
    session.enter("央行，资管, 央行")
    session.type("Enter e C-u")
    session.enter("https://xinghai.example/atom")
    session.type("Enter x")
    let changed = session.library.sources[0].subscription
    #expect(
      changed
        == Subscription(
          id: Subscription.ID(1), name: "星海", address: "https://xinghai.example/atom",
          homePage: "https://news1.example/", folders: ["证券", "深度"], tags: ["央行", "资管"], fetchesArticles: true))
    session.type("u u u u u")
    #expect(session.library.sources == SampleSources.overviews)
  }

  @Test func aFolderIsCompleted() {
    var session = session()
    session.type("4 m C-u")
    session.enter("财经/")
    session.type("Tab Enter")
    #expect(session.library.sources[6].subscription.folders == ["财经", "要闻"])
  }

  @Test func aNameThatCannotBeOneIsRefused() {
    var session = session()
    session.type("4 r C-u Enter")
    #expect(session.text.contains("名称不能为空"))
    #expect(session.library.sources == SampleSources.overviews)
  }

  @Test func whatTheStoreRefusesIsReadAnew() {
    var session = session()
    session.type("4 G")
    session.send(.subscriptionFailed("已有“潮汐周刊”"))
    #expect(session.lines.last?.contains("已有“潮汐周刊”") == true)
    #expect(session.state.undoStack.entries.isEmpty)
  }

  @Test func addressAndHomePageAreHandedOut() {
    var session = session()
    session.type("4 G y o")
    #expect(session.outside.contains(.copy("https://news1.example/feed.xml", notice: "链接已复制")))
    #expect(session.outside.contains(.openInBrowser("https://news1.example/")))
    session.type("k o")
    #expect(session.text.contains("该订阅源没有主页"))
  }

  @Test func theSampleGivesWayToAStoreOfOnesOwn() {
    var session = session(sources: [], isSample: true)
    #expect(session.lines[0].contains("按 a 添加订阅"))
    session.type("R")
    #expect(session.text.contains("示例没有订阅"))
    session.type("U a")
    session.enter("port.example")
    #expect(session.lines.last?.contains("自己的新闻库") == true || session.text.contains("自己的新闻库"))
    // The program opens the reader's own store before it makes the change.
    session.library.articles = []
    session.send(.storeChanged(isSample: false))
    #expect(!session.text.contains("示例"))
    #expect(session.state.filter == .all)
    session.type("Enter")
    #expect(names(session) == ["海港早报"])
    session.library.articles = SampleNews.articles(3)
    session.send(.refreshProgressed(RefreshProgress(done: 1, total: 1, newArticles: 3)))
    session.pass(milliseconds: Refresh.arrivalDelay)
    #expect(session.text.contains("资讯 1/3"))
    #expect(session.text.contains("云杉动力召回首批固态电池车型"))
  }
}
