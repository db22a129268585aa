import Growth
import NewsModel
import ParsingSupport
import Testing

@testable import PageDumps
@testable import SourceForms

@Suite struct PageRefusalTests {
  @Test func emptyInput() {
    #expect(refusal([]) == .empty)
    #expect(refusal(Array(" \n\t\r\n　\n".utf8)) == .empty)
    #expect(refusal([0xef, 0xbb, 0xbf]) == .empty)
  }

  @Test func binaryInput() throws {
    #expect(refusal([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]) == .binary)
    let noise = (0..<10_000).map { UInt8(truncatingIfNeeded: ($0 * 2_654_435_761) >> 11) }
    #expect(refusal(noise) == .binary)
  }

  @Test func enormousInput() {
    var small = context()
    small.sizeLimit = 1_000
    #expect(refusal(Array(repeating: 65, count: 1_001), small) == .tooLarge(limit: 1_000))
  }

  @Test func textThatIsNoArticle() throws {
    #expect(refusal(try Fixture.bytes("not-an-article.txt")) == .notAnArticle)
    #expect(
      refusal(Array("404 Not Found\n\nThe page that you asked for was not found on this server.".utf8)) == .notAnArticle
    )
    #expect(refusal(Array("首页\n财经\n股票\n基金\n登录\n".utf8)) != nil)
  }

  @Test func runningTextWithoutHeadline() {
    let sentence = "这一行没有标题也没有任何字段,只是一大段连续的文字,它远远超过了任何标题可能有的长度。"
    #expect(refusal(Array(String(repeating: sentence, count: 10).utf8)) == .noTitle)
  }

  @Test func refusalNamesTheFile() {
    let result = PageDumpParser.parsePage([], context: context(fileName: "pages/empty.txt"))
    #expect(result == .failure(ParseRefusal(.empty, path: "pages/empty.txt")))
  }

  @Test func noSavedPageHasSoManyLines() {
    let text = "标题一则\n来源:某报\n" + String(repeating: "行\n", count: 200_000)
    #expect(refusal(Array(text.utf8)) == .notAnArticle)
  }

  /// What makes parsers slow, or overflow their stack: one thing, very often.
  private static let hostile = [
    "(", "【", "标签:", "来源:x ", "上一篇:a ", "2031-06-15 ", "&", "猜你喜欢\n", "a\n", "1.", "By A ", "记者 ", "\t", "|a", "|\n|",
    "> ", "、",
    "\u{300}", "<p ", "# ", "a  b\n", "a | b\n", "01\n", "```\n", "&amp;", "记者",
  ]

  @Test(arguments: hostile.indices) func hostileTextTakesLinearTime(_ index: Int) {
    let piece = Self.hostile[index]
    #expect(
      growsLinearly(from: 400, { Array(("标题一则\n来源:某报\n" + String(repeating: piece, count: $0)).utf8) }) { bytes in
        _ = PageDumpParser.parsePage(bytes, context: context())
      }, "\(piece.debugDescription)")
  }

  @Test(arguments: ["lanhe-energy.txt", "english-page.txt"]) func pagesCutAnywhereNeverTrap(_ name: String) throws {
    let bytes = try Fixture.bytes(name)
    for end in stride(from: 0, through: bytes.count, by: 13) {
      switch PageDumpParser.parsePage(Array(bytes[..<end]), context: context()) {
      case .success(let item): #expect(!item.title.isEmpty)
      case .failure(let refusal): #expect([.empty, .noTitle, .notAnArticle].contains(refusal.reason))
      }
    }
  }
}
