import ParsingSupport
import Testing

@testable import FeedParsing

/// How the text of an element becomes a line or HTML.
@Suite struct FeedTextFormsTests {
  @Test(arguments: [
    ("<description>a &lt;b&gt;x&lt;/b&gt;</description>", "a <b>x</b>"),
    ("<description><![CDATA[a <b>x</b>]]></description>", "a <b>x</b>"),
    ("<description>a <b>x</b></description>", "a <b>x</b>"), ("<description>1 &amp;lt; 2</description>", "1 &lt; 2"),
    ("<description>a<br/>b</description>", "a<br>b"),
    ("<description><![CDATA[a]]> &amp; <![CDATA[<i>b</i>]]></description>", "a & <i>b</i>"),
    ("<description><div>a</div></description>", "a"),
    ("<description>a <x:y xmlns:x=\"u\">b</x:y></description>", "a <y xmlns:x=\"u\">b</y>"),
    ("<description>a &lt;b <i>c</i></description>", "a <b <i>c</i>"),
  ])
  func aSummaryOfRSSIsHTML(elements: String, html: String) throws {
    #expect(try item(elements).summary == html)
  }

  @Test(arguments: [
    ("<summary>a &lt;b&gt; c</summary>", "a &lt;b&gt; c"), ("<summary type=\"text\">1 &lt; 2</summary>", "1 &lt; 2"),
    ("<summary type=\"html\">a &lt;b&gt;x&lt;/b&gt;</summary>", "a <b>x</b>"),
    ("<summary type=\"TEXT/HTML\">&lt;i&gt;x&lt;/i&gt;</summary>", "<i>x</i>"),
    (
      "<summary type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">1 &lt; <b>2</b></div></summary>",
      "<div xmlns=\"http://www.w3.org/1999/xhtml\">1 &lt; <b>2</b></div>"
    ),
    ("<summary type=\"application/xml\" mode=\"escaped\">&lt;i&gt;x&lt;/i&gt;</summary>", "<i>x</i>"),
    ("<summary mode=\"base64\">PGI+eDwvYj4=</summary>", "<b>x</b>"),
    ("<summary type=\"image/png\">eA==</summary>", "x"),
    ("<summary type=\"text/markdown\">a *b* &lt;c&gt;</summary>", "a *b* &lt;c&gt;"),
  ])
  func anAtomElementSaysHowItIsWritten(elements: String, html: String) throws {
    #expect(try entry(elements).summary == html)
  }

  @Test(arguments: [
    ("<title>a &lt;b&gt;x&lt;/b&gt;</title>", "a x"), ("<title>a <b>x</b> y</title>", "a x y"),
    ("<title>1 &lt; 2 &amp;amp; 3</title>", "1 < 2 & 3"),
    ("<title><![CDATA[A &amp; B]]></title>", "A & B"), ("<title>a\n b\t c</title>", "a b c"),
    ("<title>&lt;![CDATA[a]]&gt;</title>", "a"),
    ("<title>a<br/>b</title>", "a b"), ("<title>caf\u{c3}\u{a9}</title>", "café"),
    ("<title>it\u{92}s 甲</title>", "it’s 甲"),
    ("<title>&amp;#20113;杉</title>", "云杉"), ("<title>use &lt;Corp&gt; now</title>", "use <Corp> now"),
  ])
  func aTitleIsOneLineOfPlainText(elements: String, title: String) throws {
    #expect(try item(elements).title == title)
  }

  @Test func atomLeavesNoDoubtOfWhatIsPlain() throws {
    #expect(try entry("<title>a &lt;b&gt;x&lt;/b&gt;</title>").title == "a <b>x</b>")
    #expect(try entry("<title type=\"html\">a &lt;b&gt;x&lt;/b&gt;</title>").title == "a x")
  }

  @Test func addressesInTextsAreRelativeToTheirElement() throws {
    let found = try entry(
      "<content type=\"html\" xml:base=\"https://b.example/x/\">&lt;a href='1'&gt;a&lt;/a&gt;</content><summary type=\"html\">&lt;a href='1'&gt;a&lt;/a&gt;</summary>"
    )
    #expect(found.content == "<a href='https://b.example/x/1'>a</a>")
    #expect(found.summary == "<a href='https://news.example/feeds/1'>a</a>")
  }

  // MARK: Borders

  @Test func anElementWithinATextIsAPartOfIt() throws {
    let found = try item("<description>a <title>b</title> <link>c</link> d</description><title>T</title>")
    #expect(found.title == "T" && found.summary?.contains("b") == true && found.link == nil)
  }

  @Test(arguments: [
    ("<title>a<pubDate>2031-06-18</pubDate>", "a"), ("<title>a<author>b</author></title>", "a"),
    ("<title>a<category>b</category>", "a"),
  ])
  func aFieldEndsATitleThatWasLeftOpen(elements: String, title: String) throws {
    #expect(try item(elements).title?.hasPrefix(title) == true)
  }

  @Test func textsAreCutAtTheirLimitsBetweenCharacters() throws {
    let long = String(repeating: "云杉", count: 5_000)
    let found = try feed(
      "<rss><channel><item><title>\(long)</title><guid>\(long)</guid></item></channel></rss>")
    let item = try #require(found.items.first)
    #expect(found.notes == [.longText])
    #expect(item.title.map { long.hasPrefix($0) && $0.utf8.count > 16_000 && $0.utf8.count <= 16 << 10 } == true)
  }

  @Test func longIDsAreToldApartByTheirDigests() throws {
    func id(_ text: String) throws -> String? { try item("<guid isPermaLink=\"false\">\(text)</guid>").id }
    let fits = String(repeating: "a", count: 1_024)
    #expect(try id(fits) == fits)
    let (one, other) = (try id(fits + "b"), try id(fits + "c"))
    #expect(one?.hasPrefix("digest:") == true && one?.count == 23 && one != other)
    #expect(try id(fits + "b") == one)
  }

  @Test func aNoteOfAKindStandsOnce() throws {
    let found = try feed(
      "<rss><channel><item><title>a</b></title></item><item><title>a</c></title><guid>x</guid></item></channel></rss>")
    #expect(found.notes == [.damagedMarkup] && found.items.map(\.title) == ["a", "a"])
  }

  @Test func deepElementsArePassedOverAndWhatFollowsIsRead() throws {
    let levels = 300
    let deep = String(repeating: "<a>", count: levels) + "<title>x</title>" + String(repeating: "</a>", count: levels)
    let found = try feed(
      "<rss><channel><item>\(deep)<title>甲</title></item><item><title>乙</title></item></channel></rss>")
    #expect(found.items.map(\.title) == ["甲", "乙"] && found.notes == [.tooDeep])
  }
}
