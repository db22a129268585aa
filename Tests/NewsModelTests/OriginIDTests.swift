import NewsModel
import Testing

@Suite struct OriginIDTests {
  @Test(arguments: [
    "", " ", "-", "--", "0", "000", "0.0", "#", "?", "N/A", "n/a", "NA", "#N/A", "<NA>", "None", "none", "NULL",
    "(null)",
    "\"null\"", "nil", "NaN", "NaT", "undefined", "Unknown", "false", "-1", "无", "暂无", "未知", "[]", "{}",
    "00000000-0000-0000-0000-000000000000",
  ])
  func whatStandsForNoneIsNoID(text: String) {
    #expect(OriginID.named(text) == nil)
  }

  @Test(arguments: [
    "1", "7", "a-1", "x", "same", "nana", "-10", "0001", "新闻", "无锡", "https://news.example/a",
    "tag:news.example,2024:a",
  ])
  func everythingElseIsOne(text: String) {
    #expect(OriginID.named(text) == text)
  }

  @Test func noTextIsNone() { #expect(OriginID.named(nil) == nil) }
}
