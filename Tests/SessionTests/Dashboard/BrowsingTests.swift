import Testing

/// Going through the list and reading: the keys that are pressed all day.
@Suite struct BrowsingTests {
  private let session: DashboardSession

  init() throws {
    session = try DashboardSession(in: .withNews())
    try session.see("资讯 1/60", "第1篇正文开头", "未读 60")
  }

  @Test func theSelectionMovesAndThePreviewFollows() throws {
    session.press("jj")
    try session.seeSelected(InventedNews.title(3))
    try session.see("资讯 3/60", "第3篇正文开头")
    session.press("k")
    try session.seeSelected(InventedNews.title(2))
    session.press(Keys.down)
    try session.seeSelected(InventedNews.title(3))
    session.press(Keys.up + Keys.up + Keys.up)
    try session.seeSelected(InventedNews.title(1))
    #expect(session.screen.text.contains("未读 60"))
  }

  @Test func pagesAndEndsAreAKeyAway() throws {
    session.press("G")
    try session.seeSelected(InventedNews.title(60))
    try session.see("资讯 60/60")
    session.press("gg")
    try session.seeSelected(InventedNews.title(1))
    session.press(Keys.pageDown)
    try session.see("资讯 23/60")
    session.press(Keys.pageDown)
    try session.see("资讯 45/60")
    session.press(Keys.pageUp)
    try session.see("资讯 23/60")
    try session.seeSelected(InventedNews.title(23))
    session.press(Keys.control("d"))
    try session.see("资讯 34/60")
    session.press(Keys.control("u"))
    try session.see("资讯 23/60")
  }

  @Test func openingMarksReadAndUndoTakesItBack() throws {
    session.press(Keys.enter)
    try session.seeSelected("▶○")
    try session.see("未读 59")
    session.press("q")
    session.press("u")
    try session.seeSelected("▶●")
    try session.see("已恢复为未读", "未读 60")
  }

  @Test func theReaderIsPagedThroughAndGoesOnToTheNextArticle() throws {
    session.press(Keys.enter)
    try session.see("阅读 · 1/3")
    session.press(" ")
    try session.see("阅读 · 2/3")
    session.press("G")
    try session.see("阅读 · 3/3", "第1篇正文结尾", "▍后续安排")
    session.press("]")
    try session.see("阅读 · 1/3", "第2篇正文开头")
    // An article is opened where it was left.
    session.press("[")
    try session.see("第1篇正文结尾")
    session.press("gg")
    try session.see("第1篇正文开头")
    session.press("z")
    try session.seeNoMore("资讯", "统计")
    #expect(session.screen.text.contains("第1篇正文开头"))
    session.press("z")
    try session.see("资讯", "统计")
    session.press("q")
    session.press("j")
    try session.seeSelected(InventedNews.title(2))
  }

  @Test func wordsAreFoundInTheArticle() throws {
    session.press(Keys.enter)
    try session.see("阅读 · 1/3")
    session.press("/灯塔")
    try session.see("灯塔计划", "/灯塔")
    session.press(Keys.enter)
    try session.see("Esc 返回", "灯塔计划")
    session.press("gg")
    try session.see("第1篇正文开头")
    session.press("n")
    try session.see("灯塔计划")
    session.press("/没有这个词" + Keys.enter)
    try session.see("未找到")
  }

  @Test func starsAndReadMarksAreSetByHand() throws {
    session.press("s")
    try session.seeSelected("▶●★")
    try session.see("星标 1")
    session.press("m")
    try session.seeSelected("▶○★")
    session.press("s")
    try session.seeSelected("▶○ ")
    session.press("u")
    try session.seeSelected("▶○★")
    session.press("J")
    try session.seeSelected(InventedNews.title(2))
  }

  @Test func allIsMarkedReadAfterAQuestionAndComesBack() throws {
    session.press("A")
    try session.see("将60条新闻标为已读？")
    session.press("n")
    try session.seeNoMore("标为已读？")
    #expect(session.screen.text.contains("未读 60"))
    session.press("A")
    try session.see("标为已读？")
    session.press("y")
    try session.see("已将60条标为已读", "未读 0")
    #expect(!session.screen.text.contains("●"))
    session.press("u")
    try session.see("已撤销，60条已恢复", "未读 60")
    try session.seeSelected("▶●")
  }
}
