import NewsModel
import ParsingSupport
import Testing

@testable import FeedParsing

/// What an item of a feed becomes as an article.
@Suite struct FeedArticleTests {
  private let now = utc(2031, 7, 2)
  private let fallback = utc(2031, 7, 1)

  private func article(_ elements: String, source: String? = "晨星日报", attributes: String = "") throws -> Item {
    try item(elements, attributes: attributes).item(source: source, fallback: fallback, now: now)
  }

  @Test(arguments: [
    ("<title>甲</title><description>一段。</description>", "甲"), ("<description>云杉动力增产。</description>", "云杉动力增产。"),
    ("<content:encoded>&lt;p&gt;云杉动力增产。&lt;/p&gt;</content:encoded><description>摘要</description>", "云杉动力增产。"),
    ("<link>https://a.example/1</link>", "https://a.example/1"), ("<guid>7</guid>", "?"),
    ("<description>【云杉动力增产】一段。</description>", "云杉动力增产"),
  ])
  func anArticleIsCalledByItsTitleItsTextOrItsLink(elements: String, title: String) throws {
    #expect(try article(elements).title == title)
  }

  @Test(
    arguments: [
      ("<title>甲</title>", "甲"), ("<description>云杉动力增产。</description>", "云杉动力增产。"),
      ("<link>https://a.example/1</link>", nil),
    ] as [(String, String?)])
  func aHeadingIsATitleOrTheStartOfATextAlone(elements: String, heading: String?) throws {
    #expect(try item(elements).heading == heading)
  }

  @Test(arguments: [
    ("", true), ("<guid>7</guid>", true), ("<category>甲</category><pubDate>2031-06-18</pubDate>", true),
    ("<title>甲</title>", false),
    ("<description>甲</description>", false), ("<content:encoded>甲</content:encoded>", false),
    ("<link>https://a.example/1</link>", false),
  ])
  func anItemThatTellsNothingIsBlank(elements: String, isBlank: Bool) throws {
    #expect(try item(elements).isBlank == isBlank)
  }

  // MARK: Sources

  @Test func theNameUnderWhichAFeedIsFollowedIsTheSource() throws {
    let elements = "<title>甲</title><source url=\"https://a.example/\">星海财经</source>"
    #expect(try article(elements).source == "晨星日报" && article(elements).byline == "星海财经")
    #expect(try article(elements, source: nil).source == "星海财经" && article(elements, source: nil).byline == nil)
    #expect(try article(elements, source: "星海财经").byline == nil)
    #expect(try article(elements + "<author>林晓</author>").byline == "林晓")
    #expect(try article("<title>甲</title>").byline == nil)
  }

  // MARK: Dates

