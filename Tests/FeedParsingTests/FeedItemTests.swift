import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields
@testable import FeedParsing

struct FeedItemTests {
  @Test func anItemBecomesAnArticle() {
    let entry = FeedItem(
      id: "17", title: "云岭电池公布新工厂计划", link: "https://news.example/1", published: utc(2031, 6, 18), author: "林晓",
      summary: "<b>摘要</b>", content: "<p>全文。</p>", tags: ["新能源"], source: "海湾通讯")
    let item = entry.item(source: "晨星日报", now: utc(2031, 6, 19))
    #expect(item.originID == "17")
    #expect(item.url == "https://news.example/1")
    #expect(item.source == "晨星日报")
    #expect(item.byline == "林晓")
    #expect(item.summary == "摘要")
    #expect(item.blocks == [.paragraph("全文。")])
    #expect(item.published == utc(2031, 6, 18))
    #expect(!item.isDateEstimated)
    #expect(item.tags == ["新能源"])
  }

  @Test func aSummaryAloneIsTheText() {
    let item = FeedItem(id: "1", summary: "<p>只有摘要，没有标题。</p>").item()
    #expect(item.summary == nil)
    #expect(item.blocks == [.paragraph("只有摘要，没有标题。")])
    #expect(item.title == "只有摘要，没有标题。")
  }

  @Test func anItemWithoutIDKeepsItsName() throws {
    let named = { try item($0).stableID }
    #expect(try named("<guid>x</guid>") == "x")
    #expect(try named("<link>https://news.example/1</link>") == "https://news.example/1")
    #expect(try named("<guid>N/A</guid><link>https://news.example/1</link>") == "https://news.example/1")
    // The front page names no item.
    #expect(try named("<link>https://news.example/</link><title>One</title>") == nil)
    #expect(try named("<description>Text</description>") == nil)
    #expect(FeedDigest("远帆航运", nil).text == FeedDigest("远帆航运", nil).text)
  }

  @Test func anItemThatTellsNothingBecomesNoArticle() {
    let feed =
      "<rss><channel><title>晨星日报</title><item/><item><guid>7</guid></item><item><title>题</title></item></channel></rss>"
    var reader = FeedRecordReader(context: ParsingContext())
    var titles: [String] = []
    Array(feed.utf8).withUnsafeBytes { bytes in
      reader.take(bytes, isLast: true) { record in
        switch record {
        case .item(let item): titles.append(item.title)
        case .refused(let refusal): titles.append("\(refusal.reason)")
        }
      }
    }
    #expect(titles == ["noArticleFields", "noArticleFields", "题"])
  }

  @Test func contentKeepsItsStructureAndItsLinks() {
    let content =
      "<h2>产能</h2><p>新厂<a href=\"https://qinghe.example/1\">投产</a>。</p><ul><li>一号线</li><li>二号线</li></ul>"
    let item = FeedItem(id: "1", title: "青禾", content: content).item()
    #expect(item.blocks == [.heading("产能", level: 2), .paragraph("新厂投产。"), .list(["一号线", "二号线"])])
    #expect(item.links == [ArticleLink(text: "投产", address: "https://qinghe.example/1")])
  }
}
