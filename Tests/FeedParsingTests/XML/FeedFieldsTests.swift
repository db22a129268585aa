import ParsingSupport
import Testing

@testable import FeedParsing

/// What each element of an item says, and which of several counts.
@Suite struct FeedFieldsTests {
  // MARK: Titles and texts

  @Test(arguments: [
    "<title>甲</title>", "<TITLE>甲</TITLE>", "<dc:title>甲</dc:title>", "<media:title>甲</media:title>",
    "<itunes:title>甲</itunes:title>", "<dcterms:title>甲</dcterms:title>", "<atom:title>甲</atom:title>",
    "<title>\n  甲\n</title>", "<title><![CDATA[甲]]></title>", "<title>甲</title><itunes:title>乙</itunes:title>",
    "<itunes:title>乙</itunes:title><media:title>甲</media:title>", "<media:title>乙</media:title><dc:title>甲</dc:title>",
    "<dc:title>乙</dc:title><title>甲</title>", "<title>乙</title><title>甲</title>", "<title>甲</title><title> </title>",
    "<title>甲</title><x><title>乙</title></x>", "<title>甲</title><image><title>乙</title></image>",
    "<title>甲</title><x:title xmlns:x=\"https://x.example/\">乙</x:title>",
  ])
  func theBestTitleCountsAndOfTwoAlikeTheLast(elements: String) throws {
    #expect(try item(elements).title == "甲")
  }

  @Test(arguments: [
    "<description>甲</description>", "<summary>甲</summary>", "<abstract>甲</abstract>",
    "<dc:description>甲</dc:description>",
    "<dcterms:abstract>甲</dcterms:abstract>", "<itunes:summary>甲</itunes:summary>",
    "<itunes:subtitle>甲</itunes:subtitle>", "<media:description>甲</media:description>",
    "<itunes:subtitle>乙</itunes:subtitle><itunes:summary>甲</itunes:summary>",
    "<media:description>乙</media:description><description>甲</description>",
    "<description>甲</description><dc:description>乙</dc:description>",
    "<description>甲</description><description>甲</description>",
  ])
  func theBestSummaryCounts(elements: String) throws {
    let found = try item(elements)
    #expect(found.summary == "甲" && found.content == nil)
  }

  @Test(arguments: [
    "<content:encoded>甲</content:encoded>", "<content>甲</content>", "<fullitem>甲</fullitem>", "<body>甲</body>",
    "<content:encoded>甲</content:encoded><body>乙</body>", "<body>乙</body><content:encoded>甲</content:encoded>",
    "<content:encoded>甲</content:encoded><content:encoded>乙</content:encoded>",
    "<description>乙</description><content:encoded>甲</content:encoded>",
    "<description>乙</description><description>甲</description>",
    "<xhtml:div>甲</xhtml:div>", "<xhtml:body>甲</xhtml:body><xhtml:div>乙</xhtml:div>",
  ])
  func theBestContentCountsAndOfTwoAlikeTheFirst(elements: String) throws {
    #expect(try item(elements).content == "甲")
  }

  // MARK: Ids and links

  @Test(arguments: [
    "<guid>7</guid>", "<id>7</id>", "<dc:identifier>7</dc:identifier>", "<dcterms:identifier>7</dcterms:identifier>",
    "<dc:identifier>8</dc:identifier><guid>7</guid>", "<guid>7</guid><dc:identifier>8</dc:identifier>",
    "<guid>8</guid><guid>7</guid>", "<guid>7</guid><enclosure url=\"https://a.example/1.mp3\"/>",
  ])
  func theBestIDCounts(elements: String) throws {
    #expect(try item(elements).id == "7")
  }

  @Test(arguments: [
    "<link>https://a.example/1</link>", "<link href=\"https://a.example/1\"/>",
    "<link href=\"https://a.example/1\">x</link>", "<link rel=\"alternate\" href=\"https://a.example/1\"/>",
    "<link>https://a.example/1</link><link>https://a.example/2</link>",
    "<link type=\"application/pdf\" href=\"https://a.example/2\"/><link type=\"text/html; charset=utf-8\" href=\"https://a.example/1\"/>",
    "<link type=\"application/pdf\" href=\"https://a.example/1\"/>",
    "<link rel=\"self\" href=\"https://a.example/2\"/><link href=\"https://a.example/1\"/>",
    "<link rel=\"replies\" href=\"https://a.example/2\"/><guid>https://a.example/1</guid>",
    "<guid isPermaLink=\"false\">https://a.example/2</guid><link>https://a.example/1</link>",
    "<guid isPermaLink=\"true\">https://a.example/1</guid>",
    "<guid isPermaLink=\"FALSE\">x</guid><link>https://a.example/1</link>",
    "<link>https://b.example/2</link><feedburner:origLink>https://a.example/1</feedburner:origLink>",
    "<pheedo:origLink>https://a.example/1</pheedo:origLink><link>https://b.example/2</link>",
    "<enclosure url=\"https://a.example/1\" type=\"audio/mpeg\"/>",
    "<link rel=\"enclosure\" href=\"https://a.example/1\"/>",
    "<enclosure url=\"https://a.example/2\"/><guid>https://a.example/1</guid>",
    "<enclosure url=\"https://b.example/2\"/><feedburner:origEnclosureLink>https://a.example/1</feedburner:origEnclosureLink>",
  ])
  func theLinkIsWhereThePageIs(elements: String) throws {
    #expect(try item(elements).link == "https://a.example/1")
  }

