import LoopbackServer
import NewsModel
import Testing

@testable import NewsLibrary

@Suite struct FindingTests {
  private let world: FeedWorld

  init() throws { world = try FeedWorld() }

  private func find(_ path: String) throws -> [FoundFeed] {
    try NewsLibrary.findFeeds(at: world.server.address(path), with: world.settings)
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
    _ = try world.library.subscribe(Subscription(name: "晨星 日报", address: "https://a.example/"))
    #expect(try world.library.freeName(for: feed) == "晨星 日报 2")
    #expect(try world.library.freeName(for: FoundFeed(title: "", address: feed.address)) == "news.example")
  }
}
