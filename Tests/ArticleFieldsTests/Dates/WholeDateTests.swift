import Testing

@testable import ArticleFields

/// A text that is a date and nothing else, and dates in the names of files.
@Suite struct WholeDateTests {
  @Test(arguments: [
    "2031-06-15", "(2031-06-15)", "【2031-06-15】", "| 2031-06-15 |", "- 2031-06-15 -", "· 2031-06-15", "星期日 2031-06-15",
    "Sunday, 2031-06-15", "2031-06-15 北京时间", "Published on 2031-06-15", "2031-06-15 发布", "发布于2031-06-15",
    "2031-06-15 周日", "2031-06-15 原创", "20310615", "2031年6月15日",
  ])
  func wordsThatSayNothingMayStandBesideIt(text: String) throws {
    let date = try #require(DateParsing.whole(text[...]))
    #expect([date.year ?? 0, date.month, date.day] == [2031, 6, 15])
  }

  @Test(arguments: [
    "", "6-5", "2031-06-15 公告", "公告 2031-06-15", "2031-06-15 2031-06-16", "Port 2031-06-15", "20311315", "2031061",
    "2031-06-15 05:42:09 2031-06-15 05:42:09 2031-06-15 05:42:09 x",
  ])
  func otherWordsMayNot(text: String) {
    #expect(DateParsing.whole(text[...]) == nil)
  }

  @Test(
    arguments: [
      ("20310615", nil), ("203106150542", [5, 42, 0]), ("20310615054209", [5, 42, 9]), ("20310615 05:42", [5, 42, 0]),
    ] as [(String, [Int]?)])
  func digitsWithoutMarksCountHereAlone(text: String, clock: [Int]?) throws {
    let date = try #require(DateParsing.whole(text[...]))
    #expect([date.year ?? 0, date.month, date.day] == [2031, 6, 15])
    #expect(date.clock.map { [$0.hour, $0.minute, $0.second] } == clock)
  }

  @Test func aLongTextIsNoDateWhateverItSays() {
    let blanks = String(repeating: "\u{a0}", count: 30)
    #expect(DateParsing.whole("2031-06-15 05:42") != nil)
    #expect(DateParsing.whole("2031-06-15\(blanks)05:42"[...]) == nil)
  }

  @Test(arguments: [
    ("page-2031-06-15.txt", 15), ("news/20310615_1.txt", 15), ("20311301-20310615.txt", 15),
    ("06-14/2031.06.15.html", 15), ("2031年6月15日.txt", 15), ("20310615054209.html", 15),
  ])
  func aFileIsNamedAfterItsDay(name: String, day: Int) {
    #expect(DateParsing.inFileName(name)?.day == day)
    #expect(DateParsing.inFileName(name)?.year == 2031)
  }

  @Test(arguments: ["", "06-15.txt", "page-1.txt", "99999999.txt", "203106.txt"])
  func otherNumbersOfFilesAreNoDays(name: String) {
    #expect(DateParsing.inFileName(name) == nil)
  }

  @Test func aTextIsCutByBytes() {
    #expect("港口日报"[...].prefix(bytes: 6) == "港口")
    #expect("港口日报"[...].dropFirst(bytes: 6) == "日报")
    #expect("港口"[...].prefix(bytes: 0).isEmpty && "港口"[...].dropFirst(bytes: 6).isEmpty)
  }
}
