import ParsingSupport
import Testing

@testable import FeedParsing
@testable import JSON

/// The members of JSON Feed, and what of a damaged one is kept.
@Suite struct JSONFeedFieldsTests {
  private func feed(_ members: String) throws -> ParsedFeed {
    try FeedParsingTests.feed(#"{"version":"https://jsonfeed.org/version/1.1",\#(members)}"#)
  }

  private func item(_ members: String, feed head: String = "") throws -> FeedItem {
    try #require(feed(head + #""items":[{\#(members)}]"#).items.first)
  }

  // MARK: Items

  @Test(
    arguments: [
      (#""id":7"#, "7"), (#""id":"7""#, "7"), (#""id":7.5"#, "7.5"), (#""id":["7"]"#, nil), (#""id":true"#, nil),
      ("", nil),
    ] as [(String, String?)])
  func anIDIsATextOrANumber(members: String, id: String?) throws {
    #expect(try item(members).id == id)
  }

  @Test(
    arguments: [
      (#""url":"/1","external_url":"/2""#, "https://news.example/1"),
      (#""external_url":"/2","id":"https://a.example/3""#, "https://news.example/2"),
      (#""id":"https://a.example/3""#, "https://a.example/3"), (#""id":"urn:7""#, nil),
      (#""url":"javascript:x()","external_url":"/2""#, "https://news.example/2"),
      (
        #""attachments":[{"url":"/1.png","mime_type":"image/png"},{"url":"/2.mp3","mime_type":"audio/mpeg"}]"#,
        "https://news.example/2.mp3"
      ),
      (#""attachments":[7,{"mime_type":"audio/mpeg"},{"url":"/3.mp3"}]"#, "https://news.example/3.mp3"),
      (#""attachments":[{"url":"/2.mp3"}],"id":"https://a.example/3""#, "https://a.example/3"),
      (#""attachments":{"url":"/2.mp3"}"#, nil),
    ] as [(String, String?)])
  func theLinkIsThePageElseWhereItCameFromElseARecording(members: String, link: String?) throws {
    #expect(try item(members).link == link)
  }

  @Test(
    arguments: [
      (#""content_html":"<p>甲</p>","content_text":"乙""#, "<p>甲</p>"), (#""content_text":"1 < 2""#, "1 &lt; 2"),
      (#""content_text":"乙","content_html":"""#, nil), (#""content_html":"&lt;p&gt;甲&lt;/p&gt;""#, "<p>甲</p>"),
    ] as [(String, String?)])
  func theHTMLOfAnItemGoesBeforeItsText(members: String, content: String?) throws {
    let found = try item(members).content
    #expect(found == content || content == nil && found == "乙")
  }

  @Test(arguments: [
    (#""authors":[{"name":"Lin"},{"url":"u"},{"name":"Mo"}]"#, "Lin, Mo"), (#""author":{"name":"Lin"}"#, "Lin"),
    (#""author":"Lin""#, "Lin"),
    (#""authors":["Lin","Mo"]"#, "Lin, Mo"), (#""authors":[{"name":"Lin"}],"author":{"name":"Mo"}"#, "Lin, Mo"),
    (#""authors":7"#, "Desk"), ("", "Desk"),
  ])
  func anItemIsByItsAuthorsElseByThoseOfTheFeed(members: String, author: String) throws {
    #expect(try item(members, feed: #""authors":[{"name":"Desk"}],"#).author == author)
  }

  @Test func tagsAndDatesAreReadAsInOtherFeeds() throws {
    let found = try item(
      #""tags":["甲",7,"甲",null,{"x":1}," 乙 "],"date_published":"soon","date_modified":"2031-06-18T05:42:09Z""#)
    #expect(found.tags == ["甲", "7", "乙"] && found.published == nil && found.updated == utc(2031, 6, 18, 5, 42, 9))
    #expect(found.unreadableDate == "soon")
    let chinese = try item(#""date_published":"2031-06-18 08:00:00""#, feed: #""title":"晨星日报","#)
    #expect(chinese.published == utc(2031, 6, 18))
  }

  @Test func addressesAreRelativeToTheFeedElseToItsSite() throws {
    let text =
      #"{"version":"https://jsonfeed.org/version/1","home_page_url":"https://site.example/a/","items":[{"url":"1","content_html":"<a href='2'>x</a>"}]}"#
    let found = try FeedParsingTests.feed(text, FeedContext()).items.first
    #expect(found?.link == "https://site.example/a/1" && found?.content == "<a href='https://site.example/a/2'>x</a>")
  }

  // MARK: The feed

  @Test func theHeadIsReadAndMembersOfNoUseArePassedOver() throws {
    let found = try feed(
      #""title":"A &amp; B","home_page_url":"/","feed_url":"/f","language":"ZH-cn","hubs":[{"type":"x","url":"/hub"},{"url":"/b"}],"icon":{"a":[1]},"expired":false"#
    )
    #expect(
      found.title == "A & B" && found.link == "https://news.example/" && found.selfLink == "https://news.example/f")
    #expect(found.hub == "https://news.example/hub" && found.language == "zh-cn" && found.notes.isEmpty)
    #expect(try feed(#""hubs":[],"title":"甲""#).title == "甲")
  }

  @Test func itemsThatAreNoObjectsAreNone() throws {
    #expect(try feed(#""items":[7,"x",null,[],{"id":"1"}]"#).items.map(\.id) == ["1"])
    #expect(try feed(#""items":{"id":"1"}"#).items.isEmpty)
  }

  @Test(arguments: [#"{"items":[]}"#, #"{"version":"https://jsonfeed.org/version/1"}"#, #"{"version":"jsonfeed 2"}"#])
  func aListOfItemsOrAVersionMakesAFeed(
    text: String
  ) throws {
    _ = try FeedParsingTests.feed(text)
  }

  @Test(arguments: [#"{"version":"1.0"}"#, #"{"items":7}"#, #"{"title":"甲","x":{"items":[]}}"#, "{"])
  func otherObjectsAreNone(text: String) {
    #expect(throws: (any Error).self) { try FeedParsingTests.feed(text) }
  }

  // MARK: Damage

  @Test(
    arguments: [
      (#""items":[{"id":"1"},{"id":"2" "x":1}]"#, ["1"], JSONReader.Problem.unexpected),
      (#""items":[{"id":"1"},{"id":"2"}"#, ["1", "2"], .unexpected),
      (#""items":[{"id":"1","x":1e}]"#, [], .badNumber), (#""items":[{"id":"1"}]} x {"a":1"#, ["1"], .trailing),
      (#""items":[{"id":"\q"}]"#, [], .badEscape),
    ] as [(String, [String], JSONReader.Problem)])
  func theItemsBeforeDamageAreKeptAndTheDamageIsTold(members: String, ids: [String], problem: JSONReader.Problem) throws
  {
    let found = try feed(members)
    #expect(found.items.map(\.id) == ids)
    guard case .damagedJSON(problem, let offset)? = found.notes.first, found.notes.count == 1 else {
      Issue.record("\(found.notes)")
      return
    }
    #expect(offset > 40)
  }

  @Test func itemsBeyondTheLimitAreLeftOut() throws {
    let text = #"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1"},{"id":"2"},{"id":"3"}],"title":"甲"}"#
    let found = try FeedParsingTests.feed(text, FeedContext(itemLimit: 2))
    #expect(found.items.map(\.id) == ["1", "2"] && found.notes == [.tooManyItems(limit: 2)] && found.title == "甲")
  }

  @Test func repeatedIDsAndDroppedLinksAreNotedOnce() throws {
    let found = try feed(#""items":[{"id":"1","url":"javascript:a"},{"id":"1","url":"javascript:b"},{"id":"1"},{}]"#)
    #expect(found.items.count == 4 && found.notes == [.droppedLink("javascript:a"), .repeatedID("1")])
  }
}
