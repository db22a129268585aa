import Glibc
import Terminal
import Testing

/// However the dashboard ends, the shell gets its terminal back, and the next start finds the place.
@Suite struct EndingTests {
  private let run: CommandLineRun
  private let session: DashboardSession

  init() throws {
    run = try .withNews()
    session = try DashboardSession(in: run)
    try session.see("要闻 1/60", "未读 60")
    session.press("jj")
    try session.seeSelected(InventedNews.title(3))
    #expect(!session.isTerminalGivenBack)
  }

  @Test(arguments: ["q", "Q", "\u{3}"]) func keysThatQuit(key: String) throws {
    session.press(key)
    #expect(session.exit() == .code(0))
    #expect(session.isTerminalGivenBack)
    #expect(session.screen.hasUsedAlternateScreen)
    #expect(session.screen.unknown.isEmpty)
  }

  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 143)] as [(Int32, Int32)])
  func signalsThatEndIt(signal: Int32, code: Int32) throws {
    session.terminal.send(signal: signal)
    #expect(session.exit() == .code(code))
    #expect(session.isTerminalGivenBack)
    let next = try DashboardSession(in: run)
    try next.seeSelected(InventedNews.title(3))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP]) func aCrashGivesTheTerminalBack(signal: Int32) throws {
    session.terminal.send(signal: signal)
    #expect(session.exit() == .signal(signal))
    #expect(session.isTerminalGivenBack)
    #expect(session.screen.text.contains("newstape 意外终止，详情见 ~/.local/state/newstape/newstape.log"))
    let next = try DashboardSession(in: run)
    try next.see("要闻", "未读 60")
  }

  @Test func whatHasBeenMarkedOutlivesTheHardestEnd() throws {
    session.press("s")
    try session.seeSelected("▶●★")
    session.terminal.send(signal: SIGKILL)
    #expect(session.exit() == .signal(SIGKILL))
    let next = try DashboardSession(in: run)
    try next.see("★", "要闻", "星标 1")
    #expect(next.quit() == .code(0))
  }

  @Test func suspendingWithoutAShellOnlyRepaints() throws {
    session.press(Keys.control("z") + "j")
    try session.seeSelected(InventedNews.title(4))
    #expect(session.screen.isAlternateScreen)
  }
}

/// What the next start takes up.
@Suite struct RestartingTests {
  @Test func filterAndPlaceAreFoundAgain() throws {
    let run = try CommandLineRun.withNews()
    let first = try DashboardSession(in: run)
    try first.see("要闻 1/60", "未读 60")
    first.press(":tag 锂电" + Keys.enter)
    try first.see("tag:锂电", "要闻 1/20")
    first.press("jjj")
    try first.see("要闻 4/20")
    #expect(first.quit() == .code(0))

    let second = try DashboardSession(in: run)
    try second.see("tag:锂电", "要闻 4/20")
    try second.seeSelected(InventedNews.title(12))
  }

  @Test func thePageIsFoundAgain() throws {
    let run = try CommandLineRun.withNews()
    let first = try DashboardSession(in: run)
    try first.see("要闻 1/60", "未读 60")
    first.press("3]")
    try first.see("[90天]")
    #expect(first.quit() == .code(0))
    let second = try DashboardSession(in: run)
    try second.see("[90天]", "标签 · 对比前期")
    second.press("1")
    try second.see("要闻 1/60")
  }
}

/// Two programs on one store.
@Suite struct TwoProgramsTests {
  @Test func aStarInOneIsSeenInTheOther() throws {
    let run = try CommandLineRun.withNews()
    let (one, other) = (try DashboardSession(in: run), try DashboardSession(in: run))
    for session in [one, other] { try session.see("要闻 1/60", "未读 60") }
    one.press("js")
    try one.seeSelected("▶●★")
    try other.see("the star") { $0.lines.contains { $0.hasPrefix(" ●★") && $0.contains("第2号快讯") } }
    other.press("jm")
    try other.seeSelected("▶○★")
    try one.seeSelected("▶○★")
    try one.see("未读 59")
    #expect(one.quit() == .code(0))
    other.press("k")
    try other.seeSelected(InventedNews.title(1))
    #expect(other.quit() == .code(0))
  }

  @Test func newsThatComesInWaitsUntilItIsAskedFor() throws {
    let run = try CommandLineRun.withNews()
    let session = try DashboardSession(in: run)
    try session.see("要闻 1/60", "未读 60")
    session.press("jj")
    try session.seeSelected(InventedNews.title(3))
    let lines = ["甲", "乙"].map { #"{"title":"最新消息\#($0)：码头动工","text":"正文。","tags":["航运"]}"# + "\n" }.joined()
    let file = try run.write(lines, to: "new.jsonl")
    #expect(try run("import", file).status == 0)
    try session.see("新 2 条", "未读 62")
    #expect(!session.screen.text.contains("最新消息"))
    session.press(".")
    try session.see("最新消息甲：码头动工", "要闻 5/62")
    try session.seeSelected(InventedNews.title(3))
    try session.seeNoMore("新 2 条")
  }
}
