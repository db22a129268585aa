import Configuration
import Dashboard
import Foundation
import NewsModel
import Terminal
import Testing
import TextBasics
import Wording

@testable import App

/// Articles reach other programs as arguments and files, past any shell, and nothing is left behind.
@Suite struct HandoffTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func world(_ titles: String..., environment: [String: String] = [:]) throws -> DashboardWorld {
    try home.write("", to: "tmp/keep")
    let places = ["PATH": home.path + "/bin:/usr/bin:/bin", "TMPDIR": home.path + "/tmp"]
    return try DashboardWorld(titles, places: ProgramPlaces(environment: places.merging(environment) { $1 }))
  }

  private func script(_ text: String, to name: String = "bin/program") throws {
    try home.write("#!/bin/sh\n" + text, to: name, permissions: 0o755)
  }

  /// What came of handing the newest article out.
  private func end(_ target: HandoffTarget, in world: DashboardWorld) throws -> HandoffEnd {
    let key = try #require(try world.library.store.headlines(matching: .all, from: .start, limit: 1).headlines.first)
      .key
    world.runner.handOff(HandoffRequest(key: key, target: target))
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      for case .handedOff(let end) in world.mailbox.takeAll() { return end }
      Thread.sleep(forTimeInterval: 0.002)
    }
    throw CocoaError(.fileReadUnknown)
  }

  private func output(_ end: HandoffEnd) throws -> ProgramOutput {
    guard case .ran(let output) = end else { throw CocoaError(.fileReadUnknown) }
    return output
  }

  private var filesLeft: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: home.path + "/tmp").filter { $0 != "keep" } }
  }

  @Test func theArticleIsReadFromStandardInput() throws {
    let world = try world("云杉动力召回电池")
    let program = ArticleProgram(.pipe, name: "cat", command: ["cat"])
    let output = try output(try end(.program(program), in: world))
    #expect(output.failure == nil && !output.isCut)
    #expect(output.lines.first == "云杉动力召回电池")
    #expect(output.lines.contains("https://news.example/0"))
    #expect(try filesLeft.isEmpty)
  }

  @Test func placesInArgumentsAreOneArgumentEachAndNoShellSeesThem() throws {
    let world = try world("-x $(touch hit); '\"{url}\"' | 召回")
    try script("printf '<%s>\\n' \"$@\"; cat \"$4\" | head -1; ls -l \"$4\" | cut -c1-10\n")
    let command = ["program", "{title}", "{url}", "--t={title}", "{file}"]
    let program = ArticleProgram(.share, name: "s", command: command, output: .popup)
    let output = try output(try end(.program(program), in: world))
    let title = "-x $(touch hit); '\"{url}\"' | 召回"
    #expect(
      output.lines.prefix(3) == ["< \(SafeText(title))>", "<https://news.example/0>", "<--t=\(SafeText(title))>"])
    #expect(output.lines[3].string.hasSuffix("/article.md>"))
    #expect(output.lines.last == "-rw-------")
    #expect(try filesLeft.isEmpty)
  }

  @Test func aProgramThatFailsSaysWhy() throws {
    let world = try world("召回")
    try script("echo 半句; echo '没有网络\u{1B}[2J' >&2; echo 更多 >&2; exit 3\n")
    let output = try output(try end(.program(ArticleProgram(.pipe, name: "程序", command: ["program"])), in: world))
    #expect(output.lines == ["半句"])
    #expect(output.failure == "不能读取")
    let words = Words(language: .zhHans)
    #expect(words.describe(HandoffFailure.failed("程序", status: 3, complaint: "没有网络")) == "程序 失败（退出码 3）：没有网络")
    #expect(
      try end(.program(ArticleProgram(.pipe, name: "无", command: ["no-such-program"])), in: world)
        == .failed("不能读取", isProgram: true))
    #expect(try filesLeft.isEmpty)
  }

  @Test func outputIsShownUpToItsLimit() throws {
    let world = try world("召回")
    try script("yes 一行\n")
    let output = try output(try end(.program(ArticleProgram(.pipe, name: "yes", command: ["program"])), in: world))
    #expect(output.isCut && output.failure == nil)
    #expect(output.lines.count == 1_000)
  }

  @Test func aProgramWhoseTimeIsOverIsEndedWithAllThatItStarted() throws {
    let child = try ChildProgram(
      ["sh", "-c", "trap '' TERM; sleep 60 & echo $!; wait; sleep 60"], searchPath: "/usr/bin:/bin")
    let began = ContinuousClock.now
    let ended = try child.run(input: 0, ChildProgram.Limits(time: .milliseconds(200), output: 1_000)) { false }
    #expect(ended.isLate && ended.status == .signal(Int(SIGKILL)))
    #expect(ContinuousClock.now - began < .seconds(30))
    let sleeper = try #require(
      pid_t(String(decoding: ended.output, as: UTF8.self).trimmingCharacters(in: .newlines)))
    // It is nobody's child here: all that is seen of its end is that it runs no more.
    let deadline = ContinuousClock.now + .seconds(20)
    while Self.runs(sleeper), ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.005) }
    #expect(!Self.runs(sleeper))
  }

  private static func runs(_ process: pid_t) -> Bool {
    guard let status = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return false }
    return !String(decoding: status, as: UTF8.self).contains(") Z ")
  }

  @Test func whatIsLeftInTheBackgroundIsNotWaitedFor() throws {
    let child = try ChildProgram(["sh", "-c", "sleep 30 & echo 好"], searchPath: "/usr/bin:/bin")
    let began = ContinuousClock.now
    let ended = try child.run(input: 0, ChildProgram.Limits(time: .seconds(25), output: 1_000)) { false }
    #expect(ended.status == .code(0) && String(decoding: ended.output, as: UTF8.self) == "好\n")
    #expect(ContinuousClock.now - began < .seconds(20))
  }

  @Test func editorAndPagerAreThoseOfTheEnvironment() throws {
    let world = try world("召回", environment: ["EDITOR": "no", "VISUAL": "emacs -nw", "PAGER": "most  -s"])
    guard case .awaitsTerminal(let editor) = try end(.editor, in: world),
      case .awaitsTerminal(let pager) = try end(.pager, in: world)
    else { throw CocoaError(.fileReadUnknown) }
    #expect(editor.command == ["emacs", "-nw", editor.file] && editor.file.hasSuffix("/article.md"))
    #expect(pager.command == ["most", "-s", pager.file] && pager.file.hasSuffix("/article.txt"))
    #expect(try String(contentsOfFile: editor.file, encoding: .utf8).hasPrefix("## 召回"))
    #expect(try filesLeft.count == 2)
  }

  @Test func theClipboardGetsPlainText() throws {
    guard case .text(let text) = try end(.clipboard, in: try world("召回")) else { throw CocoaError(.fileReadUnknown) }
    #expect(text.string.hasPrefix("召回\n"))
  }

  @Test func aProgramOfTheTerminalRunsWhileTheScreenLetsGoOfIt() throws {
    let world = try world("云杉动力召回电池")
    let terminal = MemoryTerminal(
      world.mailbox, .type(.character("E"), when: "阅读 · 1/1"), .type(.character("Q"), when: "改动过的副本在 x"))
    let end = world.run(
      terminal,
      runInTerminal: { program in
        #expect(program.name == "$EDITOR")
        return .returned("改动过的副本在 x")
      })
    #expect(end == .quit)
    #expect(terminal.loans == 1)
  }

  @Test(arguments: [
    ("{url}", "https://a.example/"), ("--u={url}&t={title}", "--u=https://a.example/&t=-{url}"), ("{title}", " -{url}"),
    ("x{title}", "x-{url}"), ("{file}", "/tmp/a.md"), ("{ {file} {urls}", "{ /tmp/a.md {urls}"), ("", ""),
  ])
  func placesAreFilledOnce(argument: String, filled: String) throws {
    let places = ArgumentPlaces(url: "https://a.example/", title: "-{url}", file: "/tmp/a.md")
    #expect(try places.fill(argument) == filled)
  }

  @Test func whatNeedsALinkIsRefusedWithoutOne() throws {
    let places = ArgumentPlaces(url: nil, title: "召回", file: "/tmp/a.md")
    #expect(try places.fill("{title}") == "召回")
    #expect(throws: HandoffFailure.noLink) { try places.fill("x{url}") }
  }

  private func loan() -> TerminalLoan { TerminalLoan(searchPath: "/usr/bin:/bin", words: Words(language: .zhHans)) }

  private func program(_ script: String) throws -> TerminalProgram {
    let file = try ArticleFile(Array("正文".utf8), .markdown, in: home.path)
    return TerminalProgram(name: "sh", command: ["sh", "-c", script, file.path], file: file.path, readsInput: true)
  }

  @Test func aProgramInTheTerminalLeavesNothingUnlessItChangedTheCopy() throws {
    let plain = try program("read line; test \"$line\" != 正文 || exit 0")
    #expect(loan().run(plain) == .returned(nil))
    #expect(!FileManager.default.fileExists(atPath: plain.file))
    let changing = try program("echo 笔记 >> \"$0\"")
    #expect(loan().run(changing) == .returned("改动过的副本在 \(SafeText(changing.file))"))
    #expect(FileManager.default.fileExists(atPath: changing.file))
  }

  @Test func aProgramInTheTerminalThatFailsIsTold() throws {
    let failing = try program("exit 3")
    #expect(loan().run(failing) == .failed("sh 失败（退出码 3）", isProgram: false))
    let killed = try program("kill -TERM $$")
    #expect(loan().run(killed) == .failed("sh 被信号15终止", isProgram: false))
    var missing = try program("")
    missing.command = ["no-such-editor", missing.file]
    #expect(loan().run(missing) == .failed("无法启动 no-such-editor（找不到这个程序）", isProgram: false))
    for program in [failing, killed, missing] { #expect(!FileManager.default.fileExists(atPath: program.file)) }
  }
}
