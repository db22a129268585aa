import NewsModel
import Testing

@testable import ArticleFields
@testable import SourceForms
@testable import SubscriptionLists

@Suite struct SubscriptionListTests {
  private func isList(_ text: String, named name: String? = nil) -> Bool { isList(Array(text.utf8), named: name) }

  private func isList(_ bytes: [UInt8], named name: String? = nil) -> Bool {
    bytes.withUnsafeBytes { SubscriptionList.isList($0, fileName: name) }
  }

  private func read(_ text: String, named name: String? = nil) -> SubscriptionList? {
    Array(text.utf8).withUnsafeBytes { SubscriptionList.read($0, context: ParsingContext(fileName: name)) }
  }

  // MARK: What is a list

  @Test(arguments: [
    "<opml><body/></opml>", "<?xml version=\"1.0\"?>\n<OPML version=\"2.0\">", "\u{feff}<opml>",
    "https://a.example/rss", "\"exec:~/feed.sh\" 标签",
    "# 财经\n\nHTTP://a.example/rss 财经\nquery:未读:unread", "feed://a.example/rss\nfilter:cat:https://b.example/f",
  ])
  func aListIsKnownByItsLines(_ text: String) {
    #expect(isList(text))
    #expect(isList(text, named: "lists/feeds.txt"))
  }

  @Test(arguments: [
    "", "\n \n", "# 财经", "<html><body>https://a.example</body></html>", "https://a.example/rss\n货量回升",
    "货量回升\nhttps://a.example/rss",
    "ftp://a.example/rss", "httpd 日志", "{\"opml\": 1}",
  ])
  func otherTextsAreNone(_ text: String) {
    #expect(!isList(text))
    #expect(read(text) == nil)
  }

  @Test func ofAFileNamedSoTheFirstLineTells() {
    let text = "# 财经\nhttps://a.example/rss 财经\n货量回升"
    #expect(isList(text, named: "home/.newsboat/urls"))
    #expect(!isList(text, named: "urls.txt"))
    #expect(!isList("货量回升\nhttps://a.example/rss", named: "urls"))
    #expect(isList("# 财经\n# 航运", named: "urls"))
    #expect(!isList("\n", named: "urls"))
  }

  @Test func binaryFilesAreNone() {
    #expect(!isList([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0] + Array("<opml>".utf8)))
  }

  @Test func onlyTheStartOfAFileTells() {
    let padding = { (count: Int) in String(repeating: "\n", count: count) + "<opml>" }
    #expect(isList(padding(SubscriptionList.telltaleSize - 5)))
    #expect(!isList(padding(SubscriptionList.telltaleSize - 4)))
  }

  @Test func eachKindIsReadAsWhatItIs() {
    #expect(
      read("<opml><outline text=\"甲\" xmlUrl=\"https://a.example/f\"/></opml>")?.subscriptions.map(\.name) == ["甲"])
    #expect(read("https://a.example/f ~甲")?.subscriptions.map(\.name) == ["甲"])
  }

  // MARK: Entries

  private func list(_ entries: [Subscription]) -> SubscriptionList {
    var list = SubscriptionList(path: nil)
    for entry in entries { list.add(entry) }
    return list
  }

  @Test func anAddressStandsInTheListOnceAndKeepsItsPlace() {
    let list = list([
      Subscription(name: "甲", address: "https://a.example/f", tags: ["航运"]),
      Subscription(name: "乙", address: "https://b.example/f"),
      Subscription(name: "甲二", address: "https://a.example/f", tags: ["航运", "港口"]),
    ])
    #expect(list.subscriptions.map(\.name) == ["甲", "乙"])
    #expect(list.subscriptions[0].tags == ["航运", "港口"])
    #expect(list.refusals == [])
  }

  @Test func ofASecondFolderTheInnermostBecomesATag() {
    let list = list([
      Subscription(name: "甲", address: "https://a.example/f", folders: ["财经"]),
      Subscription(name: "甲", address: "https://a.example/f", folders: ["财经"]),
      Subscription(name: "甲", address: "https://a.example/f", folders: ["行业", "航运"]),
    ])
    #expect(list.subscriptions[0].folders == ["财经"])
    #expect(list.subscriptions[0].tags == ["航运"])
  }

  @Test func aFeedWithoutANameIsCalledAfterItsSite() {
    #expect(list([Subscription(name: "", address: "https://www.a.example/f")]).subscriptions[0].name == "a.example")
  }

  @Test func whatIsRefusedIsNamedAndCutToAReasonableLength() {
    let list = list([Subscription(name: "甲", address: "data:" + String(repeating: "x", count: 500))])
    #expect(list.subscriptions == [])
    #expect(list.refusals.map(\.reason) == [.notAWebAddress("data:" + String(repeating: "x", count: 195))])
    #expect(!list.isEmpty)
    #expect(self.list([]).isEmpty)
  }

  @Test func theLimitIsForFeedsThatAreNew() {
    let feeds = (0..<SubscriptionList.mostSubscriptions).map {
      Subscription(name: "甲", address: "https://a.example/\($0)")
    }
    var full = list(feeds)
    full.add(Subscription(name: "甲", address: "https://a.example/0", tags: ["航运"]))
    #expect(full.leftOut == 0)
    #expect(full.subscriptions[0].tags == ["航运"])
    full.add(Subscription(name: "乙", address: "https://b.example/f"))
    #expect(full.leftOut == 1)
    #expect(full.subscriptions.count == SubscriptionList.mostSubscriptions)
  }
}
