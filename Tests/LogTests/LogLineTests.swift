import Testing
import TextBasics

@testable import Log

@Suite struct LogLineTests {
  private func text(_ text: String) -> String { LogLine(.info, module: "Log", text, at: 0).text.string }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (1_893_456_000_007, "2030-01-01T00:00:00.007Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
  ])
  func aLineBeginsWithItsTimeInUTC(milliseconds: Int64, time: String) {
    let line = LogLine(.warning, module: "NewsStore", "the index is damaged", at: milliseconds)
    #expect(line.written(by: 4_711) == "\(time) [4711] warning NewsStore: the index is damaged")
  }

  @Test func aTextIsOneSafeLine() {
    #expect(text("one\ntwo\r\nthree\u{1b}[31m\u{202e}") == "one two three[31m")
  }

  @Test(arguments: [
    ("cannot read https://li:secret@news.example/a", "cannot read https://***@news.example/a"),
    ("https://news.example/a?id=7&token=secret failed", "https://news.example/a?id=7&token=*** failed"),
    ("https:/\u{200b}/li:secret@news.example/", "https://***@news.example/"),
  ])
  func theSecretsOfAddressesAreMasked(raw: String, masked: String) {
    #expect(text(raw) == masked)
  }

  @Test func theSecretsWithinAnErrorAreMasked() {
    struct Refused: Error { let address = "https://li:secret@news.example/" }
    #expect(!LogLine(.error, module: "Log", "refused", Refused()).text.string.contains("secret"))
  }

  @Test func aLongTextIsCut() {
    let cut = text(String(repeating: "长", count: 10_000))
    #expect(cut.hasSuffix("长…"))
    #expect(cut.count <= LogLine.longestText)
  }

  @Test func levelsAreInTheOrderOfTheirWeight() {
    #expect(LogLevel.allCases.map(\.rank) == [0, 1, 2, 3])
    #expect(LogLevel.allCases.map(\.rawValue) == ["error", "warning", "info", "debug"])
  }
}
