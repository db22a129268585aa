import Testing

/// Terminals of other kinds than the usual one.
@Suite struct TerminalKindTests {
  @Test func anUnknownTerminalIsTakenForAnXterm() throws {
    let session = try DashboardSession(in: .withNews(), environment: ["TERM": "no-such-terminal"])
    try session.see("─ 资讯 1/60", "─ 阅读 · 1/", "─ 统计 ·")
    #expect(session.quit() == .code(0))
    #expect(session.isTerminalGivenBack)
  }

  @Test func aTerminalOnWhichNothingCanBePlacedIsRefused() throws {
    let session = try DashboardSession(in: .withNews(), environment: ["TERM": "dumb"])
    #expect(session.exit() == .code(1))
    #expect(session.screen.text.contains("TERM=xterm-256color"))
    #expect(!session.terminal.rawBytes.contains(0x1B))
    #expect(session.terminal.isSane)
  }

  @Test func aVT100ShowsTheSameLayoutInASCIIAndWithoutColours() throws {
    let session = try DashboardSession(in: .withNews(), environment: ["TERM": "vt100"])
    try session.see("- News 1/60", "- Reader · 1/", "- Statistics", InventedNews.title(1), "unread 60")
    session.press("j")
    try session.seeSelected(InventedNews.title(2))
    #expect(!session.screen.hasColors)
    #expect(session.quit() == .code(0))
    #expect(session.terminal.isSane)
    #expect(TerminalBytes.findings(in: session.terminal.rawBytes).isEmpty)
  }

  @Test func colourCanBeRefused() throws {
    let session = try DashboardSession(in: .withNews(), environment: ["NO_COLOR": "1"])
    try session.see("─ 资讯 1/60", "─ 阅读 · 1/", "─ 统计 ·", "未读 60")
    #expect(!session.screen.hasColors)
    #expect(!TerminalBytes.hasColors(session.terminal.rawBytes))
  }

  @Test func coloursAreUsedWhereThereAreSome() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("未读 60")
    // What has come may end within a character.
    session.terminal.settle()
    #expect(session.screen.hasColors)
    #expect(TerminalBytes.hasColors(session.terminal.rawBytes))
  }
}
