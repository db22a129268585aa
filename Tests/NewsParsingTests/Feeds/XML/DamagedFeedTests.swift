import NewsModel
import Testing

@testable import NewsParsing

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

  @Test func aFeedThatIsCutShortIsReadAsFarAsItCame() throws {
    let feed = try feed("<rss><channel><title>T</title><item><title>One</title></item><item><title>Tw")
    #expect(feed.items.map(\.title) == ["One", "Tw"])
    #expect(feed.notes == [.damagedMarkup])
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
      if case .failure(let refusal) = NewsParser.parseFeed(Array(text.utf8)) { refusal.reason } else { nil }
    }
    #expect(reason("") == .empty)
    #expect(reason("<html><body>No</body></html>") == .noFeed)
    #expect(reason("plain text") == .noFeed)
    #expect(reason("{\"a\": 1}") == .noFeed)
  }
}
