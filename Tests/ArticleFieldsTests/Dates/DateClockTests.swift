import Testing

@testable import ArticleFields

/// Times of day, alone and beside a day, with their zones.
@Suite struct DateClockTests {
  private typealias Clock = FoundDate.Clock

  private func parts(_ clock: FoundDate.Clock?) -> [Int]? { clock.map { [$0.hour, $0.minute, $0.second] } }

  // MARK: Alone

  @Test(arguments: [
    ("05:42", [5, 42, 0]), ("5:42:09", [5, 42, 9]), ("5:42:09.5", [5, 42, 9]), ("5:42:09,123", [5, 42, 9]),
    ("０５：４２", [5, 42, 0]), ("(05:42)", [5, 42, 0]), ("00:00", [0, 0, 0]), ("23:59:60", [23, 59, 60]),
    ("5:42 PM", [17, 42, 0]), ("5:42pm", [17, 42, 0]), ("5:42 p.m.", [17, 42, 0]), ("5:42 a.m", [5, 42, 0]),
    ("12:00 AM", [0, 0, 0]), ("12:00 PM", [12, 0, 0]), ("17:42 PM", [17, 42, 0]), ("下午3:05", [15, 5, 0]),
    ("上午9:05", [9, 5, 0]), ("晚上 8点", [20, 0, 0]), ("中午12:30", [12, 30, 0]), ("凌晨12:05", [0, 5, 0]),
    ("早8:05", [8, 5, 0]), ("晚8:05", [20, 5, 0]), ("5时42分", [5, 42, 0]), ("5时42分7秒", [5, 42, 7]), ("15点", [15, 0, 0]),
    ("18h45", [18, 45, 0]),
  ])
  func aTimeOfDayInItsForms(text: String, expected: [Int]) {
    #expect(parts(DateParsing.clock(text[...])) == expected)
  }

  @Test(arguments: [
    "", "24:00", "05:60", "05:42:61", "05:4", "5:4", "123:45", "0542", "5.42", "05:42 x", "05:42 PMs", "05:42 am.x",
    "09:30-11:30", "5时42", "18h4", "下午", "05:42:09 2031-06-15 05:42", "x05:42",
  ])
  func anythingElseIsNone(text: String) {
    #expect(DateParsing.clock(text[...]) == nil)
  }

  @Test(arguments: [
    ("05:42Z", 0), ("05:42 UTC", 0), ("05:42 GMT+8", 28_800), ("05:42+08:00", 28_800), ("05:42:09 +0800", 28_800),
    ("05:42:09-04:00", -14_400), ("05:42 -0400", -14_400), ("05:42 EDT", -14_400), ("05:42+5:30", 19_800),
    ("05:42+15:00", 54_000), ("05:42 hkt", 28_800),
  ])
  func aZoneStandsBehindIt(text: String, offset: Int) {
    #expect(DateParsing.clock(text[...])?.offset == offset)
  }

  @Test(arguments: ["05:42+15:01", "05:42+080", "05:42+08001", "05:42 XYZ", "05:42 EST+1"])
  func noZoneIsLikeThese(text: String) {
    #expect(DateParsing.clock(text[...]) == nil)
  }

  @Test func withoutAZoneNoneIsSaid() {
    #expect(DateParsing.clock("05:42").map { $0.offset == nil } == true)
  }

  // MARK: Beside a day

  @Test(arguments: [
    ("2031-06-15 05:42:09 +0800 港口日报", "2031-06-15 05:42:09 +0800"),
    ("2031-06-15T05:42:09.5Z。", "2031-06-15T05:42:09.5Z"), ("于2031年6月15日 星期日 5时42分9秒发布", "2031年6月15日 星期日 5时42分9秒"),
    ("2031-06-15 (周日) 05:42", "2031-06-15 (周日) 05:42"), ("2031-06-15（星期日）上午05:42", "2031-06-15（星期日）上午05:42"),
    ("2031-06-15 | 05:42", "2031-06-15 | 05:42"), ("2031-06-15，05:42", "2031-06-15，05:42"),
    ("2031年6月15日北京时间05:42", "2031年6月15日北京时间05:42"), ("June 15, 2031 at 5:42 a.m. ET", "June 15, 2031 at 5:42 a.m."),
    ("15 Jun 2031, Sun, 05:42 GMT", "15 Jun 2031, Sun, 05:42 GMT"),
    ("15. Juni 2031 um 5.42 Uhr", "15. Juni 2031 um 5.42"), ("15 juin 2031 à 5h42", "15 juin 2031 à 5h42"),
    ("15 de junio de 2031 a las 5:42", "15 de junio de 2031 a las 5:42"),
    ("2031-06-15\u{a0}05:42", "2031-06-15\u{a0}05:42"), ("2031-06-15 05:42-06:30", "2031-06-15 05:42"),
    ("Sun 05:42 2031-06-15 x", "05:42 2031-06-15"), ("05:42, Sun, Jun 15, 2031", "05:42, Sun, Jun 15, 2031"),
    ("05:42 Jun. 15, 2031", "05:42 Jun. 15, 2031"),
  ])
  func aTimeBelongsToTheDayBesideIt(text: String, words: String) throws {
    let text = text[...]
    let date = try #require(DateParsing.first(in: text))
    #expect(date.clock.map { [$0.hour, $0.minute] } == [5, 42])
    #expect(date.isFull)
    #expect(text.dropFirst(bytes: date.range.lowerBound).prefix(bytes: date.range.count) == words)
  }

  @Test(arguments: [
    ("2031-06-15 25:00", "2031-06-15"), ("2031-06-15 公司 05:42", "2031-06-15"), ("2031年6月15日,3家公司", "2031年6月15日"),
    ("2031-06-15 5.42", "2031-06-15"), ("05:42 公司于2031-06-15", "2031-06-15"), ("05:42 Port 2031-06-15", "2031-06-15"),
    ("05:42 and then, 2031-06-15", "2031-06-15"), ("25:00 2031-06-15", "2031-06-15"),
  ])
  func otherNumbersBesideADayAreNoTime(text: String, words: String) throws {
    let text = text[...]
    let date = try #require(DateParsing.first(in: text))
    #expect(text.dropFirst(bytes: date.range.lowerBound).prefix(bytes: date.range.count) == words)
    #expect(!date.isFull)
  }

  @Test func theTimeBehindADayCountsBeforeTheOneInFrontOfIt() {
    #expect(parts(DateParsing.first(in: "08:00 2031-06-15 05:42")?.clock) == [5, 42, 0])
  }

  @Test func aTimeIsNotTakenTwice() {
    let dates = DateParsing.all(in: "05:42 2031-06-15 2031-06-16")
    #expect(dates.map { $0.clock?.hour } == [5, nil])
  }
}
