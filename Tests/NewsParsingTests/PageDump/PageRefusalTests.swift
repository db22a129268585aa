import NewsModel
import Testing

@testable import NewsParsing

@Suite struct PageRefusalTests {
  @Test func emptyInput() {
    #expect(refusal([]) == .empty)
    #expect(refusal(Array(" \n\t\r\n　\n".utf8)) == .empty)
    #expect(refusal([0xef, 0xbb, 0xbf]) == .empty)
  }

  @Test func binaryInput() throws {
    #expect(refusal([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]) == .binary)
    var generator = SystemRandomNumberGenerator()
    let noise = (0..<10_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(refusal(noise) == .binary)
  }

  @Test func enormousInput() {
    var small = context()
    small.sizeLimit = 1_000
    #expect(refusal(Array(repeating: 65, count: 1_001), small) == .tooLarge(limit: 1_000))
  }

  @Test func textThatIsNoArticle() throws {
    #expect(refusal(try Fixture.bytes("not-an-article.txt")) == .notAnArticle)
    #expect(refusal(Array("404 Not Found\n\nThe page that you asked for was not found on this server.".utf8)) == .notAnArticle)
    #expect(refusal(Array("首页\n财经\n股票\n基金\n登录\n".utf8)) != nil)
  }

  @Test func runningTextWithoutHeadline() {
    let sentence = "这一行没有标题也没有任何字段,只是一大段连续的文字,它远远超过了任何标题可能有的长度。"
    #expect(refusal(Array(String(repeating: sentence, count: 10).utf8)) == .noTitle)
  }

  @Test func refusalNamesTheFile() {
    let result = NewsParser.parsePage([], context: context(fileName: "pages/empty.txt"))
    #expect(result == .failure(ParseRefusal(.empty, path: "pages/empty.txt")))
  }

  /// Each of these once made some parser of the field slow or crash.
  @Test(
    arguments: [
      String(repeating: "(", count: 200_000), String(repeating: "【", count: 100_000), String(repeating: "标签:", count: 50_000),
      String(repeating: "来源:x ", count: 50_000), String(repeating: "上一篇:a ", count: 30_000),
      String(repeating: "2031-06-15 ", count: 30_000), String(repeating: "&", count: 200_000),
      String(repeating: "猜你喜欢\n", count: 30_000), String(repeating: "a\n", count: 100_000),
      String(repeating: "1.", count: 100_000), String(repeating: "By A ", count: 40_000),
    ])
  func hostileTextTakesLinearTime(_ text: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = NewsParser.parsePage(Array(("标题一则\n来源:某报\n" + text).utf8), context: context()) }
    #expect(time < .seconds(20))
  }
}