  @Test(arguments: [
    "<guid isPermaLink=\"false\">https://a.example/2</guid>", "<guid>urn:7</guid>", "<guid>a.example/1</guid>",
    "<enclosure url=\"https://a.example/1.png\" type=\"image/png\"/>",
    "<link rel=\"self\" href=\"https://a.example/2\"/>",
    "<feedburner:origLink>7</feedburner:origLink>", "<link></link>", "<link>data:text/html,x</link>",
    "<link rel=\"enclosure\" type=\"image/png\" href=\"https://a.example/1.png\"/>",
  ])
  func otherAddressesAreNoLink(elements: String) throws {
    #expect(try item(elements).link == nil)
  }

  @Test func aRecordingNamesAnItemThatNothingElseNames() throws {
    #expect(try item("<enclosure url=\"/1.mp3\"/>").id == "https://news.example/1.mp3")
    #expect(try item("<enclosure url=\"/1.png\" type=\"image/png\"/>").id == "https://news.example/1.png")
  }

  @Test func anIDOfAtomLeadsNowhereWhereALinkDoes() throws {
    #expect(try entry("<id>https://a.example/1</id>").link == "https://a.example/1")
    #expect(try entry("<id>https://a.example/1</id><link href=\"https://a.example/2\"/>").link == "https://a.example/2")
  }

