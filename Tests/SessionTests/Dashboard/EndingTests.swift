import Glibc
import Testing

/// However the dashboard ends, the shell gets its terminal back, and the next start finds the place.
@Suite struct EndingTests {
  private let run: CommandLineRun
  private let session: DashboardSession

  init() throws {
    run = try .withNews()
    session = try DashboardSession(in: run)
    try session.see("资讯 1/60", "未读 60")
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
    try next.see("资讯", "未读 60")
  }

  @Test func whatHasBeenMarkedOutlivesTheHardestEnd() throws {
    session.press("s")
    try session.seeSelected("▶●★")
    session.terminal.send(signal: SIGKILL)
    #expect(session.exit() == .signal(SIGKILL))
    let next = try DashboardSession(in: run)
    try next.see("★", "资讯", "星标 1")
    #expect(next.quit() == .code(0))
  }

  @Test func suspendingWithoutAShellOnlyRepaints() throws {
    session.press(Keys.control("z") + "j")
    try session.seeSelected(InventedNews.title(4))
    #expect(session.screen.isAlternateScreen)
  }
}
