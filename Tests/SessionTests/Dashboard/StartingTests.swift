import Terminal
import Testing

/// What the dashboard does first: on the sample, on a store of one's own, and where it cannot start.
@Suite struct StartingTests {
  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func withoutAStoreTheSampleIsShownInThreePanes(size: Size) throws {
    let session = try DashboardSession(in: CommandLineRun(), size: size)
    try session.see("─ 资讯 1/", "─ 阅读 · 1/", "─ 统计 · 近24小时", "未读")
    #expect(session.screen.lines[0].contains("示例新闻（内容虚构）"))
    #expect(session.screen.lines[0].contains("newstape import"))
    #expect(session.screen.selectedHeadline != nil)
    #expect(session.quit() == .code(0))
    #expect(session.screen.unknown.isEmpty)
  }

  @Test func aSmallScreenShowsTheSampleInOnePane() throws {
    let session = try DashboardSession(in: CommandLineRun(), size: Size(width: 40, height: 10))
    try session.see("资讯 1/", "▶")
    #expect(session.screen.lines[0].contains("示例新闻（内容虚构）"))
    session.press(Keys.tab)
    try session.see("阅读 · 1/")
    session.press(Keys.tab)
    try session.see("统计")
    #expect(session.quit() == .code(0))
  }

  @Test func theSampleSaysInEnglishWhatItIs() throws {
    let session = try DashboardSession(in: CommandLineRun(), environment: ["LANG": "en_GB.UTF-8"])
    try session.see("Sample news", "─ News 1/", "─ Reader · 1/", "─ Statistics · last 24 h")
    #expect(session.screen.lines[0].contains("newstape import"))
  }

  @Test func ownNewsTakesThePlaceOfTheSample() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("资讯 1/60", InventedNews.title(1), "未读 60", "第1篇正文开头")
    #expect(!session.screen.text.contains("示例"))
  }

  @Test func anEmptyStoreSaysHowToFillItAndFillsAsNewsComesIn() throws {
    let run = try CommandLineRun()
    let store = run.home + "/own.db"
    let session = try DashboardSession(in: run, arguments: ["--store", store])
    try session.see("还没有新闻。按 a 添加订阅", "newstape import")
    let news = try run.write(CommandLineNews.lines, to: "news.jsonl")
    #expect(try run("import", "--store", store, news).status == 0)
    try session.see("资讯 1/3", "虚构银行下调利率")
  }

  @Test func settingsOfTheUserHold() throws {
    let run = try CommandLineRun.withNews(count: 3)
    let settings = """
      theme = "amber"
      statistics.range = "week"
      nonsense = 1
      [keys]
      "move.next" = ["x"]
      """
    try run.write(settings, to: ".config/newstape/config.toml")
    let session = try DashboardSession(in: run)
    try session.see("nonsense", "amber", "近7天", "资讯 1/3")
    session.press("x")
    try session.seeSelected(InventedNews.title(2))
  }

  @Test func withoutATerminalThereIsOneLineThatSaysWhatToDo() throws {
    let result = try CommandLineRun()()
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors == "newstape: the dashboard needs a terminal; for scripts use newstape list\n")
  }
}
