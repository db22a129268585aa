import Glibc
import Terminal
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

  @Test func coloursOf24BitsComeFromTheThemeWithoutADescriptionOfTheSystem() throws {
    let session = try DashboardSession(
      in: .withNews(), arguments: ["--theme", "gruvbox_dark"], environment: ["COLORTERM": "truecolor"])
    try session.see("未读 60")
    session.terminal.settle()
    let bytes = String(decoding: session.terminal.rawBytes, as: UTF8.self)
    // The ground and the text of that theme.
    #expect(bytes.contains("48;2;40;40;40") && bytes.contains("38;2;235;219;178"))
    #expect(!bytes.contains("8;5;"))
    #expect(session.quit() == .code(0))
    #expect(session.isTerminalGivenBack)
    #expect(TerminalBytes.findings(in: session.terminal.rawBytes).isEmpty)
  }

  @Test(arguments: [["TERM": "xterm"], ["TERM": "linux"], ["NO_COLOR": "1"]])
  func theSelectionIsSeenWithFewColoursWhateverThemeWasChosen(environment: [String: String]) throws {
    let session = try DashboardSession(in: .withNews(), arguments: ["--theme", "nord"], environment: environment)
    try session.seeSelected(InventedNews.title(1))
    session.press("j")
    try session.seeSelected(InventedNews.title(2))
    try session.see("a selection in reverse") { screen in
      screen.cells.contains { row in
        row.map(\.text).joined().contains(InventedNews.title(2))
          && row.contains { $0.style.modifiers.contains(.reverse) }
      }
    }
  }

  @Test func aListThatScrollsBesideAnArticleTakesFewBytes() throws {
    let session = try DashboardSession(in: .withNews(), environment: ["COLORTERM": "truecolor"])
    try session.see("未读 60")
    var bytes: [Int] = []
    for number in 2...40 {
      session.comeToRest()
      let before = session.terminal.rawBytes.count
      session.press("j")
      try session.seeSelected(InventedNews.title(number))
      bytes.append(session.terminal.rawBytes.count - before)
    }
    // A few steps may meet the marks of what is read from the articles' words, which appear meanwhile.
    #expect(bytes.sorted()[35] <= 1_200)
    #expect(session.screen.unknown.isEmpty)
  }

  @Test func aKeyInTwoPiecesIsOneKey() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("未读 60")
    session.press("\u{1B}")
    usleep(100_000)
    session.press("[B")
    try session.seeSelected(InventedNews.title(2))
    session.comeToRest()
    #expect(!session.screen.text.contains("全部标为已读"))
  }

  @Test func theTailOfAKeyThatComesTooLateIsNotTyped() throws {
    let session = try DashboardSession(in: .withNews(), environment: ["ESCDELAY": "20"])
    try session.see("未读 60")
    session.press("/晨星")
    try session.see("/晨星")
    session.press("\u{1B}[20")
    usleep(300_000)
    session.press("0~快讯\u{1B}[201~")
    try session.see("晨星快讯")
    session.press("\u{1B}")
    usleep(300_000)
    session.press("[A")
    session.comeToRest()
    #expect(!session.screen.text.contains("[A") && !session.screen.text.contains("已读？"))
    try session.see("未读 60")
  }
}
