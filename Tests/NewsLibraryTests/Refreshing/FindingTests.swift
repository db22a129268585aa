import LoopbackServer
import NewsModel
import Testing

@testable import NewsLibrary

@Suite struct FindingTests {
  private let world: FeedWorld

  init() throws { world = try FeedWorld() }

  private func discover(_ address: String) throws -> FeedDiscovery {
    try NewsLibrary.findFeeds(at: address, with: world.settings)
  }

  private func find(_ path: String) throws -> [FoundFeed] { try discover(world.server.address(path)).feeds }

  private func answer(_ path: String, page: String) {
    world.answer(path, .ok(Array(page.utf8), type: "text/html; charset=utf-8"))
  }

  @Test func aFeedIsFoundAtItsOwnAddress() throws {
    world.answer("/feed", .ok(rss("晨星日报", [Entry(id: "1", title: "一"), Entry(id: "2", title: "二", hour: 9)])))

    let feeds = try find("/feed")

    #expect(feeds.map(\.title) == ["晨星日报"])
    #expect(feeds.first?.address == world.server.address("/feed"))
    #expect(feeds.first?.items == 2 && feeds.first?.newestTitles == ["二", "一"])
  }

  @Test func thoseThatAPageNamesAreFoundInItsOrder() throws {
    let page = """
      <html><head><title>甲</title>
      <link rel="alternate" type="application/rss+xml" title="要闻" href="/top.xml">
      <link rel="alternate" type="application/atom+xml" href="all.xml">
      <link rel="alternate" type="application/rss+xml" href="/gone.xml">
      </head><body><p>新闻</p></body></html>
      """
    world.answer("/", .ok(Array(page.utf8), type: "text/html"))
    world.answer("/top.xml", .ok(rss("要闻", [])))
    world.answer("/all.xml", .ok(rss("全部", [])))

    #expect(try find("/").map(\.title) == ["要闻", "全部"])
  }

  @Test func elseTheUsualPlacesAreLookedAt() throws {
    world.answer("/news/today", .ok(Array("<html><body><p>新闻</p></body></html>".utf8), type: "text/html"))
    world.answer("/rss.xml", .ok(rss("晨星日报", [])))

    #expect(try find("/news/today").map(\.address) == [world.server.address("/rss.xml")])
  }