  @Test func addressesAreRelativeToWhatIsDeclared() throws {
    #expect(try item("<link>1.html</link>").link == "https://news.example/feeds/1.html")
    #expect(
      try entry("<link href=\"1.html\"/>", attributes: "xml:base=\"https://b.example/x/\"").link
        == "https://b.example/x/1.html")
    #expect(
      try entry("<link xml:base=\"/y/\" href=\"1.html\"/>", attributes: "xml:base=\"https://b.example/x/\"").link
        == "https://b.example/y/1.html")
    let site = try feed(
      "<rss><channel><link>https://site.example/a/</link><item><link>1.html</link></item></channel></rss>")
    #expect(site.items.first?.link == "https://site.example/a/1.html")
    let atom = try feed(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link href=\"https://site.example/\"/><entry><link href=\"1\"/></entry></feed>"
    )
    #expect(atom.items.first?.link == "https://news.example/feeds/1")
  }

  // MARK: Dates

  @Test(arguments: [
    "<pubDate>Wed, 18 Jun 2031 13:42:09 +0800</pubDate>", "<published>2031-06-18T05:42:09Z</published>",
    "<issued>2031-06-18T05:42:09Z</issued>", "<dc:date>2031-06-18T05:42:09Z</dc:date>",
    "<date>2031-06-18T05:42:09Z</date>",
    "<created>2031-06-18T05:42:09Z</created>", "<dcterms:created>2031-06-18T05:42:09Z</dcterms:created>",
    "<created>2030-01-01</created><dc:date>2031-06-18T05:42:09Z</dc:date>",
    "<pubDate>2031-06-18T05:42:09Z</pubDate><dc:date>2030-01-01</dc:date>",
    "<pubDate>soon</pubDate><dc:date>2031-06-18T05:42:09Z</dc:date>",
    "<pubDate/><dc:date>2031-06-18T05:42:09Z</dc:date>",
    "<pubDate>2031-06-18 05:42:09</pubDate>", "<pubDate>1939527729</pubDate>",
  ])
  func theBestDateCounts(elements: String) throws {
    #expect(try item(elements).published == utc(2031, 6, 18, 5, 42, 9))
  }

  @Test func changesAreToldApartFromTheFirstDate() throws {
    for name in ["updated", "modified", "dcterms:modified", "lastBuildDate"] {
      let found = try item("<\(name)>2031-06-18T05:42:09Z</\(name)>")
      #expect(found.published == nil && found.updated == utc(2031, 6, 18, 5, 42, 9), "\(name)")
    }
    let found = try item(
      "<lastBuildDate>2030-01-01</lastBuildDate><updated>2031-06-18</updated><pubDate>2031-06-17</pubDate>")
    #expect(found.published == utc(2031, 6, 17) && found.updated == utc(2031, 6, 18))
  }

  @Test func aDateThatCannotBeReadIsNotedOnceWithItsText() throws {
    let found = try feed(
      "<rss><channel><item><pubDate>soon</pubDate><dc:date>later</dc:date></item><item><pubDate>x</pubDate></item></channel></rss>"
    )
    #expect(found.notes == [.unreadableDate("soon")])
    #expect(found.items.map(\.unreadableDate) == ["soon", "x"])
    #expect(try item("<pubDate>2031-06-18</pubDate>").unreadableDate == nil)
  }

  // MARK: People

  @Test(arguments: [
    ("<author>Lin</author>", "Lin"), ("<dc:creator>Lin</dc:creator>", "Lin"),
    ("<itunes:author>Lin</itunes:author>", "Lin"),
    ("<author><name>Lin</name><email>l@a.example</email></author>", "Lin"),
    ("<author><email>l@a.example</email></author>", "l@a.example"),
    ("<author><name>Lin</name></author><author><name>Mo</name></author>", "Lin, Mo"),
    ("<dc:creator>Lin</dc:creator><dc:creator>Mo</dc:creator><dc:creator>Lin</dc:creator>", "Lin, Mo"),
    ("<itunes:author>Desk</itunes:author><dc:creator>Mo</dc:creator><author>Lin</author>", "Lin"),
    ("<author>Lin</author><dc:creator>Mo</dc:creator>", "Lin"),
    ("<author>l@a.example (Lin &amp;amp; Mo)</author>", "Lin & Mo"),
    ("<author/><dc:creator>Lin</dc:creator>", "Lin"),
    ("<author><uri>https://a.example/</uri></author><dc:creator>Lin</dc:creator>", "Lin"),
    ("<contributor><name>Mo</name></contributor><author>Lin</author>", "Lin"),
    ("<itunes:owner><itunes:name>Mo</itunes:name></itunes:owner><author>Lin</author>", "Lin"),
  ])
  func whoWroteAnItem(elements: String, author: String) throws {
    #expect(try item(elements).author == author)
  }

  @Test func anItemIsByTheAuthorOfItsSourceOrOfTheFeed() throws {
    func atom(_ entry: String) throws -> String? {
      try feed(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title><author><name>Lin</name></author><entry>\(entry)</entry></feed>"
      )
      .items.first?.author
    }
    #expect(try atom("<title>x</title>") == "Lin")
    #expect(try atom("<source><title>S</title><author><name>Mo</name></author></source>") == "Mo")
    #expect(try atom("<source><author><name>Mo</name></author></source><author><name>Wu</name></author>") == "Wu")
    let named = try feed(
      "<rss><channel><title>T</title><itunes:author>T</itunes:author><item><title>x</title></item></channel></rss>")
    #expect(named.items.first?.author == nil)
  }

  // MARK: Tags

  @Test(
    arguments: [
      ("<category>甲</category><category>乙</category>", ["甲", "乙"]), ("<dc:subject>甲</dc:subject>", ["甲"]),
      ("<category term=\"甲\" label=\"x\"/>", ["甲"]), ("<category label=\"甲\"/>", ["甲"]),
      ("<itunes:category text=\"甲\"/>", ["甲"]),
      ("<media:category>甲</media:category>", ["甲"]), ("<media:keywords>甲, 乙,,甲</media:keywords>", ["甲", "乙"]),
      ("<keywords>甲,乙</keywords>", ["甲", "乙"]), ("<tags>甲</tags>", ["甲"]), ("<category>甲, 乙</category>", ["甲, 乙"]),
      ("<category>甲</category><category>甲</category>", ["甲"]), ("<category> </category>", []),
      ("<category>A&amp;amp;B</category>", ["A&B"]),
      ("<itunes:category text=\"甲\"><itunes:category text=\"乙\"/></itunes:category>", ["甲", "乙"]),
    ] as [(String, [String])])
  func tagsStandOnceInTheirOrder(elements: String, tags: [String]) throws {
    #expect(try item(elements).tags == tags)
  }

  @Test func aTagOfUnusualLengthIsLeftOut() throws {
    let fits = String(repeating: "a", count: 200)
    #expect(try item("<category>\(fits)</category><category>\(fits)a</category>").tags == [fits])
    #expect(
      try feed("<rss><channel><category>甲</category><item><title>x</title></item></channel></rss>").items.first?.tags
        == [])
  }

  // MARK: Sources

  @Test(
    arguments: [
      ("<source url=\"https://a.example/rss\">星海财经</source>", "星海财经"), ("<dc:source>星海财经</dc:source>", "星海财经"),
      ("<source><title>星海财经</title><id>7</id></source>", "星海财经"), ("<source>x<title>星海财经</title></source>", "星海财经"),
      ("<source>星海财经</source><dc:source>x</dc:source>", "x"), ("<source url=\"x\"/>", nil),
    ] as [(String, String?)])
  func theSourceIsWhereAnItemWasTakenFrom(elements: String, source: String?) throws {
    let found = try item("<title>题</title>" + elements)
    #expect(found.source == source && found.title == "题" && found.id == nil)
  }
}
