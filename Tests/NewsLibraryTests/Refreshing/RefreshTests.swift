import LoopbackServer
import NewsFetching
import NewsModel
import NewsStore
import Testing

@testable import NewsLibrary

@Suite struct RefreshTests {
  private let world: FeedWorld

  init() throws { world = try FeedWorld() }

  @Test func whatIsNewComesInAndWhatIsUnchangedIsNotAskedForAgain() throws {
    let entries = [Entry(id: "1", title: "海岚银行发布年报"), Entry(id: "2", title: "东港港口扩建", hour: 9)]
    world.answer("/feed", .ok(rss("晨星日报", entries), entityTag: "\"a\"", lastModified: "Fri, 01 Mar 2024 09:00:00 GMT"))
    let subscription = try world.subscribe("晨星日报", "/feed")

    let first = try world.refresh()

    #expect(first.progress == RefreshProgress(done: 1, total: 1, newArticles: 2))
    #expect(try world.titles() == ["东港港口扩建", "海岚银行发布年报"])
    let state = try #require(try world.state(of: subscription))
    #expect(state.lastSuccess == world.now && state.failure == nil)
    #expect(try world.library.nextRefresh(with: world.settings) == state.nextCheck)
    // It is not due.
    #expect(try world.refresh().progress.total == 0)

    world.wait(3_600)
    let second = try world.refresh()

    #expect(second.progress == RefreshProgress(done: 1, total: 1))
    let request = try #require(world.server.requests(for: "/feed").last)
    #expect(request["if-none-match"] == "\"a\"")
    #expect(request["if-modified-since"] == "Fri, 01 Mar 2024 09:00:00 GMT")
    #expect(world.server.requests.count == 2)
  }

  @Test func anEditedItemKeepsItsStatusAndNothingElseIsTouched() throws {
    world.answer("/feed", .ok(rss("晨星日报", [Entry(id: "1", title: "旧标题"), Entry(id: "2", title: "另一条")])))
    _ = try world.subscribe("晨星日报", "/feed")
    try world.refresh()
    let key = try #require(
      try world.library.store.headlines(matching: .title("旧标题"), from: .start, limit: 1).headlines.first?.key)
    _ = try world.library.store.apply(StatusChange(.star, of: [key]))

    world.answer(
      "/feed", .ok(rss("晨星日报", [Entry(id: "1", title: "新标题", text: "改过"), Entry(id: "2", title: "另一条")])))
    let report = try world.refresh(.all)

