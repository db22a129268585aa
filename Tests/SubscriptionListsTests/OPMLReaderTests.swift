import NewsModel
import Testing

@testable import ArticleFields
@testable import SubscriptionLists

struct OPMLReaderTests {
  private func read(_ text: String) -> SubscriptionList {
    Array(text.utf8).withUnsafeBytes { OPMLReader.read($0, context: ParsingContext(fileName: "f.opml")) }
  }

  @Test func moreFeedsThanAListMayHoldAreCountedInOneLine() {
    let outlines = (0..<10_050).map { "<outline xmlUrl=\"https://news.example/\($0)\"/>" }.joined()
    let list = read("<opml><body>\(outlines)</body></opml>")
    #expect(list.subscriptions.count == 10_000)
    #expect(list.leftOut == 50)
    #expect(list.refusals.map(\.reason) == [.tooManyFeeds(limit: 10_000, leftOut: 50)])
  }

  @Test func ofManyRefusedEntriesTheFirstAreToldAndTheOthersCounted() {
    let list = read("<opml><body>\(String(repeating: "<outline xmlUrl=\"data:,x\"/>", count: 500))</body></opml>")
    #expect(list.refusals.count + list.untoldRefusals == 500)
    #expect(list.refusals.count == 20 && list.leftOut == 0)
  }

  @Test func outlinesAreFeedsAndThoseAroundThemFolders() {
    let list = read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="1.0"><head><title>订阅</title></head><body>
        <outline text="财经" title="财经新闻">
          <outline type="rss" text="晨星" title="晨星日报" xmlUrl="https://a.example/rss?a=1&amp;b=2" htmlUrl="https://a.example/"
            category="/媒体/早报,电池" language="zh"/>
          <outline text="海外"><outline text="Wire" xmlURL='feed://b.example/atom'></outline></outline>
        </outline>
        <outline text="c.example" xmlUrl="http://c.example/f"/>
      </body></opml>
      """)
    #expect(list.refusals == [])
    #expect(
      list.subscriptions == [
        Subscription(
          name: "晨星日报", address: "https://a.example/rss?a=1&b=2", homePage: "https://a.example/", folders: ["财经新闻"],
          tags: ["早报", "电池"]),
        Subscription(name: "Wire", address: "http://b.example/atom", folders: ["财经新闻", "海外"]),
        Subscription(name: "c.example", address: "http://c.example/f"),
      ])
  }

  @Test func aFeedInTwoFoldersIsFollowedOnceAndKeepsTheSecondAsATag() {
    let list = read(
      "<opml><outline text=\"甲\"><outline text=\"源\" xmlUrl=\"https://a.example/f\"/></outline>"
        + "<outline text=\"乙\"><outline text=\"源\" xmlUrl=\"https://a.example/f\"/></outline></opml>")
    #expect(
      list.subscriptions == [Subscription(name: "源", address: "https://a.example/f", folders: ["甲"], tags: ["乙"])])
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "exec:touch x", "https://", "ftp://a.example/", "https://a b/",
  ])
  func onlyWebAddressesAreFollowed(address: String) {
    let list = read("<opml><outline text=\"x\" xmlUrl=\"\(address)\"/></opml>")
    #expect(list.subscriptions == [])
    #expect(list.refusals.map(\.reason) == [.notAWebAddress(address)])
  }

  @Test func anOutlineWithoutAnAddressIsNamed() {
    #expect(read("<opml><outline text=\"笔记\"/></opml>").refusals.map(\.reason) == [.noFeedAddress("笔记")])
    #expect(read("").refusals.map(\.reason) == [.empty])
  }

  @Test(arguments: [
    "<outline text=\"B\" xmlUrl=\"http://b.exam", "<outline text=\"B\" xmlUrl=\"http://b.example/b\"",
    "<outline text=\"B", "<outl",
    "<outline text=\"夹\"><outline text=\"B\" xmlUrl='http://b.exam",
  ])
  func anEntryThatTheEndCutsOffIsNotFollowed(_ rest: String) {
    let list = read("<opml><body><outline text=\"A\" xmlUrl=\"http://a.example/a\"/>" + rest)
    #expect(list.subscriptions.map(\.address) == ["http://a.example/a"])
    #expect(list.refusals.map(\.reason) == [.endsWithinEntry])
  }

  @Test func aListWithoutFeedsSaysSo() {
    #expect(read("<opml><body/></opml>").refusals.map(\.reason) == [.holdsNothing(.subscriptions)])
  }
}
