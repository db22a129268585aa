import NewsModel
import ParsingSupport
import Testing

@testable import FeedParsing

struct JSONFeedReaderTests {
  @Test func everyFieldOfVersion1Point1() throws {
    let feed = try feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "晨星日报", "home_page_url": "https://news.example/",
       "feed_url": "/feed.json", "language": "zh-CN", "items": [
        {"id": 17, "url": "/1", "title": "R&amp;D", "content_html": "<p>Text <img src='a.png'></p>", "summary": "5 < 6",
         "date_published": "2031-06-18T13:42:09+08:00", "authors": [{"name": "Lin"}, {"name": "Mo"}], "tags": ["a", "b", "a"]},
        {"id": "18", "content_text": "1 < 2"}]}
      """)
    #expect(feed.title == "晨星日报")
    #expect(feed.selfLink == "https://news.example/feed.json")
    #expect(
      feed.items == [
        FeedItem(
          id: "17", title: "R&D", link: "https://news.example/1", published: utc(2031, 6, 18, 5, 42, 9),
          author: "Lin, Mo",
          summary: "5 &lt; 6", content: "<p>Text <img src='https://news.example/feeds/a.png'></p>", tags: ["a", "b"]),
        FeedItem(id: "18", content: "1 &lt; 2"),
      ])
  }

  @Test func theAuthorOfVersion1() throws {
    let text =
      "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\",\"author\":{\"name\":\"Lin\"}}]}"
    #expect(try feed(text).items.first?.author == "Lin")
  }

  @Test func whatStandsBeforeDamageIsKept() throws {
    let feed = try feed("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"1\"},{\"id\":\"2\",")
    #expect(feed.items.map(\.id) == ["1"])
    #expect(feed.notes.count == 1)
  }

  @Test func escapesDoNotSteerATerminal() throws {
    let text =
      #"{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"a\u001b[31m\u009b31m\u202eb"}]}"#
    #expect(try feed(text).items.first?.title == "a[31m›31mb")
  }
}
