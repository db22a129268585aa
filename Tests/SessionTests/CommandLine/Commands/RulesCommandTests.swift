import Foundation
import Testing

/// `newstape rules`: for news that comes, and for news that is there.
struct RulesCommandTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  private func ids(_ arguments: String...) throws -> [Int] {
    try run.start(["list", "--json"] + arguments).wait().objects.compactMap { $0["id"] as? Int }
  }

  @Test func newsIsTaggedAndMutedAsItArrives() throws {
    _ = try run("rules", "add", "银行", "tag:银行", "--tag", "金融", "--star")
    _ = try run("rules", "add", "码头", "title:码头", "--mute")

    let report = try run("import", "-", input: CommandLineNews.lines).output

    #expect(report.contains("2 touched by rules"))
    #expect(try ids() == [1, 3])
    #expect(try ids("--tag", "金融", "--starred") == [1])
    #expect(
      try run("rules").lines == [
        "银行\ton\ttag:金融,star\ttag:银行", "码头\ton\tmute\ttitle:码头",
      ])
  }

  @Test func aRuleIsTriedAndAppliedToWhatIsThere() throws {
    _ = try run("import", "-", input: CommandLineNews.lines)
    _ = try run("rules", "add", "银行", "tag:银行", "--read")
    #expect(try ids("--unread") == [1, 2, 3])

    let tested = try run("rules", "test", "银行", "--limit", "1")
    #expect(tested.lines.map { $0.split(separator: "\t").first } == ["1"])
    #expect(tested.errors.contains("rule '银行' (mark read) matches 2 stored articles"))
    #expect(try ids("--unread") == [1, 2, 3])

    #expect(try run("rules", "apply", "银行").status == 64)
    #expect(try run("rules", "apply", "银行", "--yes").output.hasPrefix("2 articles changed"))
    #expect(try ids("--unread") == [3])
    _ = try run("undo")
    #expect(try ids("--unread") == [1, 2, 3])
  }

  /// Of news as it arrives nothing was known before.
  @Test func aRuleAsOfAMomentIsRefused() throws {
    let refused = try run("rules", "add", "旧", "银行 as-of:2024", "--star")
    #expect(refused.status == 64 && refused.errors.contains("as-of:"))
    #expect(try run("watch", "as-of:2024").status == 64)
  }

  @Test func rulesRestMoveAndGo() throws {
    _ = try run("rules", "add", "甲", "银行", "--star")
    _ = try run("rules", "add", "乙", "码头", "--read")
    _ = try run("rules", "disable", "甲")
    _ = try run("rules", "move", "乙", "1")
    let rules = try run("rules", "list", "--json").objects
    #expect(rules.map { $0["name"] as? String } == ["乙", "甲"])
    #expect(rules.map { $0["enabled"] as? Bool } == [true, false])
    _ = try run("import", "-", input: CommandLineNews.lines)
    #expect(try ids("--starred") == [])
    _ = try run("rules", "enable", "甲")
    #expect(try run("rules").lines.last == "甲\ton\tstar\t银行")
    _ = try run("rules", "remove", "甲")
    #expect(try run("rules").lines.count == 1)
  }

  @Test(arguments: [
    (["add", "名", "银行"], "say what to do"), (["add", "名", "(银行", "--star"], "parenthesis"),
    (["add", "名", "银行", "--tag", " "], "a name cannot be empty"), (["apply", "没有"], "there is none named"),
    (["test", "没有"], "there is none named"), (["enable", "没有"], "there is none named"),
  ])
  func whatCannotBeIsRefusedInWords(arguments: [String], message: String) throws {
    _ = try run("import", "-", input: CommandLineNews.lines)
    let result = try run.start(["rules"] + arguments).wait()
    #expect(result.status == 64)
    #expect(result.errors.contains(message))
    #expect(try run("rules").lines == [])
  }
}
