import NewsModel
import Testing

@testable import FeedParsing
@testable import SourceForms

struct DamagedFeedTests {
  @Test func anItemThatIsNotClosedEndsWithTheNext() throws {
    let feed = try feed("<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>")
    #expect(feed.items.map(\.title) == ["One", "Two"])
    #expect(feed.notes == [.damagedMarkup])
  }

  @Test func aTitleThatIsNotClosedEndsWithTheNextElement() throws {
    let item = try item("<title>One<link>/1</link><description>Text</description>")
    #expect(item.title == "One")
    #expect(item.link == "https://news.example/1")
    #expect(item.summary == "Text")
  }

  @Test func aDescriptionThatIsNotClosedEndsWithWhatNoTextHolds() throws {
    let item = try item("<description>Text<guid>7</guid><title>T</title>")
    #expect(item.summary == "Text")
    #expect(item.id == "7")
    #expect(item.title == "T")
  }

  @Test func openTagsWithinATextEndWithIt() throws {
    let item = try item("<description>a<br>b<p>c</description><title>T</title>")
    #expect(item.title == "T")
    #expect(item.summary?.hasPrefix("a<br>b<p>c") == true)
  }

  @Test(arguments: [
    "<title>Tw", "<title>Tw</ti", "<title>Two</title><link>https://news.ex",
    "<title>Two</title><link href=\"https://news.ex",
    "<title>Two</title><description><![CDATA[Half a sen", "<title>Two</title><author>An",
  ])
  func ofAnItemThatIsCutShortCountsWhatIsWhole(_ rest: String) throws {
    let feed = try feed("<rss><channel><title>T</title><item><title>One</title></item><item>" + rest)
    let hasTitle = rest.contains("</title>")
    #expect(feed.items.map(\.title) == ["One", hasTitle ? "Two" : nil])
    #expect(feed.items.last?.link == nil)
    #expect(feed.items.last?.summary == nil)
    #expect(feed.items.last?.author == nil)
    #expect(feed.notes.contains(.cutShort))
  }

  @Test func aFeedThatIsCutShortBetweenItemsLosesNone() throws {
    let feed = try feed("<rss><channel><title>T</title><item><title>One</title></item>")
    #expect(feed.items.map(\.title) == ["One"])
    #expect(feed.notes == [.damagedMarkup])
  }

  @Test(arguments: ["<item/>", "<item />", "<item></item>", "<item>\n</item>", "<entry/>", "<item x=\"1\"/>"])
  func anEmptyItemWithinAnItemEndsNothing(_ nested: String) throws {
    let items = (0..<3).map { "<item><title>T\($0)</title>\(nested)<link>https://news.example/\($0)</link></item>" }
    let feed = try feed("<rss><channel><title>T</title>" + items.joined() + "</channel></rss>")
    #expect(feed.items.map(\.title) == ["T0", "T1", "T2"])
    #expect(feed.items.map(\.link) == (0..<3).map { "https://news.example/\($0)" })
  }

  @Test func signsThatAreNotEscaped() throws {
    let item = try item("<title>R&D: 5 < 6 & more</title><link>/?a=1&b=2&copy=3</link>")
    #expect(item.title == "R&D: 5 < 6 & more")
    #expect(item.link == "https://news.example/?a=1&b=2&copy=3")
  }

  @Test func endTagsThatBeginNothing() throws {
    #expect(try item("</p><title>T</title></b>").title == "T")
  }

  @Test func whatIsNoFeedIsRefused() {
    func reason(_ text: String) -> ParseRefusal.Reason? {
      if case .failure(let refusal) = FeedParser.parse(Array(text.utf8)) { refusal.reason } else { nil }
    }
    #expect(reason("") == .empty)
    #expect(reason("<html><body>No</body></html>") == .noFeed)
    #expect(reason("plain text") == .noFeed)
    #expect(reason("{\"a\": 1}") == .noFeed)
  }
}
