import LoopbackServer
import NewsModel
import Testing

@testable import NewsLibrary

/// Pages of articles that are watched: after an hour, a day and a week.
@Suite struct RecheckTests {
  private static let text = """
    海岚银行周五发布年报，全年净利润同比增长百分之十二，不良贷款率降至历史低位。董事会建议每股派息三角五分，\
    高于去年的三角。行长在发布会上说，今年将加大对制造业和绿色产业的信贷投放。
    """

  private static func page(_ last: String) -> LoopbackAnswer {
    .ok(
      Array(
        """
        <html><head><title>海岚银行发布年报</title></head><body><article>
        <h1>海岚银行发布年报</h1><p>\(text)</p><p>\(text)</p><p>\(last)</p></article></body></html>
        """.utf8), type: "text/html; charset=utf-8")
  }

  /// A world whose only article shows the text of its page.
  private func world(_ name: String = "晨星日报") throws -> (world: FeedWorld, key: ArticleKey) {
    let world = try FeedWorld()
    let link = world.server.address("/articles/1")
    world.answer("/feed", .ok(rss(name, [Entry(id: "1", title: "海岚银行发布年报", link: link, text: "净利增长")])))
    world.answer("/articles/1", Self.page("分析人士认为，利差收窄的压力仍在。"))
    _ = try world.subscribe(name, "/feed", fetchesArticles: true)
    #expect(try world.refresh().pages == 1)
    return (
      world,
      try #require(try world.library.store.headlines(matching: .all, from: .start, limit: 1).headlines.first?.key)
    )
  }

  @Test func aChangeOfAStarredArticlesPageBecomesAVersion() throws {
    let (world, key) = try world()
    try world.library.store.apply(StatusChange(.star, of: [key]))
    world.answer("/articles/1", Self.page("分析人士认为，利差扩大的好处将显现。"))
    world.wait(3_000)
    #expect(try world.refresh().changedPages == 0)
    world.wait(700)

    let report = try world.refresh()

    #expect(report.changedPages == 1 && report.withdrawnPages == 0)
    #expect(try world.library.store.count(.changed) == 1)
    let history = try world.library.store.history(of: key)
    #expect(history.map { $0.article.blocks.plainText.contains("收窄") } == [false, true, false])
    #expect(history.last?.article.blocks.plainText.contains("扩大") == true)
    // What was looked at is not looked at again before its time.
    let asked = world.server.requests(for: "/articles/1").count
    _ = try world.refresh()
    #expect(world.server.requests(for: "/articles/1").count == asked)
    world.wait(86_400)
    _ = try world.refresh()
    #expect(world.server.requests(for: "/articles/1").count == asked + 1)
  }

  @Test(arguments: [404, 410])
  func anArticleWhosePageIsGoneIsWithdrawnAndKeepsItsText(status: Int) throws {
    let (world, key) = try world()
    try world.library.store.save(SavedQuery(name: "年报", text: "title:年报", isRechecked: true))
    world.answer("/articles/1", .status(status))
    world.wait(3_700)

    #expect(try world.refresh().withdrawnPages == 1)

    #expect(try world.library.store.count(.withdrawn) == 1)
    #expect(try world.library.store.article(key)?.blocks.plainText.contains("绿色产业") == true)
    #expect(try world.library.store.count(.allOf([.withdrawn, .asOf(world.now - 60)])) == 0)
  }

  @Test func whatCannotBeHadThisTimeIsNoNews() throws {
    let (world, key) = try world()
    try world.library.store.apply(StatusChange(.star, of: [key]))
    world.answer("/articles/1", .status(503))
    world.wait(3_700)

    let report = try world.refresh()

    #expect(report.withdrawnPages == 0 && report.changedPages == 0)
    #expect(try world.library.store.history(of: key).count == 2)
  }

  @Test func whatNobodyWatchesIsNotFetchedAgain() throws {
    let (world, _) = try world()
    try world.library.store.save(SavedQuery(name: "年报", text: "title:年报"))
    world.wait(8 * 86_400)
    _ = try world.refresh()
    #expect(world.server.requests(for: "/articles/1").count == 1)
  }
}
