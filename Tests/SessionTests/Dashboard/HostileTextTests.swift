import Foundation
import NewsModel
import Terminal
import Testing

/// Articles full of control sequences and invisible characters: whatever way they came in, and wherever they are shown,
/// the bytes that reach the terminal are harmless.
@Suite struct HostileTextTests {
  @Test func theDashboardSendsNothingThatANewsTextWants() throws {
    let run = try CommandLineRun()
    try InventedNews.save((1...3).map { HostileNews.item($0) }, in: run)
    let session = try DashboardSession(in: run)
    try session.see("资讯 1/6", "标题1首", "段落首", "未读")

    session.press(Keys.enter)
    try session.see("阅读 · 1/", "作者首")
    for word in ["小标题", "引文", "又一条", "表格", "次行", "图注", "又签", "相关1"] {
      session.press("/\(word)首" + Keys.enter)
      try session.see("\(word)首", "Esc 返回")
    }
    session.press("y")
    try session.see("链接已复制")
    session.press("r")
    try session.see("1/1 ─┘", "相关1首")
    session.press(Keys.enter)
    try session.see("只有标题，正文尚未收录")
    session.press("q")

    for (command, count) in [("tags", "│   标签首"), ("sources", "1/1 ─┘"), ("labels", "2/2 ─┘")] {
      session.press(":\(command)" + Keys.enter)
      try session.see(count)
      session.press(Keys.enter)
      try session.see("资讯 1/3", "筛选：")
      session.press("c")
      try session.see("筛选：全部", "资讯", "/6")
    }
    session.press("3")
    try session.see("标签 · 较前", "标签首")
    // A chart that has no place is drawn when it is selected.
    for _ in 0..<10 {
      session.press(Keys.tab + "jjj")
      try session.see("较前", "j/k 选择")
    }
    session.press("1")
    try session.see("资讯", "/6")
    session.press("/title:标题2" + Keys.enter)
    try session.see("搜索“标题：标题2” 1/1")
    #expect(session.quit() == .code(0))

    let bytes = TerminalBytes(session.terminal.rawBytes)
    #expect(bytes.findings == [])
    #expect(bytes.copied.count == 1)
    #expect(bytes.copied.allSatisfy { $0.hasPrefix("https://news.example/链接首") && $0.hasSuffix("链接尾") })
    #expect(session.screen.unknown.isEmpty)
    #expect(session.isTerminalGivenBack)
  }

  @Test func whatWasPastedIsHarmlessToo() throws {
    let session = try DashboardSession(in: .withNews(count: 3))
    try session.see("资讯 1/3", "未读 3")
    for key in ["/", "t", ":"] {
      session.press(key)
      try session.see("a cursor") { $0.isCursorVisible }
      session.press("\u{1B}[200~" + HostileNews.field("贴") + "\u{1B}[201~")
      try session.see("贴尾")
      session.press(Keys.control("c"))
      try session.see("no cursor") { !$0.isCursorVisible }
    }
    #expect(session.quit() == .code(0))
    #expect(TerminalBytes.findings(in: session.terminal.rawBytes) == [])
  }

  /// A home with hostile news from every kind of input.
  private func importedNews() throws -> CommandLineRun {
    let run = try CommandLineRun()
    let lines = HostileNews.jsonLine(HostileNews.escaped) + HostileNews.jsonLine(HostileNews.plain)
    let files = [
      try run.write(lines, to: "news/\(HostileNews.attack.filter { $0 != "\0" && $0 != "/" }.prefix(40)).jsonl"),
      try run.write(HostileNews.page, to: "news/page.txt"),
    ]
    let result = try run.start(["import"] + files).wait()
    #expect(result.status == 0)
    #expect(TerminalBytes.findings(inOutput: result.output + result.errors) == [])
    return run
  }

  @Test func importedTextIsHarmlessInTheDashboard() throws {
    let session = try DashboardSession(in: try importedNews())
    try session.see("/3", "未读 3", "title首")
    session.press("G" + Keys.enter)
    try session.see("页题首", "页二首")
    session.press("[")
    try session.see("content首")
    session.press("y")
    try session.see("链接已复制")
    #expect(session.quit() == .code(0))
    #expect(TerminalBytes.findings(in: session.terminal.rawBytes) == [])
  }

  @Test func commandsPrintNothingThatANewsTextWants() throws {
    let run = try importedNews()
    try InventedNews.save([HostileNews.item(1)], in: run)
    let page = try run.write(HostileNews.page, to: "page.txt")
    let commands = [["list"], ["show", "1"], ["show", "4"], ["tags"], ["sources"], ["stats"], ["parse", page]]
    for command in commands {
      for flags in [[], ["--json"]] {
        let result = try run.start(command + flags).wait()
        #expect(result.status == 0, "\(command)")
        #expect(TerminalBytes.findings(inOutput: result.output + result.errors) == [], "\(command + flags)")
        #expect(result.output.contains("首") && result.output.contains("尾"), "\(command + flags)")
        if !flags.isEmpty { #expect(try !result.objects.isEmpty, "\(command)") }
      }
    }
  }

  @Test func commandsOnATerminalAreHarmlessToo() throws {
    let run = try CommandLineRun()
    try InventedNews.save([HostileNews.item(1)], in: run)
    for command in [["list"], ["show", "1"], ["tags"], ["sources"], ["stats"]] {
      let session = try DashboardSession(in: run, arguments: command)
      #expect(session.exit() == .code(0), "\(command)")
      #expect(session.screen.text.contains("首"), "\(command)")
      #expect(TerminalBytes.findings(in: session.terminal.rawBytes) == [], "\(command)")
    }
  }

  @Test func wordsOfTheUserComeBackHarmless() throws {
    let run = try CommandLineRun.withNews(count: 1)
    let attack = HostileNews.attack.filter { $0 != "\0" }
    let failures = [
      ["show", attack], ["list", "--since", attack], ["--store", run.home + "/" + attack, "list"], [attack],
    ]
    for arguments in failures {
      let result = try run.start(arguments).wait()
      #expect(result.status != 0)
      #expect(result.errors.hasPrefix("newstape: "))
      #expect(TerminalBytes.findings(inOutput: result.errors + result.output) == [])
    }
  }
}
