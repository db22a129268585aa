import NewsModel
import Testing

@testable import ArticleFields
@testable import SubscriptionLists

/// The words of a line; `NewsboatURLsTests` has whole files.
@Suite struct NewsboatLineTests {
  private func read(_ text: String) -> SubscriptionList {
    Array(text.utf8).withUnsafeBytes { NewsboatURLs.read($0, context: ParsingContext(fileName: "urls")) }
  }

  /// Name and tags of the only entry.
  private func entry(_ words: String) -> [String] {
    let found = read("https://a.example/f " + words).subscriptions
    return found.count == 1 ? [found[0].name] + found[0].tags : []
  }

  @Test(arguments: [
    ("", ["a.example"]), ("航运 港口", ["a.example", "航运", "港口"]), ("  航运   港口  ", ["a.example", "航运", "港口"]),
    ("\"早间 新闻\"", ["a.example", "早间 新闻"]), ("~晨星", ["晨星"]), ("\"~晨星 日报\" 航运", ["晨星 日报", "航运"]), ("~甲 ~乙", ["乙"]),
    ("航运 航运", ["a.example", "航运"]), ("!航运 !", ["a.example", "航运"]), ("!!航运", ["a.example", "航运"]),
    ("\"\" 航运", ["a.example", "航运"]),
    ("\"甲\\\"乙\"", ["a.example", "甲\"乙"]), ("\"甲\\\\乙\"", ["a.example", "甲\\乙"]), ("甲\\乙", ["a.example", "甲\\乙"]),
    ("甲\"乙 丙\"丁", ["a.example", "甲乙 丙丁"]),
    ("航运#港口", ["a.example", "航运#港口"]),
  ])
  func wordsAreNamesAndTags(_ words: String, _ expected: [String]) {
    #expect(entry(words) == expected)
  }

  @Test func moreWordsThanAnyoneWritesAreLeftOut() {
    let words = (1...150).map { "t\($0)" }
    #expect(entry(words.joined(separator: " ")).count == 101)
  }

  @Test func aBackslashAtTheEndTakesNothing() {
    #expect(read("https://a.example/f \"甲\\").refusals.map(\.reason) == [.endsWithinEntry])
    #expect(read("\"https://a.example/f").subscriptions == [])
  }

  @Test func whatIsCutOffEndsItsLineOnly() {
    let list = read("https://a.example/f \"甲\nhttps://b.example/f 乙")
    #expect(list.subscriptions.map(\.address) == ["https://a.example/f", "https://b.example/f"])
    #expect(list.refusals.map(\.line) == [1])
  }

  @Test(arguments: ["EXEC:~/feed.sh", "Filter:cat:https://b.example", "query:a:b"])
  func commandsAreNotRunHoweverTheyAreWritten(_ line: String) {
    let list = read("https://a.example/f\n" + line)
    #expect(list.subscriptions.count == 1)
    #expect(list.refusals.count == 1 && list.refusals[0].line == 2)
    guard case .command = list.refusals[0].reason else {
      Issue.record("\(list.refusals)")
      return
    }
  }

  @Test func controlsAndColoursOfATerminalAreNoPartOfAName() {
    let list = read(String(repeating: "# 航运港口\n", count: 60) + "https://a.example/f ~晨\u{1b}[31m星\u{7}")
    let name = list.subscriptions.first?.name ?? "\u{7}"
    #expect(name.hasPrefix("晨") && !name.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test func linesMayEndAsOtherSystemsEndThem() {
    #expect(read("https://a.example/f 甲\r\nhttps://b.example/f 乙\r\n").subscriptions.map(\.tags) == [["甲"], ["乙"]])
  }

  @Test func binaryAndEmptyFilesAreRefused() {
    let binary: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0]
    #expect(
      binary.withUnsafeBytes { NewsboatURLs.read($0, context: ParsingContext()) }.refusals.map(\.reason) == [.binary])
    #expect(read(" \n").refusals.map(\.reason) == [.empty])
    #expect(read("# 航运").refusals.map(\.reason) == [.holdsNothing(.subscriptions)])
  }
}
