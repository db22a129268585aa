import Foundation
import NewsModel
import Testing

@testable import App

/// `newstape tags`: names that the reader gives to tags are rows of a file, and the store keeps the tags as they came.
@Suite struct TagsCommandTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
    try setup.withOwnLibrary(.create) { library in
      _ = try library.store.save([
        Item(title: "甲股上市", source: "晚报", published: Timestamp(1_557_100_000), tags: ["IPO", "新股"]),
        Item(title: "乙股申购", source: "晨报", published: Timestamp(1_557_100_060), tags: ["IPO", "打新"]),
        Item(title: "央行操作", source: "晨报", published: Timestamp(1_557_100_120), tags: ["央行"]),
      ])
    }
  }

  private var rows: [String] {
    get throws {
      guard FileManager.default.fileExists(atPath: setup.paths.tables) else { return [] }
      return try String(contentsOfFile: setup.paths.tables, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }

  @Test func tagsAreListedWithTheirCounts() throws {
    #expect(try setup.call("tags").lines.first == "IPO\t2\t2")
    #expect(try Set(setup.call("tags", "list").lines) == ["IPO\t2\t2", "新股\t1\t1", "打新\t1\t1", "央行\t1\t1"])
    #expect(try setup.call("tags", "--limit", "1").lines.count == 1)
    #expect(try setup.call("tags", "list", "--source", "晚报").lines.count == 2)
    let objects = try setup.call("tags", "--json", "--limit", "1").objects
    #expect(objects.first?["name"] as? String == "IPO" && objects.first?["count"] as? Int == 2)
    #expect(try setup.refusal(of: "tags", "--limit=-1").status == .usage)
  }

  @Test func aNewNameIsARow() throws {
    #expect(try setup.call("tags", "rename", "IPO", "首发上市").contains("tag IPO 首发上市"))
    #expect(try rows == ["tag\tIPO\t首发上市"])
  }

  @Test func severalTagsGoByOneName() throws {
    #expect(try setup.call("tags", "merge", "新股", "IPO", "打新").lines.count == 2)
    #expect(try rows == ["tag\tIPO\t新股", "tag\t打新\t新股"])
    // What is there already is not written again.
    #expect(try setup.call("tags", "merge", "新股", "IPO") == "")
    #expect(try rows.count == 2)
  }

  @Test func hiddenTagsComeBack() throws {
    _ = try setup.call("tags", "hide", "央行", "打新")
    #expect(try rows == ["not-tag\t央行", "not-tag\t打新"])
    #expect(try setup.call("tags", "restore", "央行").contains("not-tag 央行"))
    #expect(try rows == ["not-tag\t打新"])
  }

  @Test func restoringTakesAllRowsOfATag() throws {
    _ = try setup.call("tags", "merge", "新股", "IPO", "打新")
    _ = try setup.call("tags", "hide", "ipo")
    #expect(try setup.call("tags", "restore", "Ipo").lines.count == 2)
    #expect(try rows == ["tag\t打新\t新股"])
    #expect(try setup.call("tags", "restore", "没有") == "")
  }

  @Test func otherRowsAndCommentsStay() throws {
    let folder = URL(filePath: setup.paths.tables).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try "# mine\ntone\t爆单\t+2\n".write(toFile: setup.paths.tables, atomically: true, encoding: .utf8)
    _ = try setup.call("tags", "rename", "IPO", "新股")
    _ = try setup.call("tags", "restore", "IPO")
    #expect(try rows == ["# mine", "tone\t爆单\t+2"])
  }

  @Test func theStoreKeepsTheTags() throws {
    _ = try setup.call("tags", "merge", "新股", "IPO")
    let tags = try setup.withOwnLibrary { try $0.store.terms(.tag).map(\.name) }
    #expect(tags.contains("IPO"))
  }
}
