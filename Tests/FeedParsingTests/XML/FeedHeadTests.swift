import ParsingSupport
import Testing

@testable import FeedParsing

/// What a feed says of itself.
@Suite struct FeedHeadTests {
  private func rss(_ elements: String) throws -> ParsedFeed { try feed("<rss><channel>\(elements)</channel></rss>") }
  private func atom(_ elements: String, attributes: String = "") throws -> ParsedFeed {
    try feed("<feed xmlns=\"http://www.w3.org/2005/Atom\" \(attributes)>\(elements)</feed>")
  }

  @Test(arguments: [
    "<title>甲</title>", "<title>甲</title><image><title>乙</title></image>",
    "<image><title>乙</title></image><title>甲</title>",
    "<title>甲</title><textInput><title>乙</title></textInput>", "<title>甲</title><item><title>乙</title></item>",
    "<dc:title>乙</dc:title><title>甲</title>", "<title>&lt;b&gt;甲&lt;/b&gt;</title>",
  ])
  func theTitleIsThatOfTheFeed(elements: String) throws {
    #expect(try rss(elements).title == "甲")
  }

  @Test(
    arguments: [
      ("<ttl>30</ttl>", 1_800), ("<ttl> 1 </ttl>", 60), ("<ttl>0</ttl>", nil), ("<ttl>-5</ttl>", nil),
      ("<ttl>soon</ttl>", nil),
      ("<ttl>525600</ttl>", 31_536_000), ("<ttl>525601</ttl>", nil),
      ("<sy:updatePeriod>hourly</sy:updatePeriod>", 3_600),
      ("<sy:updatePeriod> Daily </sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 21_600),
      ("<sy:updatePeriod>weekly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 604_800),
      ("<sy:updatePeriod>monthly</sy:updatePeriod>", 2_592_000),
      ("<sy:updatePeriod>yearly</sy:updatePeriod>", 31_536_000),
      ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>999999</sy:updateFrequency>", 60),
      ("<sy:updatePeriod>often</sy:updatePeriod>", nil), ("<sy:updateFrequency>2</sy:updateFrequency>", nil),
      ("<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 3_600),
      ("<ttl>0</ttl><sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
      ("", nil),
    ] as [(String, Int?)])
  func theTimeBetweenChangesIsTheFeedsOwnWord(elements: String, seconds: Int?) throws {
    #expect(try rss(elements).updateInterval == seconds)
  }

  @Test func linksLeadToTheSiteTheFeedAndItsHub() throws {
    let found = try atom(
      "<link rel=\"hub\" href=\"/hub\"/><link rel=\"self\" href=\"self.xml\"/><link rel=\"next\" href=\"/2\"/>"
        + "<link type=\"application/json\" href=\"/j\"/><link href=\"/\"/><link href=\"/b\"/>")
    #expect(found.link == "https://news.example/" && found.selfLink == "https://news.example/feeds/self.xml")
    #expect(found.hub == "https://news.example/hub")
    let inRSS = try rss("<atom:link rel=\"self\" href=\"https://a.example/rss\"/><link>https://a.example/</link>")
    #expect(inRSS.link == "https://a.example/" && inRSS.selfLink == "https://a.example/rss" && inRSS.hub == nil)
    #expect(try rss("<image><link>https://logo.example/</link></image>").link == nil)
  }

  @Test func aLinkThatRunsSomethingIsNoted() throws {
    let found = try rss("<link>javascript:x()</link>")
    #expect(found.link == nil && found.notes.first == .droppedLink("javascript:x()") && found.notes.count == 1)
  }

  @Test func theLanguageIsInSmallLetters() throws {
    #expect(try rss("<language>zh-CN</language>").language == "zh-cn")
    #expect(try rss("<dc:language>en</dc:language>").language == "en")
    #expect(try atom("<title>x</title>", attributes: "xml:lang=\"zh-Hant\"").language == "zh-hant")
    #expect(try rss("<title>x</title>").language == nil)
  }

  /// Dates without a zone have China's in a Chinese feed, and none elsewhere.
  @Test(arguments: [
    ("<language>zh-cn</language>", true), ("<language>zh</language><title>Tape</title>", true),
    ("<title>晨星日报</title>", true),
    ("<language>en-us</language><title>晨星日报</title>", false), ("<language></language><title>晨星日报</title>", true),
    ("<title>Tape</title>", false), ("", false),
  ])
  func aFeedIsChineseByItsLanguageElseByItsTitle(head: String, isChinese: Bool) throws {
    let found = try rss(head + "<item><pubDate>2031-06-18 08:00:00</pubDate></item>")
    #expect(found.items.first?.published == (isChinese ? utc(2031, 6, 18) : utc(2031, 6, 18, 8)))
  }

  @Test(arguments: [
    "<rss/>", "<rss></rss>", "<feed/>", "<rdf:RDF/>", "<channel/>", "<item/>", "<x><entry/></x>", "\u{feff}<rss/>",
  ])
  func anElementOfAFeedMakesOne(text: String) throws {
    _ = try feed(text)
  }

  @Test(arguments: [
    ("", "empty"), (" \n\t", "empty"), ("甲", "noFeed"), ("<html><body/></html>", "noFeed"),
    ("<x:rss xmlns:x=\"https://x.example/\"/>", "noFeed"),
    ("{}", "noFeed"), ("[]", "noFeed"), ("{\"title\":\"甲\"}", "noFeed"), ("<!-- <rss> -->", "noFeed"),
    ("<rss", "noFeed"),
  ])
  func whatIsNoFeedIsRefused(text: String, reason: String) {
    let result = FeedParser.parse(Array(text.utf8))
    guard case .failure(let refusal) = result else {
      Issue.record("\(result)")
      return
    }
    #expect("\(refusal.reason)" == reason)
  }

  @Test func aFeedOverTheLimitIsRefused() {
    let bytes = Array("<rss></rss>".utf8)
    for (limit, isRead) in [(bytes.count, true), (bytes.count - 1, false)] {
      guard case .failure(let refusal) = FeedParser.parse(bytes, context: FeedContext(sizeLimit: limit)) else {
        #expect(isRead)
        continue
      }
      #expect(!isRead && refusal.reason == .tooLarge(limit: limit))
    }
  }

  /// Item by item, each with what is known of the feed so far.
  @Test func itemsAreHandedOverWithTheHeadAboveThem() throws {
    let text =
      "<rss><channel><title>甲</title><item><title>1</title></item><title>乙</title><item><title>2</title></item><ttl>5</ttl></channel></rss>"
    var met: [String] = []
    let whole = try Array(text.utf8).withUnsafeBytes { bytes in
      try FeedParser.read(bytes, context: FeedContext()) { met.append("\($1.title ?? "") \($0.title ?? "")") }.get()
    }
    #expect(met == ["甲 1", "乙 2"])
    #expect(whole.items.isEmpty && whole.title == "乙" && whole.updateInterval == 300)
  }
}