    #expect(report.progress.newArticles == 0 && report.updatedArticles == 1)
    let article = try #require(try world.library.store.article(key))
    #expect(article.headline.title == "新标题" && article.headline.status.isStarred)
    #expect(try world.titles().count == 2)
  }

  @Test func anIDOfEachFetchMakesNoUnreadCopy() throws {
    func answer(_ id: String) {
      world.answer("/feed", .ok(rss("晨星日报", [Entry(id: id, title: "标题", link: "https://news.example/1", hour: nil)])))
    }
    answer("a-77")
    _ = try world.subscribe("晨星日报", "/feed")
    try world.refresh()
    _ = try world.library.store.markRead(matching: .all)

    answer("b-93")
    let report = try world.refresh(.all)

    #expect(report.progress.newArticles == 0 && report.updatedArticles == 1)
    let headlines = try world.library.store.headlines(matching: .all, from: .start, limit: 9).headlines
    #expect(headlines.map(\.status.isRead) == [true])
  }

  @Test func flashesOnOnePageStayArticlesOfTheirOwnWhenMoreCome() throws {
    let flashes = ["沪指高开百分之一，两市成交放量。", "甲公司发布年报，净利润增长一成。", "乙港口扩建工程今日完工。", "丙市下调公积金利率。"]
      .enumerated().map { Entry(title: "快讯", link: "https://news.example/live.html", text: $1, hour: 8 + $0) }
    _ = try world.subscribe("晨星日报", "/feed")
    for range in [0..<2, 0..<3, 1..<4, 0..<4] {
      // The newest first, as feeds have them.
      world.answer("/feed", .ok(rss("晨星日报", flashes[range].reversed())))
      try world.refresh(.all)
    }

    #expect(try world.library.store.count(.all) == 4)
    #expect(try world.library.store.count(.text("净利润增长")) == 1 && world.library.store.count(.text("沪指高开")) == 1)
  }

  @Test func movedForGoodIsKeptAndMovedForNowIsNot() throws {
    world.answer("/old", .redirect(301, to: "/new"))
    world.answer("/new", .ok(rss("甲", [Entry(id: "1", title: "一")])))
    world.answer("/here", .redirect(302, to: "/there"))
    world.answer("/there", .ok(rss("乙", [Entry(id: "1", title: "二")])))
    _ = try world.subscribe("甲", "/old")
    _ = try world.subscribe("乙", "/here")

    try world.refresh()

    #expect(
      try world.library.store.subscriptions().map(\.address) == [
        world.server.address("/new"), world.server.address("/here"),
      ])
    #expect(try world.titles().count == 2)
    // By the new address the same items come.
    #expect(try world.refresh(.all).progress.newArticles == 0)
  }

  @Test func whatIsGoneIsAskedForOnlyByName() throws {
    world.answer("/feed", .status(410))
    let subscription = try world.subscribe("甲", "/feed")
    #expect(try world.refresh().failures.map(\.reason) == [.status(410)])
    #expect(try world.state(of: subscription)?.isGone == true)

    world.wait(10 * 86_400)
    #expect(try world.refresh(.all).progress.total == 0)
    world.answer("/feed", .ok(rss("甲", [Entry(id: "1", title: "又来了")])))
    #expect(try world.refresh(.only([subscription.id])).progress.newArticles == 1)
    #expect(try world.state(of: subscription)?.isGone == false)
  }

  @Test func oneThatFailsHarmsNoOther() throws {
    world.answer("/good", .ok(rss("好", [Entry(id: "1", title: "新闻")])))
    world.answer("/page", .ok(Array("<html><body><p>Hello</p></body></html>".utf8), type: "text/html"))
    world.answer("/busy", .status(429, fields: [("Retry-After", "7200")]))
    world.answer("/broken", .brokenOff(after: Array("<rss>".utf8), promised: 1_000))
    var ids: [String: Subscription] = [:]
    for path in ["good", "page", "busy", "broken", "missing"] {
      ids[path] = try world.subscribe(path, "/" + path)
    }

    let report = try world.refresh()

    #expect(report.progress == RefreshProgress(done: 5, total: 5, newArticles: 1, failed: 4))
    let reasons = Dictionary(uniqueKeysWithValues: report.failures.map { ($0.subscription.name, $0.reason) })
    #expect(
      reasons == ["page": .notNews, "busy": .status(429), "broken": .broken, "missing": .status(404)])
    let busy = try #require(ids["busy"])
    #expect(try world.state(of: busy)?.nextCheck.map { $0 >= world.now + 7_200 } == true)
    // A reader who asks for everything does not mean to push a server that wants to be left alone.
    #expect(try world.refresh(.all).progress.total == 4)
  }

  @Test func whatCameBeforeACancellationStays() throws {
    world.answer("/feed", .ok(rss("甲", [Entry(id: "1", title: "新闻")])))
    world.answer("/silent", LoopbackAnswer(body: .silence))
    _ = try world.subscribe("甲", "/feed")
    _ = try world.subscribe("乙", "/silent")
    let cancellation = Cancellation()

    let report = try world.library.refresh(.all, with: world.settings, cancellation: cancellation) { progress in
      if progress.newArticles == 1 { cancellation.cancel() }
    }

    #expect(report.wasCancelled && report.progress.newArticles == 1)
    #expect(try world.titles() == ["新闻"])
  }

  @Test func onlyOneProgramRefreshesAStore() throws {
    _ = try world.subscribe("甲", "/feed")
    let lock = try #require(try world.library.store.lockForRefreshing())
    #expect(try world.refresh().isElsewhere)
    withExtendedLifetime(lock) {}
    #expect(world.server.requests.isEmpty)
  }

  @Test func rulesAreFollowedForWhatIsNew() throws {
    world.answer("/feed", .ok(rss("甲", [Entry(id: "1", title: "限时优惠"), Entry(id: "2", title: "新闻")])))
    _ = try world.subscribe("甲", "/feed")
    try world.library.store.save(Rule(name: "广告", text: "title:限时", actions: [.mute]))

    try world.refresh()

    #expect(try world.titles() == ["新闻"])
  }

  @Test func manySourcesComeInWhatever() throws {
    for number in 0..<60 {
      let entries = (0..<20).map { index in
        Entry(id: String(index), title: "第\(number)源第\(index)条", hour: index)
      }
      world.answer("/\(number)", .ok(rss("源\(number)", entries)))
      _ = try world.subscribe("源\(number)", "/\(number)")
    }

    let report = try world.refresh()

    #expect(report.progress == RefreshProgress(done: 60, total: 60, newArticles: 1_200))
    #expect(try world.refresh(.all).progress.newArticles == 0)
    #expect(try world.library.store.check() == [])
  }
}
