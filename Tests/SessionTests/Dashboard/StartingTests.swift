import Foundation
import Glibc
import NewsStore
import Terminal
import Testing

/// What the dashboard does first: on the sample, on a store of one's own, and where it cannot start.
@Suite struct StartingTests {
  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func withoutAStoreTheSampleIsShownInThreePanes(size: Size) throws {
    let session = try DashboardSession(in: CommandLineRun(), size: size)
    try session.see("─ 要闻 1/", "─ 阅读 · 1/", "─ 统计 · 近24小时", "未读")
    #expect(session.screen.lines[0].contains("这是示例新闻"))
    #expect(session.screen.lines[0].contains("newstape import"))
    #expect(session.screen.selectedHeadline != nil)
    #expect(session.quit() == .code(0))
    #expect(session.screen.unknown.isEmpty)
  }

  @Test func aSmallScreenShowsTheSampleInOnePane() throws {
    let session = try DashboardSession(in: CommandLineRun(), size: Size(width: 40, height: 10))
    try session.see("要闻 1/", "▶●")
    #expect(session.screen.lines[0].contains("这是示例新闻"))
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
    try session.see("要闻 1/60", InventedNews.title(1), "未读 60", "第1篇正文开头")
    #expect(!session.screen.text.contains("示例"))
  }

  @Test func anEmptyStoreSaysHowToFillItAndFillsAsNewsComesIn() throws {
    let run = try CommandLineRun()
    let store = run.home + "/own.db"
    let session = try DashboardSession(in: run, arguments: ["--store", store])
    try session.see("还没有新闻。导入：newstape import")
    let news = try run.write(CommandLineNews.lines, to: "news.jsonl")
    #expect(try run("import", "--store", store, news).status == 0)
    try session.see("要闻 1/3", "虚构银行下调利率")
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
    try session.see("nonsense", "amber", "近7天", "要闻 1/3")
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

/// Terminals of other kinds than the usual one.
@Suite struct TerminalKindTests {
  @Test func anUnknownTerminalIsTakenForAnXterm() throws {
    let session = try DashboardSession(in: .withNews(), environment: ["TERM": "no-such-terminal"])
    try session.see("─ 要闻 1/60", "─ 阅读 · 1/", "─ 统计 ·")
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
    try session.see("─ 要闻 1/60", "─ 阅读 · 1/", "─ 统计 ·", "未读 60")
    #expect(!session.screen.hasColors)
    #expect(!TerminalBytes.hasColors(session.terminal.rawBytes))
  }

  @Test func coloursAreUsedWhereThereAreSome() throws {
    let session = try DashboardSession(in: .withNews())
    try session.see("未读 60")
    #expect(session.screen.hasColors)
    #expect(TerminalBytes.hasColors(session.terminal.rawBytes))
  }
}

/// Files in the place of the store that are none: refused in one line, and left as they are.
@Suite struct RefusedStoreTests {
  private func expectRefusal(_ bytes: Data, _ words: String, line: UInt = #line) throws {
    let run = try CommandLineRun()
    let path = run.home + "/store.db"
    try bytes.write(to: URL(fileURLWithPath: path))
    let session = try DashboardSession(in: run, arguments: ["--store", path])
    #expect(session.exit() == .code(65), "line \(line)")
    let output = String(decoding: session.terminal.rawBytes, as: UTF8.self)
    #expect(output.hasPrefix("newstape: ") && output.contains(words), "line \(line): \(output)")
    #expect(output.hasSuffix("\r\n") && output.filter(\.isNewline).count == 1, "line \(line): \(output)")
    #expect(!session.terminal.rawBytes.contains(0x1B), "line \(line)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes, "line \(line)")
  }

  /// A sound store with some of its bytes replaced.
  private func store(replacing bytes: [UInt8], at offset: Int) throws -> Data {
    let run = try CommandLineRun.withNews(count: 5)
    var data = try Data(contentsOf: URL(fileURLWithPath: InventedNews.storePath(in: run)))
    data.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    return data
  }

  @Test func aFileOfAnotherKind() throws {
    try expectRefusal(Data("只是一份会议记录。\n".utf8), "不是 newstape 的数据文件")
  }

  @Test func aDatabaseOfAnotherProgram() throws {
    // SQLite's file format, 1.3: the application id is at 68.
    try expectRefusal(store(replacing: [1, 2, 3, 4], at: 68), "不是 newstape 的数据文件")
  }

  @Test func aStoreOfANewerProgram() throws {
    // The user version is at 60.
    try expectRefusal(store(replacing: [0, 0, 3, 231], at: 60), "999")
  }

  @Test func aDamagedStore() throws {
    // The page that lists all tables.
    try expectRefusal(store(replacing: Array(repeating: 0xA5, count: 200), at: 100), "已损坏")
  }
}
