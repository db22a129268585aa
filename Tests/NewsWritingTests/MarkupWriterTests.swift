import ArticleFields
import FeedParsing
import Foundation
import NewsModel
import NewsParsing
import NewsWriting
import Testing
import TextBasics

/// HTML and RSS: what they have in common, and what each has of its own.
struct MarkupWriterTests {
  @Test func aPageNeedsNothingElseAndRunsNothing() {
    let page = ExportFormat.html.document([
      .sample(
        "涨 <script>alert(1)</script>", source: "A&B", url: "https://a.example/\"onclick=\"x", tags: ["<i>"],
        blocks: [.paragraph("</p><img src=x onerror=y>"), .code("</code>")])
    ])
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("Content-Security-Policy"))
    for mark in ["<script", "<img", "<link", "<iframe", "\"onclick", "@import", "url("] {
      #expect(!page.contains(mark), "\(mark)")
    }
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("href=\"https://a.example/%22onclick=%22x\""))
    #expect(page.contains("A&amp;B"))
  }

  @Test(arguments: ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", " javascript:x", "http:", "//a.example"])
  func onlyWebAddressesBecomeLinks(url: String) {
    #expect(!ExportFormat.html.document([.sample(url: url)]).contains("href"))
    #expect(!ExportFormat.rss.document([.sample(url: url)]).contains("<link>" + url))
  }

  @Test func anItemOfTheFeedSaysWhatTheArticleSays() {
    var article = Article.sample(
      "产能翻番", label: "快讯", source: "晨星日报", url: "https://a.example/1", tags: ["电池"], summary: "分两期",
      blocks: [.paragraph("第一段"), .heading("产能", level: 2)])
    article.originID = "a-1"
    article.byline = "林某"
    let feed = ExportFormat.rss.document([article])
    for part in [
      "<title>快讯：产能翻番</title>", "<link>https://a.example/1</link>", "<guid isPermaLink=\"false\">a-1</guid>",
      "<pubDate>Wed, 15 Jun 2022 05:42:09 +0000</pubDate>", "<dc:creator>林某</dc:creator>",
      "<dc:publisher>晨星日报</dc:publisher>", "<category>电池</category>", "<description>分两期</description>",
      "<content:encoded>&lt;p&gt;第一段&lt;/p&gt;\n&lt;h2&gt;产能&lt;/h2&gt;\n</content:encoded>",
    ] { #expect(feed.contains(part), "\(part)") }
  }

  @Test func aReaderOfFeedsFindsItAllAgain() throws {
    var article = Article.sample(
      "A & B <c> ]]> 翻番", source: "晨星日报", url: "https://a.example/1?x=1&y=2", tags: ["电池", "A&B"],
      summary: "分 <b>两</b> 期",
      blocks: [.paragraph("第一段 < 第二段 & 其他")])
    article.originID = "a-1&<2>"
    article.byline = "林某"
    let feed = try FeedParser.parse(Array(ExportFormat.rss.document([article]).utf8)).get()
    #expect(feed.title == "要闻")
    let item = try #require(feed.items.first)
    #expect(item.id == article.originID)
    #expect(item.title == article.headline.title)
    #expect(item.link == article.url)
    #expect(item.published == article.headline.published)
    #expect(item.author == article.byline)
    #expect(item.tags == article.headline.tags)
    #expect(item.item().blocks.plainText == "第一段 < 第二段 & 其他")
  }

  @Test func aDateThatIsEstimatedIsMarkedAndAReaderFindsTheMark() throws {
    var article = Article.sample("产能翻番")
    #expect(!ExportFormat.html.document([article]).contains("estimated"))
    article.headline.isDateEstimated = true
    #expect(ExportFormat.html.document([article]).contains("</time><small>（估计 estimated）</small>"))
    #expect(ExportFormat.markdown.document([article]).contains("2022-06-15 05:42（估计 estimated）"))
    let feed = try FeedParser.parse(Array(ExportFormat.rss.document([article]).utf8)).get()
    #expect(feed.items.map(\.isDateEstimated) == [true])
    let rows = NewsParser.parse(Array(ExportFormat.csv.document([article]).utf8), context: ParsingContext())
    guard case .item(let item)? = rows.first else {
      Issue.record("\(rows)")
      return
    }
    #expect(item.isDateEstimated && item.published == article.headline.published)
  }

  @Test(arguments: [ExportFormat.html, .rss])
  func whateverIsInTheTextsNothingInThemSteersATerminal(format: ExportFormat) {
    var random = RandomArticles(seed: 11)
    for _ in 0..<200 {
      let document = format.document([random.hostileArticle()], title: random.raw(lines: true))
      #expect(KeptText(lines: document).string == document)
    }
  }
}