  @Test func aDateOfTheFutureIsASlipAndTheNextOneCounts() throws {
    func dates(_ elements: String) throws -> (Timestamp?, Bool) {
      let found = try article("<title>甲</title>" + elements)
      return (found.published, found.isDateEstimated)
    }
    #expect(try dates("<pubDate>2031-06-18T00:00:00Z</pubDate>") == (utc(2031, 6, 18), false))
    #expect(try dates("<updated>2031-06-18T00:00:00Z</updated>") == (utc(2031, 6, 18), false))
    #expect(try dates("<pubDate>2031-07-03T00:00:00Z</pubDate>") == (utc(2031, 7, 3), false))
    #expect(try dates("<pubDate>2031-07-03T00:00:01Z</pubDate>") == (fallback, true))
    #expect(
      try dates("<pubDate>2032-01-01T00:00:00Z</pubDate><updated>2031-06-18T00:00:00Z</updated>") == (
        utc(2031, 6, 18), false
      ))
    #expect(try dates("") == (fallback, true))
  }

  @Test func aDateThatWasGuessedIsEstimated() throws {
    #expect(try article("<title>甲</title><pubDate>06/07/2031</pubDate>").isDateEstimated)
    #expect(try !article("<title>甲</title><pubDate>18 Jun 2031</pubDate>").isDateEstimated)
  }

  // MARK: Texts

  @Test func theSummaryStandsBesideAContentAlone() throws {
    let both = try article("<description>&lt;b&gt;摘&lt;/b&gt;要</description><content:encoded>全文。</content:encoded>")
    #expect(both.summary == "摘要" && both.blocks == [.paragraph("全文。")])
    let one = try article("<description>全文。</description>")
    #expect(one.summary == nil && one.blocks == [.paragraph("全文。")])
    #expect(try article("<title>甲</title>").blocks == [])
  }

  // MARK: Names of items

  @Test(
    arguments: [
      ("<guid>7</guid><link>https://a.example/1</link>", "7"),
      ("<guid>null</guid><link>https://a.example/1</link>", "https://a.example/1"),
      ("<guid>0</guid><link>https://a.example/?id=1</link>", "https://a.example/?id=1"),
      ("<link>https://a.example/#1</link>", "https://a.example/#1"),
      ("<link>https://a.example</link>", nil), ("<link>https://a.example/</link>", nil), ("<guid>-</guid>", nil),
      ("<guid>无</guid>", nil),
    ] as [(String, String?)])
  func anItemIsKnownAgainByItsIDElseByADeepLink(elements: String, id: String?) throws {
    #expect(try item(elements).stableID == id)
    #expect(try article("<title>甲</title>" + elements).originID == id)
  }

  // MARK: What newstape wrote itself

  private static let own = "xmlns:n=\"https://newstape.invalid/rss\""

  @Test func anExportedItemKeepsItsOwnSourceAndLabel() throws {
    let found = try article(
      "<title>快讯：甲</title><n:article>1</n:article><n:source>星海财经</n:source><n:label>快讯</n:label><guid>7</guid>",
      attributes: Self.own)
    #expect(found.source == "星海财经" && found.label == "快讯" && found.title == "甲" && found.originID == "7")
    let other = try article(
      "<title>甲</title><n:article>1</n:article><n:label>快讯</n:label>", attributes: Self.own)
    #expect(other.label == nil && other.title == "甲" && other.source == nil)
  }

  @Test(arguments: ["<guid>newstape:7</guid>", "<guid>https://a.example/1</guid>", "<guid>null</guid>"])
  func whatStandsInForAnIDIsNone(guid: String) throws {
    let found = try article(
      "<title>甲</title><n:article>1</n:article><link>https://a.example/1</link>" + guid, attributes: Self.own)
    #expect(found.originID == nil && found.url == "https://a.example/1")
  }

  @Test func aSummaryThatIsTheStartOfTheTextIsNone() throws {
    func summary(_ text: String) throws -> String? {
      try article(
        "<title>甲</title><n:article>1</n:article><description>\(text)</description><content:encoded>&lt;p&gt;一段。&lt;/p&gt;&lt;p&gt;二段。&lt;/p&gt;</content:encoded>",
        attributes: Self.own
      ).summary
    }
    #expect(try summary("一段。") == nil)
    #expect(try summary("摘要。") == "摘要。")
  }

  @Test func anEstimatedDateStaysOne() throws {
    let elements = "<title>甲</title><pubDate>2031-06-18T00:00:00Z</pubDate><n:estimated>true</n:estimated>"
    #expect(try article(elements, attributes: Self.own).isDateEstimated)
    #expect(try !article(elements.replacing("true", with: "false"), attributes: Self.own).isDateEstimated)
  }

  @Test func aFeedOfOthersHasNoOwnFields() throws {
    let found = try article("<title>快讯：甲</title><n:source>星海财经</n:source>", attributes: Self.own)
    #expect(found.source == "晨星日报" && found.title == "快讯：甲")
  }
}

@Suite struct FeedDigestTests {
  @Test func theDigestOfATextIsTheSameForEver() {
    #expect(FeedDigest().text == "cbf29ce484222325")
    #expect(FeedDigest("a").text.count == 16)
    // FNV-1a of "a", and of the byte that parts texts.
    let digest: UInt64 = 0xaf63_dc4c_8601_ec8c
    #expect(FeedDigest("a").value == (digest ^ 0xff) &* 0x100_0000_01b3)
  }

  @Test func partsAreToldApart() {
    let digests = [
      FeedDigest("a", "b"), FeedDigest("ab", nil), FeedDigest("ab"), FeedDigest(nil, "ab"), FeedDigest("b", "a"),
      FeedDigest("a", "", "b"),
    ]
    #expect(Set(digests.map(\.value)).count == digests.count)
    #expect(FeedDigest("a", nil).value == FeedDigest("a", "").value)
  }
}
