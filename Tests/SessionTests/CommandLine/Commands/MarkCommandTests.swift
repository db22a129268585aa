import Foundation
import Terminal
import Testing

/// `newstape mark` and `newstape undo` over a small store.
struct MarkCommandTests {
  private let run: CommandLineRun

  init() throws {
    run = try CommandLineRun()
    _ = try run("import", "-", input: CommandLineNews.lines)
  }

  private func ids(_ arguments: String...) throws -> [Int] {
    try run.start(["list", "--json"] + arguments).wait().objects.compactMap { $0["id"] as? Int }
  }

  @Test func allThatMatchIsChangedAndTakenBack() throws {
    let marked = try run("mark", "tag:银行", "--read", "--tag", "金融", "--yes")
    #expect(marked.status == 0)
    #expect(marked.output == "2 articles changed; newstape undo takes it back\n")
    #expect(try ids("--unread") == [3])
    #expect(try ids("--tag", "金融") == [1, 2])

    let undone = try run("undo")
    #expect(undone.status == 0)
    #expect(undone.output.contains("mark read, tag '金融'"))
    #expect(try ids("--unread") == [1, 2, 3])
    #expect(try ids("--tag", "金融") == [])
    #expect(try run("undo").errors == "newstape: there is no change of many articles to undo\n")
  }

  @Test func mutedArticlesLeaveTheListAndComeBack() throws {
    _ = try run("mark", "title:银行", "--mute", "--yes")
    #expect(try ids() == [2, 3])
    #expect(try run("mark", "()", "--unmute", "--dry-run").output == "1 article matches: unhide\n")
    _ = try run("mark", "()", "--unmute", "--yes")
    #expect(try ids() == [1, 2, 3])
  }

  @Test func aDryRunChangesNothing() throws {
    #expect(try run("mark", "tag:银行", "--star", "--dry-run").output == "2 articles match: star\n")
    #expect(try ids("--starred") == [])
    #expect(try run("undo", "--list").output == "")
  }

  @Test func whatCanBeTakenBackIsListed() throws {
    _ = try run("mark", "-title:Harbour", "--star", "--yes")
    _ = try run("mark", "()", "--read", "--tag", "旧闻", "--yes")
    let rows = try run("undo", "--list").lines.map { $0.split(separator: "\t").dropFirst().joined(separator: " ") }
    #expect(rows == ["3 read,tag:旧闻", "2 star"])
  }

  @Test(arguments: [
    (["银行", "--read"], "add --yes to go on"), (["银行"], "say what to do"), (["--read"], "say which articles"),
    (["银行", "--read", "--unread"], "--read and --unread contradict each other"),
    (["银行", "--tag", " ", "--yes"], "a name cannot be empty"), (["(银行", "--read", "--yes"], "parenthesis"),
  ])
  func whatIsNotSaidIsNotGuessed(arguments: [String], message: String) throws {
    let result = try run.start(["mark"] + arguments).wait()
    #expect(result.status == 64)
    #expect(result.errors.contains(message))
    #expect(try ids("--unread") == [1, 2, 3])
  }

  @Test(arguments: [("y\r", 2), ("n\r", 0), ("\r", 0)])
  func onATerminalItIsAskedFirst(answer: String, changed: Int) throws {
    let terminal = try PseudoTerminal(size: Size(width: 80, height: 10))
    try terminal.spawn(
      try #require(BuiltProgram.path), ["mark", "tag:银行", "--star"],
      environment: ["HOME": run.home, "LANG": "en_US.UTF-8"])
    #expect(terminal.wait { $0.lines[0].hasPrefix("2 articles match: star. Go on? [y/N]") })
    terminal.send(answer)
    #expect(terminal.wait { $0.lines[1].contains(changed == 0 ? "nothing changed" : "2 articles changed") })
    #expect(try ids("--starred").count == changed)
  }
}
