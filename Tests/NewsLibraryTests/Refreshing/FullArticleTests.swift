import LoopbackServer
import NewsModel
import Testing

@testable import NewsLibrary

@Suite struct FullArticleTests {
  private static let text = """
    海岚银行周五发布年报，全年净利润同比增长百分之十二，不良贷款率降至历史低位。董事会建议每股派息三角五分，\
    高于去年的三角。行长在发布会上说，今年将加大对制造业和绿色产业的信贷投放。
    """

  private static let page = Array(
    """
    <html><head><title>海岚银行发布年报</title></head><body><nav><a href="/">首页</a></nav><article>
    <h1>海岚银行发布年报</h1><p>\(text)</p><p>\(text)</p><p>分析人士认为，利差收窄的压力仍在，但资产质量好于预期。</p>
    </article><footer>版权所有</footer></body></html>
    """.utf8)

  @Test func theTextOfThePageComesAndAFailureIsTriedAgain() throws {
    let world = try FeedWorld()
    let link = world.server.address("/articles/1")
    world.answer("/feed", .ok(rss("晨星日报", [Entry(id: "1", title: "海岚银行发布年报", link: link, text: "净利增长")])))
    world.answer("/articles/1", .status(503))
    _ = try world.subscribe("晨星日报", "/feed", fetchesArticles: true)

    let first = try world.refresh()

    #expect(first.pages == 0 && first.failedPages == 1)
    let key = try #require(
      try world.library.store.headlines(matching: .all, from: .start, limit: 1).headlines.first?.key)
    #expect(try world.library.store.article(key)?.textOrigin == .pagePending(.status(503)))

    world.answer("/articles/1", .ok(Self.page, type: "text/html; charset=utf-8"))
    world.wait(60)
    #expect(try world.refresh().pages == 0)
    world.wait(900)
    #expect(try world.refresh().pages == 1)

    let article = try #require(try world.library.store.article(key))
    #expect(article.textOrigin == .page)
    #expect(article.blocks.plainText.contains("绿色产业"))
    #expect(!article.blocks.plainText.contains("版权所有"))
    #expect(try world.library.store.count(.text("绿色产业")) == 1)
    #expect(world.server.requests(for: "/articles/1").count == 2)
  }
}