  @Test func whatIsNotThereIsSaid() throws {
    world.answer("/empty", .ok(Array("<html><body></body></html>".utf8), type: "text/html"))
    #expect(throws: FeedSearchFailure(.notNews)) { try find("/empty") }
    #expect(throws: FeedSearchFailure(.status(404))) { try find("/nothing") }
    #expect(throws: FeedSearchFailure(.badAddress)) {
      try NewsLibrary.findFeeds(at: "file:///etc/passwd", with: world.settings)
    }
  }

  @Test func namesAreFreeAndNeverEmpty() throws {
    let feed = FoundFeed(title: " 晨星 \n日报 ", address: "https://www.news.example/feed")
    #expect(try world.library.freeName(for: feed) == "晨星 日报")
    _ = try world.library.store.subscribe(Subscription(name: "晨星 日报", address: "https://a.example/"))
    #expect(try world.library.freeName(for: feed) == "晨星 日报 2")
    #expect(try world.library.freeName(for: FoundFeed(title: "", address: feed.address)) == "news.example")
  }

  @Test func anAddressForProgramsThatReadFeedsIsUnderstood() throws {
    world.answer("/feed", .ok(rss("晨星日报", [])))
    let address = world.server.address("/feed")
    #expect(try discover("feed:" + address).feeds.map(\.address) == [address])
    #expect(try discover(address.replacing("http://", with: "feed://")).feeds.map(\.address) == [address])
  }

  @Test func withoutASchemeHTTPIsOfferedWhereNothingAnswersOverHTTPS() throws {
    world.answer("/feed", .ok(rss("晨星日报", [])))
    let address = world.server.address("/feed")
    let failure = #expect(throws: FeedSearchFailure.self) { try discover(address.replacing("http://", with: "")) }
    #expect(failure?.overHTTP == address)
    let reasons: [FetchFailure] = [.insecure, .broken, .noConnection]
    #expect(failure.map { reasons.contains($0.reason) } == true)
    let written = #expect(throws: FeedSearchFailure.self) { try discover(world.server.address("/nothing")) }
    #expect(written?.overHTTP == nil)
  }

  @Test(arguments: [
    ("甲站 评论 Feed", "/talk.xml"), ("甲站", "/comments/feed"), ("Harbor Ledger » Comments Feed", "/c.xml"),
  ])
  func feedsOfCommentsStandLast(_ title: String, _ path: String) throws {
    answer(
      "/",
      page: """
        <head><link rel="alternate" type="application/rss+xml" title="\(title)" href="\(path)">
        <link rel="alternate" type="application/rss+xml" title="甲站" href="/feed"></head>
        """)
    world.answer(path, .ok(rss(title, [])))
    world.answer("/feed", .ok(rss("甲站", [])))
    #expect(try find("/").map(\.address) == [world.server.address("/feed"), world.server.address(path)])
  }

  @Test func thoseThatAPageLinksAreFoundWhereItNamesNone() throws {
    answer(
      "/rss/index.html",
      page: """
        <title>RSS 订阅中心</title><a href="/">首页</a><a href="caijing.xml">财经</a><a href="gupiao.xml#top">股票</a>
        <a href="/sitemap.xml">地图</a><a href="caijing.xml">财经</a>
        """)
    world.answer("/rss/caijing.xml", .ok(rss("财经", [])))
    world.answer("/rss/gupiao.xml", .ok(rss("股票", [])))
    let discovery = try discover(world.server.address("/rss/index.html"))
    #expect(discovery.feeds.map(\.title) == ["财经", "股票"])
    #expect(discovery.unexpected == nil)
    #expect(!world.server.requests.contains { $0.path == "/sitemap.xml" })
  }

  @Test func aPageThatSendsOnByItselfIsFollowed() throws {
    answer("/old", page: "<head><meta http-equiv=\"Refresh\" content=\"0; URL='/new/'\"></head>")
    answer("/new/", page: "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"all.xml\">")
    world.answer("/new/all.xml", .ok(rss("新站", [])))
    #expect(try find("/old").map(\.title) == ["新站"])
    answer("/circle", page: "<meta http-equiv=refresh content=\"1;url=/circle\">")
    #expect(throws: FeedSearchFailure(.notNews)) { try find("/circle") }
  }

  @Test func whatAnswersInThePlaceOfAFeedIsSaid() throws {
    world.answer("/api/list.json", .ok(Array("{\"code\":0,\"data\":[]}".utf8), type: "application/json"))
    answer("/rss.xml", page: "<html><body>改版</body></html>")
    #expect(throws: FeedSearchFailure(.notNews, unexpected: .json)) { try find("/api/list.json") }
    #expect(throws: FeedSearchFailure(.notNews, unexpected: .page)) { try find("/rss.xml") }
    world.answer("/feed", .ok(rss("晨星日报", [])))
    #expect(try discover(world.server.address("/api/list.json")).unexpected == .json)
    #expect(try discover(world.server.address("/feed")).unexpected == nil)
  }

  @Test func aPackedFileIsAFeed() throws {
    world.answer("/feed.xml.gz", .ok(Gzip.pack(rss("晨星日报", [Entry(id: "1", title: "一")])), type: "application/gzip"))
    #expect(try find("/feed.xml.gz").map(\.title) == ["晨星日报"])
    let source = try world.subscribe("晨星", "/feed.xml.gz")
    try world.refresh()
    #expect(try world.titles() == ["一"])
    world.answer("/feed.xml.gz", .ok(Array(Gzip.pack(rss("晨星日报", [])).dropLast(20)), type: "application/gzip"))
    try world.refresh(.only([source.id]))
    #expect(try world.state(of: source)?.failure == .broken)
  }

  @Test func whatWasFoundIsNotAskedForAgainAndItsValidatorsAreSent() throws {
    world.answer("/feed", .ok(rss("晨星日报", [Entry(id: "1", title: "一")]), entityTag: "\"v1\""))
    let discovery = try discover(world.server.address("/feed"))
    let source = try world.subscribe("晨星日报", "/feed")
    let report = try world.library.refresh(.only([source.id]), with: world.settings, answers: discovery.answers)
    #expect(report.progress.newArticles == 1)
    #expect(try world.titles() == ["一"])
    #expect(world.server.requests.count == 1)

    let second = try world.library.refresh(.only([source.id]), with: world.settings, answers: discovery.answers)
    #expect(second.progress.failed == 0)
    #expect(world.server.requests.map { $0["if-none-match"] } == [nil, "\"v1\""])
  }
}
