import Foundation
import Glibc
import Terminal
import Testing

/// Articles go to other programs and to the clipboard, and the screen is as it was when they are done.
@Suite struct HandoffTests {
  private let run: CommandLineRun

  init() throws { run = try .withNews() }

  private func session(
    configuration: String = "", environment: [String: String] = [:], scripts: [String: String]
  ) throws -> DashboardSession {
    for (name, text) in scripts {
      try run.write(text, to: "bin/" + name)
    }
    try run.write("", to: "tmp/keep")
    try run.write(configuration, to: ".config/newstape/config.toml")
    let own = ["PATH": "\(run.home)/bin:/usr/bin:/bin", "TMPDIR": run.home + "/tmp"]
    let session = try DashboardSession(in: run, environment: own.merging(environment) { $1 })
    try session.see("第1篇正文开头", "未读 60")
    return session
  }

  /// Scripts are read by a shell: as programs they could not start while another test's program holds them open, as it was started
  /// when they were written.
  private func path(_ script: String) -> String { run.home + "/bin/" + script }

  private var filesLeft: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: run.home + "/tmp").filter { $0 != "keep" } }
  }

  /// Goes back from a program that has ended, with Enter where it is asked for.
  private func goBack(_ session: DashboardSession, to picture: [[VirtualTerminal.Character]]) throws {
    try session.see("a way back") { $0.isAlternateScreen || $0.text.contains("按回车返回 newstape") }
    if !session.screen.isAlternateScreen { session.press("\n") }
    try session.see(picture)
    // The picture may stand before the last bytes of the frame have come.
    try session.see("the modes of the dashboard") {
      $0.modes.isSuperset(of: [1000, 1006, 2004]) && !$0.isCursorVisible
    }
    #expect(!session.terminal.isSane)
  }

  @Test func aPipeShowsWhatTheProgramMakesOfTheArticle() throws {
    let session = try session(
      configuration: "[pipe]\nread = [\"sh\", \"\(path("reader"))\", \"{title}\"]\n",
      scripts: ["reader": "printf '%s|\\033[31m' \"$1\"; head -1; printf '\\n末行\\n'"])
    let picture = session.picture()
    session.press("|")
    let title = InventedNews.title(1)
    try session.see("\(title)|[31m\(title)", "末行", "─ read")
    session.press(Keys.escape)
    try session.see(picture)
    #expect(TerminalBytes.findings(in: session.terminal.rawBytes).isEmpty)
    #expect(try filesLeft.isEmpty)
  }

  @Test func aShareIsAnArgumentVector() throws {
    let session = try session(
      configuration: "[share]\nphone = [\"sh\", \"\(path("share"))\", \"{url}\", \"{title}; $(x)\", \"{file}\"]\n",
      scripts: ["share": "cat \"$3\" > \"$HOME/file\"; printf '%s\\n' \"$1\" \"$2\" > \"$HOME/args\""])
    session.press("X")
    try session.see("phone 已完成")
    let arguments = try String(contentsOfFile: run.home + "/args", encoding: .utf8)
    #expect(arguments == "https://news.example/1\n\(InventedNews.title(1)); $(x)\n")
    #expect(try String(contentsOfFile: run.home + "/file", encoding: .utf8).hasPrefix("## 第1号快讯"))
    #expect(try filesLeft.isEmpty)
  }

  @Test(arguments: ["E", "P"]) func editorAndPagerReturnToAnIntactScreen(key: String) throws {
    let script = "echo 打开 \"$1\"; head -1 \"$1\"; stty size; read line; echo \"<$line>\""
    let session = try session(
      environment: ["EDITOR": "sh \(path("viewer"))", "PAGER": "sh \(path("viewer"))"], scripts: ["viewer": script])
    let picture = session.picture()
    session.press(key)
    try session.see("打开 \(run.home)/tmp/newstape-", InventedNews.title(1), "40 120")
    #expect(session.screen.isCursorVisible && session.screen.modes.isDisjoint(with: [1, 1000, 1006, 2004]))
    #expect(session.terminal.isSane)
    session.press("行\n")
    try goBack(session, to: picture)
    session.press("j")
    try session.seeSelected(InventedNews.title(2))
    #expect(try filesLeft.isEmpty)
    #expect(session.quit() == .code(0))
    #expect(session.isTerminalGivenBack)
  }

  @Test func interruptingAProgramLeavesTheDashboard() throws {
    let session = try session(
      environment: ["EDITOR": "sh \(path("viewer"))"], scripts: ["viewer": "echo 等待; read line"])
    let picture = session.picture()
    session.press("E")
    try session.see("等待")
    session.press("\u{3}")
    try session.see("$EDITOR 被信号2终止", "按回车返回 newstape")
    session.press("\n")
    try session.see("$EDITOR 被信号2终止", "─ 资讯 1/60")
    session.press("\u{1B}")
    session.press("L")
    try session.see("$EDITOR 被信号2终止")
    session.press(Keys.escape)
    try session.see("─ 资讯 1/60")
    #expect(session.picture().count == picture.count)
  }

  @Test func aChangeOfSizeMeanwhileIsFollowed() throws {
    let session = try session(
      environment: ["EDITOR": "sh \(path("viewer"))"], scripts: ["viewer": "echo 等待; read line; exit 3"])
    session.press("E")
    try session.see("等待")
    session.terminal.resize(to: Size(width: 80, height: 24))
    session.press("\n")
    try session.see("失败（退出码 3）", "按回车返回 newstape")
    session.press("\n")
    try session.see("a screen of the new size") { screen in
      screen.isAlternateScreen && screen.lines[0].contains("1资讯") && screen.lines[22].contains("资讯 ›")
        && screen.lines.count == 24
    }
  }

  @Test func aCopyThatWasChangedStays() throws {
    let session = try session(
      environment: ["VISUAL": "sh \(path("viewer"))"], scripts: ["viewer": "echo 笔记 >> \"$1\"; exit 1"])
    session.press("E")
    try session.see("按回车返回 newstape")
    session.press("\n")
    try session.see("改动过的副本在 \(run.home)/tmp/newstape-")
    let folder = try #require(try filesLeft.first)
    let file = try String(contentsOfFile: "\(run.home)/tmp/\(folder)/article.md", encoding: .utf8)
    #expect(file.hasPrefix("## 第1号快讯") && file.hasSuffix("笔记\n"))
  }

  @Test func aPipeCanHaveTheTerminal() throws {
    let session = try session(
      configuration: "[pipe.look]\ncommand = [\"sh\", \"\(path("look"))\"]\noutput = \"terminal\"\n",
      scripts: ["look": "head -1; echo 问; read line < /dev/tty; echo \"<$line>\""])
    let picture = session.picture()
    session.press("|")
    try session.see(InventedNews.title(1), "问")
    session.press("答\n")
    try goBack(session, to: picture)
  }

  @Test func titleLinkAndTextGoToTheClipboard() throws {
    let session = try session(scripts: [:])
    for (key, notice) in [("y", "链接已复制"), ("Y", "标题已复制"), (Keys.control("y"), "全文已复制")] {
      session.press(key)
      try session.see(notice)
    }
    let copied = TerminalBytes(session.terminal.rawBytes).copied
    #expect(copied.prefix(2) == ["https://news.example/1", InventedNews.title(1)])
    #expect(copied.last?.hasPrefix(InventedNews.title(1) + "\n") == true)
    #expect(copied.last?.contains("第1篇正文结尾。") == true)
  }

  @Test func headlineAndLinksLeadSomewhereWhereTheReaderAsksForIt() throws {
    let session = try session(configuration: "links = \"on\"\n", scripts: [:])
    try session.see("a link") { $0.commands.contains("8;;https://news.example/1") }
    let picture = session.picture()
    session.press("?")
    try session.see("─ 帮助 ─")
    session.press(Keys.escape)
    try session.see(picture)
    session.press("j")
    try session.see("the link of the next article") { $0.commands.contains("8;;https://news.example/2") }
    #expect(session.screen.unknown.isEmpty)
    #expect(session.quit() == .code(0))
    #expect(session.isTerminalGivenBack)
  }

  @Test func anOrdinaryTerminalGetsNoLinks() throws {
    let session = try session(scripts: [:])
    session.press("jjk")
    try session.seeSelected(InventedNews.title(2))
    session.comeToRest()
    #expect(session.screen.commands.isEmpty)
  }
}
