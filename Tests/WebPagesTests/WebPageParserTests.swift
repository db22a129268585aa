import Foundation
import NewsModel
import Testing

@testable import ArticleFields
@testable import Decoding
@testable import SourceForms
@testable import WebPages

@Suite struct WebPageParserTests {
  private let context = ParsingContext(now: Timestamp(1_780_000_000))

  private func item(_ html: String, address: String? = nil) throws -> Item {
    try WebPageParser.parsePage(Array(html.utf8), address: address, context: context).get()
  }

  private static let chinese = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>青禾科技三季度净利翻倍_财经频道_南湾网</title>
    <meta name="keywords" content="青禾科技,石墨烯"><meta name="description" content="青禾科技发布三季报。"></head><body>
    <div class="nav"><a href="/">首页</a><a href="/finance">财经</a><a href="/stock">股票</a></div>
    <div class="main"><h1>青禾科技三季度净利翻倍</h1>
    <div class="info"><span>2026-02-03 08:15</span> <span>来源：<a href="/">南湾日报</a></span> <span>记者 林一帆</span></div>
    <div class="content">
    <p>　　青禾科技昨日晚间发布三季报，公司当季实现营业收入三亿元，同比增长百分之四十，净利润较去年同期翻了一倍。</p>
    <p><strong>产能扩张</strong></p>
    <p>　　公司表示，新厂房将于明年投产，届时年产能将达到两万吨，<a href="../2025/12.html">此前</a>公司已完成定增募资。</p>
    <table><tr><th>季度</th><th>营收</th></tr><tr><td>二季度</td><td>2.1</td></tr><tr><td>三季度</td><td>3.0</td></tr></table>
    <p>　　分析人士认为，行业景气度仍在上行，但原材料价格的波动可能压缩利润空间，投资者需要关注订单的持续性。</p>
    <p>（责任编辑：周小满）</p></div>
    <div class="related"><h3>相关阅读</h3><ul><li><a href="/a">山海重工中标大单</a></li><li><a href="/b">南湾港吞吐量创新高</a></li></ul></div>
    </div><div class="footer">南湾网版权所有，未经授权不得转载。</div></body></html>
    """

  @Test func readsAChinesePage() throws {
    let item = try item(Self.chinese, address: "https://news.nanwan.example/finance/2026/1.html")
    #expect(item.title == "青禾科技三季度净利翻倍")
    #expect(item.source == "南湾日报")
    #expect(item.byline == "林一帆")
    #expect(item.published?.iso8601(in: context.zone) == "2026-02-03T08:15:00+08:00")
    #expect(item.tags == ["青禾科技", "石墨烯"])
    #expect(item.summary == "青禾科技发布三季报。")
    #expect(item.blocks.count == 5)
    #expect(item.blocks.contains(.table([["季度", "营收"], ["二季度", "2.1"], ["三季度", "3.0"]])))
    #expect(item.links == [ArticleLink(text: "此前", address: "https://news.nanwan.example/finance/2025/12.html")])
    #expect(!item.blocks.plainText.contains("责任编辑"))
    #expect(!item.blocks.plainText.contains("山海重工"))
  }

  private static let english = """
    <html><head><title>Harbour Cranes Go Electric | Tidewater Courier</title>
    <meta property="og:site_name" content="Tidewater Courier">
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour cranes go electric",
    "datePublished":"2026-03-04T09:30:00Z","author":[{"@type":"Person","name":"Mara Quill"}],"publisher":{"name":"Tidewater Courier"}}</script>
    </head><body><header><a href="/">Home</a> <a href="/ports">Ports</a></header>
    <article><h1>Harbour Cranes Go Electric</h1><p class="byline">By Mara Quill</p>
    <figure><img src="c.jpg"><figcaption>A crane at dawn.</figcaption></figure>
    <p>The port of Lowmere has replaced the last of its diesel cranes, its operator said on Wednesday, a year ahead of plan.</p>
    <h2>What it cost</h2>
    <p>The conversion took four years and cost some 40 million, most of it for cables, transformers and a new substation.</p>
    <blockquote>We stopped counting when the noise was gone, and the gulls came back to the quay.</blockquote>
    <ul><li>Twelve cranes</li><li>Two substations</li></ul>
    <p>Other ports along the coast, which still burn oil, are watching closely, according to three people in the trade.</p>
    <div class="newsletter-signup"><p>Sign up for our newsletter, and never miss a story about cranes, ports or ships again.</p></div>
    </article><aside><p>Most read: the ferry that nobody wanted, and why it may sail again after all these years.</p></aside>
    <section id="comments"><p>Finally some good news about this harbour, I have been waiting for it since my childhood.</p></section>
    </body></html>
    """

  @Test func readsAnEnglishPage() throws {
    let item = try item(Self.english)
    #expect(item.title == "Harbour Cranes Go Electric")
    #expect(item.source == "Tidewater Courier")
    #expect(item.byline == "Mara Quill")
    #expect(item.published?.iso8601(in: .gmt) == "2026-03-04T09:30:00+00:00")
    let kinds = item.blocks.map { block in
      switch block {
      case .paragraph: "p"
      case .heading: "h"
      case .quote: "q"
      case .list: "l"
      case .figure: "f"
      case .table, .code: "?"
      }
    }
    #expect(kinds.joined() == "fphpqlp")
    #expect(!item.blocks.plainText.contains("newsletter"))
  }

  @Test func readsPagesWhoseParagraphsAreLineBreaks() throws {
    let html = """
      <html><body><h2>南湾港吞吐量创新高</h2><div>南湾新闻网 2026年2月3日 09:05</div><td><div id="zoom">
      　　南湾港务集团今日公布，去年货物吞吐量首次突破一亿吨，同比增长百分之十二，集装箱业务贡献最大。<br><br>
      　　集团负责人说，新航线的开通以及铁路专线的投用，是吞吐量增长的主要原因，今年还将新增三条航线。<div class="gap"></div><br>
      　　当地海关同期发布的数据显示，经由该港进出口的货物总值超过两千亿元，其中机电产品占到四成以上。</div></body></html>
      """
    let item = try item(html)
    #expect(item.title == "南湾港吞吐量创新高")
    #expect(item.source == "南湾新闻网")
    #expect(item.blocks.count == 3)
    #expect(item.published?.iso8601(in: context.zone) == "2026-02-03T09:05:00+08:00")
  }

  @Test func readsTheDeclaredCharacterSet() throws {
    let body = "<html><head><meta charset=gb2312><title>标题在此</title><body><p>正文在此，"
    let text = body + String(repeating: "这里是一句完整的话，", count: 8) + "完。</p></body></html>"
    var bytes: [UInt8] = []
    if let converter = CharacterConverter(from: .utf8, to: .gb18030) {
      _ = Array(text.utf8).withUnsafeBytes { converter.convert($0, into: &bytes) }
    }
    let item = try WebPageParser.parsePage(bytes, context: context).get()
    #expect(item.title == "标题在此")
    #expect(PageText.charset(in: "text/html; charset=\"GBK\"") == "GBK")
  }

  @Test func takesTheTextThatOnlyMachinesSee() throws {
    let text = String(repeating: "The text is drawn by a script, and stands nowhere else on the page. ", count: 5)
    let html = """
      <title>Drawn</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Drawn by a script",
      "articleBody":"\(text)"}</script><body><div id="app"><p>Please enable scripts, they are needed to show this page.</p></div>
      """
    #expect(try item(html).blocks.plainText.hasPrefix("The text is drawn"))
  }

  @Test func refusesPagesWithoutAnArticle() {
    #expect(throws: ParseRefusal.self) { try item("<html><body><a href=/>Home</a></body></html>") }
    #expect(throws: ParseRefusal.self) { try item("<html></html>") }
  }

  @Test func findsTheFeedsThatAPageNames() {
    let html = """
      <head><base href="https://a.example/blog/"><link rel="alternate" type="application/rss+xml; charset=utf-8" title="All &amp; more"
      href="feed.xml"><link rel=alternate type=application/atom+xml href=/atom><link rel="alternate" hreflang=en href="/en">
      <link rel="alternate" type="application/rss+xml" href="feed.xml"></head>
      """
    let feeds = Array(html.utf8).withUnsafeBytes { WebPageParser.feedLinks(in: $0, address: "https://a.example/") }
    #expect(
      feeds.map { "\($0.title) \($0.address) \($0.type)" } == [
        "All & more https://a.example/blog/feed.xml application/rss+xml",
        " https://a.example/atom application/atom+xml",
      ])
  }
}
