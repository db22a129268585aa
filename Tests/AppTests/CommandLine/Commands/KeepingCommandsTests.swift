import Foundation
import NewsModel
import NewsStore
import Testing

@testable import App

/// Saved queries, rules, settings, themes.
@Suite struct KeepingCommandsTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
  }

  @Test func savedQueriesAreKeptAsTyped() throws {
    #expect(try setup.call("saved", "add", "本周新股", "tag:IPO", "-港股", "since:7d") == "saved '本周新股'\n")
    _ = try setup.call("saved", "add", "铜", "铜 OR copper")
    #expect(try setup.call("saved") == "本周新股\ttag:IPO -港股 since:7d\n铜\t铜 OR copper\n")
    #expect(try setup.call("saved", "show", "本周新股") == "tag:IPO -港股 since:7d\n")
    #expect(try setup.call("saved", "list", "--json").objects.map { $0["query"] as? String }.last == "铜 OR copper")
    _ = try setup.call("saved", "move", "铜", "1")
    #expect(try setup.call("saved", "rename", "本周新股", "新股") == "saved '新股'\n")
    #expect(try setup.call("saved").lines.map { $0.split(separator: "\t")[0] } == ["铜", "新股"])
    #expect(try setup.call("saved", "remove", "铜") == "removed '铜'\n")
    #expect(try setup.call("saved").lines.count == 1)
  }

  @Test func whatIsNoQueryIsNotKept() throws {
    #expect(try setup.refusal(of: "saved", "add", "坏", "(降准").status == .usage)
    // A slip of the fingers makes no store.
    #expect(!FileManager.default.fileExists(atPath: setup.paths.store))
  }

  @Test func tagsAreRenamedMergedHiddenAndRestored() throws {
    let file = setup.paths.tables
    func rows() throws -> [String] {
      try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }
    #expect(try setup.call("tags", "merge", "新股", "IPO", "打新").lines.count == 2)
    #expect(try setup.call("tags", "rename", "旧名", "新名") == "added to your tables: tag 旧名 新名\n")
    #expect(try setup.call("tags", "hide", "广告") == "added to your tables: not-tag 广告\n")
    #expect(try rows() == ["tag\tIPO\t新股", "tag\t打新\t新股", "tag\t旧名\t新名", "not-tag\t广告"])
    // What is there already is not written twice.
    #expect(try setup.call("tags", "hide", "广告") == "")
    #expect(
      try setup.call("tags", "restore", "ipo", "广告").lines == [
        "removed from your tables: tag IPO 新股", "removed from your tables: not-tag 广告",
      ])
    #expect(try rows() == ["tag\t打新\t新股", "tag\t旧名\t新名"])
    #expect(try setup.call("tags", "restore", "没有") == "")
  }

  @Test func tablesThatAreNoTextAreNotWrittenOver() throws {
    let file = URL(filePath: setup.paths.tables)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let bytes = Data([0xFF, 0xFE, 0x41])
    try bytes.write(to: file)
    #expect(try setup.refusal(of: "tags", "hide", "广告").status == .cannotCreate)
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test func rulesAreListedWithWhatTheyDo() throws {
    let added = try setup.call("rules", "add", "广告", "title:限时", "--mute", "--tag", "广告")
    #expect(added.hasPrefix("rule '广告' is in force"))
    _ = try setup.call("rules", "add", "云岭", "云岭 OR 雲嶺", "--star")
    #expect(try setup.call("rules") == "广告\ton\ttag:广告,mute\ttitle:限时\n云岭\ton\tstar\t云岭 OR 雲嶺\n")
    #expect(try setup.call("rules", "disable", "广告") == "")
    _ = try setup.call("rules", "move", "云岭", "1")
    #expect(
      try setup.call("rules").lines.map { $0.split(separator: "\t")[..<2].joined(separator: " ") } == [
        "云岭 on", "广告 off",
      ])
    _ = try setup.call("rules", "enable", "广告")
    let objects = try setup.call("rules", "list", "--json").objects
    #expect(objects.map { $0["enabled"] as? Bool } == [true, true])
    #expect(objects[1]["actions"] as? [String] == ["tag:广告", "mute"])
    #expect(try setup.call("rules", "remove", "广告") == "removed '广告'\n")
    #expect(try setup.call("rules").lines.count == 1)
  }

  @Test func aRuleDoesSomething() throws {
    #expect(try setup.refusal(of: "rules", "add", "空", "铜").status == .usage)
    #expect(try setup.refusal(of: "rules", "add", "坏", "is:nonsense", "--star").details.count == 2)
    #expect(!FileManager.default.fileExists(atPath: setup.paths.store))
  }

  @Test func aRuleIsTriedWithoutChangingAnything() throws {
    try setup.withOwnLibrary(.create) { library in
      _ = try library.store.save(
        (0..<3).map { Item(title: "铜价第\($0)日", published: Timestamp(1_557_100_800 + Int64($0))) })
      try library.store.save(Rule(name: "铜", text: "铜", actions: [.star]))
    }
    #expect(
      try setup.call("rules", "test", "铜", "--limit", "2").lines.map { $0.split(separator: "\t").dropLast().last } == [
        "铜价第2日", "铜价第1日",
      ])
    #expect(try setup.withOwnLibrary { try $0.store.count(.starred) } == 0)
    #expect(try setup.refusal(of: "rules", "test", "铜", "--limit", "0").status == .usage)
  }

  // MARK: Settings and themes

  @Test func theSettingsAreListedWithTheirOrigins() throws {
    let setup = try home.setup("theme = \"nord\"\nfetch.proxy = \"http://me:secret@proxy.example:8080\"")
    let text = try setup.call("config")
    #expect(
      text.lines.contains { $0.hasPrefix("theme = \"nord\"") && $0.contains("# ~/.config/newstape/config.toml:2:") })
    #expect(text.lines.contains { $0.hasPrefix("language = \"auto\"") && $0.hasSuffix("# default") })
    #expect(text.contains("proxy.example") && !text.contains("secret"))
    #expect(
      text.lines.filter { $0.hasPrefix("# ") }.prefix(4).map { $0.prefix(while: { $0 != ":" }) } == [
        "# configuration file", "# your tables", "# store", "# program data",
      ])
  }

  @Test func mistakesEndTheListOfSettings() throws {
    let setup = try home.setup("mousse = true")
    let text = try written { output in
      #expect(throws: App.ExitStatus.configuration) { try ConfigCommand.parse([]).run(setup, &output) }
    }
    let last = try #require(text.lines.last)
    #expect(last.hasPrefix("# problem: ") || last.contains("mousse"))
    #expect(text.lines.count > 10)
  }

  @Test func themesAreListedWithTheOneInForce() throws {
    try home.write("\"ui.selection\" = \"#123456\"\n", to: ".config/newstape/themes/mine.toml")
    let rows = try home.setup("theme = \"nord\"").call("themes").lines.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.allSatisfy { $0.count == 4 })
    #expect(rows.filter { $0[0] == "*" }.map { $0[1] } == ["nord"])
    #expect(rows.first { $0[1] == "mine" } == ["", "mine", "user", "~/.config/newstape/themes/mine.toml"])
  }

  // MARK: Parsing

  @Test func aFileIsParsedWithoutAStore() throws {
    let file = try home.write(
      #"{"title":"云杉动力召回电池","text":"公司主动召回。","published":"2019-05-06 08:30"}"# + "\n", to: "news.jsonl")
    let object = try #require(try setup.call("parse", file).objects.first)
    #expect(object["title"] as? String == "云杉动力召回电池" && object["text"] as? String == "公司主动召回。")
    #expect(!FileManager.default.fileExists(atPath: setup.paths.store))
  }

  @Test func aFeedIsOneObjectWithItsItems() throws {
    let file = try home.write(
      """
      <rss version="2.0"><channel><title>晨星日报</title><link>https://news.example/</link>
      <item><title>第一条</title><link>/1</link></item><item><title>第二条</title></item></channel></rss>
      """, to: "feed.xml")
    let objects = try setup.call("parse", "--as", "feed", "--url", "https://news.example/rss", file).objects
    #expect(objects.count == 1 && objects[0]["title"] as? String == "晨星日报")
    let items = try #require(objects[0]["items"] as? [[String: Any]])
    #expect(items.map { $0["title"] as? String } == ["第一条", "第二条"])
    #expect(
      items[0]["url"] as? String == "https://news.example/1" || items[0]["link"] as? String == "https://news.example/1")
  }

  @Test func whatCannotBeParsedDecidesTheCode() throws {
    let empty = try home.write("", to: "empty.txt")
    #expect(throws: App.ExitStatus.badData) { try setup.call("parse", empty) }
    #expect(throws: App.ExitStatus.noInput) { try setup.call("parse", empty, home.path + "/none.txt") }
    #expect(throws: App.ExitStatus.noInput) { try setup.call("parse", home.path + "/none.txt", empty) }
  }
}
