import Foundation
import Testing

/// `newstape saved`, before and after there is any news.
struct SavedCommandTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  @Test func queriesAreSavedListedRenamedMovedAndRemoved() throws {
    #expect(try run("saved", "add", "银行", "tag:银行", "is:unread").output == "saved '银行'\n")
    _ = try run("saved", "add", "本周", "since:7d")
    #expect(try run("saved").lines == ["银行\ttag:银行 is:unread", "本周\tsince:7d"])
    #expect(try run("saved", "show", "本周").output == "since:7d\n")

    _ = try run("saved", "rename", "本周", "近七天")
    _ = try run("saved", "move", "近七天", "1")
    #expect(try run("saved", "list", "--json").objects.map { $0["name"] as? String } == ["近七天", "银行"])
    #expect(try run("saved", "remove", "银行").status == 0)
    #expect(try run("saved").lines == ["近七天\tsince:7d"])
  }

  @Test func aSavedQueryIsUsedByTheOtherCommands() throws {
    _ = try run("import", "-", input: CommandLineNews.lines)
    _ = try run("saved", "add", "码头", "title:码头", "-tag:银行 OR tag:物流")
    let text = try run("saved", "show", "码头").lines.joined()
    #expect(try run("mark", text, "--star", "--dry-run").output == "1 article matches: star\n")
  }

  @Test(arguments: [
    (["add", "名", "(银行"], "parenthesis"), (["add", " ", "银行"], "a name cannot be empty"),
    (["remove", "没有"], "there is none named '没有'"), (["show", "没有"], "there is none named '没有'"),
    (["rename", "没有", "有"], "there is none named '没有'"),
  ])
  func whatCannotBeIsRefusedInWords(arguments: [String], message: String) throws {
    _ = try run("saved", "add", "有", "x")
    let result = try run.start(["saved"] + arguments).wait()
    #expect(result.status == 64)
    #expect(result.errors.contains(message))
    #expect(try run("saved").lines == ["有\tx"])
  }
}
