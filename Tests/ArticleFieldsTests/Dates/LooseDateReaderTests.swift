import NewsModel
import Testing

@testable import ArticleFields

/// Dates whose pieces stand in nearly any order.
@Suite struct LooseDateReaderTests {
  private func read(_ text: String) -> WrittenDate? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = LooseDateReader(bytes)
      return reader.read()
    }
  }

  private func day(_ text: String) -> [Int]? { read(text).map { [$0.time.year, $0.time.month, $0.time.day] } }

  private func clock(_ text: String) -> [Int]? {
    read(text).flatMap { $0.hasClock ? [$0.time.hour, $0.time.minute, $0.time.second] : nil }
  }

  // MARK: With the name of a month

  @Test(arguments: [
    "18 Jun 2031", "Jun 18 2031", "Jun 18, 2031", "2031 Jun 18", "2031-Jun-18", "18-Jun-31", "Wed, 18 June 2031",
    "18 Jun 131", "Wednesday the 18th of June, 2031", "18. juin 2031", "18 de junho de 2031", "18 июня 2031 г.",
    "18-VI 2031 Jun", "18Jun2031",
  ])
  func theMonthMayStandAnywhere(text: String) {
    #expect(day(text) == [2031, 6, 18])
    #expect(read(text)?.isPartial == false)
    #expect(read(text)?.isExchangeable == false)
  }

  @Test func aMonthAndItsYearAreADateInPart() {
    #expect(day("June 2031") == [2031, 6, 1])
    #expect(read("June 2031")?.isPartial == true)
    #expect(day("June 31") == nil)
    #expect(day("June") == nil)
  }

  @Test func ofTwoNamesBeforeAllNumbersTheSecondCounts() {
    #expect(day("mar. 17 juin 2031") == [2031, 6, 17])
    #expect(day("17 juin 2031, mar.") == [2031, 6, 17])
  }

  @Test func aLargeFirstNumberIsTheYear() {
    #expect(day("32 Jun 18") == [2032, 6, 18])
    #expect(day("18 Jun 32") == [2032, 6, 18])
    #expect(day("31 Jun 18") == [2018, 6, 31])
  }

  // MARK: Of numbers alone

  @Test(arguments: [
    ("2031/06/18", [2031, 6, 18], false), ("2031.6.18", [2031, 6, 18], false), ("18.06.2031", [2031, 6, 18], false),
    ("06.07.2031", [2031, 7, 6], false), ("06/18/2031", [2031, 6, 18], false), ("18/06/2031", [2031, 6, 18], false),
    ("06/07/2031", [2031, 6, 7], true), ("06/06/2031", [2031, 6, 6], false), ("31/06/18", [2031, 6, 18], true),
    ("06/18/31", [2031, 6, 18], false), ("18.06.31", [2031, 6, 18], false),
  ])
  func theSeparatorTellsTheOrder(text: String, expected: [Int], isExchangeable: Bool) {
    #expect(day(text) == expected)
    #expect(read(text)?.isExchangeable == isExchangeable)
  }

  @Test func aYearAndAMonthAreADateInPart() {
    #expect(day("2031/6") == [2031, 6, 1])
    #expect(read("2031/6")?.isPartial == true)
    #expect(day("2031/13") == nil)
    #expect(day("6/2031") == nil)
  }

  @Test(arguments: ["", "18", "1 2 3 4", "18 Jun 2031 123456", "1234567", "soon", "2031", "1 Jun 2 3 4"])
  func tooFewOrTooManyNumbersAreNoDate(text: String) { #expect(read(text) == nil) }

  // MARK: Chinese, Japanese, Korean

  @Test(arguments: [
    "2031年6月18日", "2031 年 6 月 18 号", "2031年06月18號", "31年6月18日", "120年6月18日", "民國120年6月18日", "民国 120年6月18日",
    "令和13年6月18日", "2031년 06월 18일", "六月 18日 2031年",
  ])
  func signsTellWhatANumberCounts(text: String) { #expect(day(text) == [2031, 6, 18]) }

  @Test(arguments: [("平成31年4月30日", [2019, 4, 30]), ("昭和64年1月7日", [1989, 1, 7])])
  func erasHaveTheirOwnYears(text: String, expected: [Int]) { #expect(day(text) == expected) }

  @Test(arguments: [
    ("2031年6月18日 下午3时05分", [15, 5, 0]), ("2031年6月18日下午3時5分7秒", [15, 5, 7]), ("2031年6月18日 15点", [15, 0, 0]),
    ("2031-06-18 오후 11:23:17", [23, 23, 17]), ("2031-06-18 오전 12:05", [0, 5, 0]), ("2031/06/18 午後 3:05", [15, 5, 0]),
    ("2031年6月18日 凌晨12:05", [0, 5, 0]), ("2031년 6월 18일 3시 5분", [3, 5, 0]), ("2031年6月18日 晚間8:05", [20, 5, 0]),
  ])
  func timesWithTheirSigns(text: String, expected: [Int]) {
    #expect(clock(text) == expected)
    #expect(day(text) == [2031, 6, 18])
  }

  // MARK: Times and zones

  @Test(arguments: [
    ("18 Jun 2031 05:42:09", [5, 42, 9]), ("05:42 18 Jun 2031", [5, 42, 0]), ("Jun 18, 2031 5:42:09 PM", [17, 42, 9]),
    ("Jun 18, 2031 5:42 p.m.", [17, 42, 0]), ("Jun 18, 2031 5:42 a.m.", [5, 42, 0]),
    ("Jun 18, 2031 12:05 AM", [0, 5, 0]), ("Jun 18, 2031 12:05 PM", [12, 5, 0]), ("Jun 18, 2031 15:05 PM", [15, 5, 0]),
    ("18 Jun 2031T9:15", [9, 15, 0]), ("18 Ιουν 2031 5:42 μμ", [17, 42, 0]),
  ])
  func aTimeOfDayMayStandAnywhere(text: String, expected: [Int]) {
    #expect(clock(text) == expected)
    #expect(day(text) == [2031, 6, 18])
  }

  @Test(
    arguments: [
      ("18 Jun 2031 05:42 +0800", .offset(28_800)), ("18 Jun 2031 05:42 GMT", .offset(0)),
      ("18 Jun 2031 05:42 EDT", .offset(-14_400)), ("18 Jun 2031 05:42 (EDT)", .offset(-14_400)),
      ("18 Jun 2031 05:42 GMT (EDT)", .offset(0)), ("18 Jun 2031 05:42 CST", .central),
      ("18 Jun 2031 05:42 GMT+08:00", .offset(28_800)), ("Jun 18 05:42 EDT 2031", .offset(-14_400)),
      ("18 Jun 2031 05:42 Uhr", nil), ("18 Jun 2031 05:42 (港口", nil), ("18 Jun 2031 05:42 (", nil),
      ("18 Jun 2031 EDT", nil),
    ] as [(String, WrittenZone?)])
  func aZoneStandsBehindTheTime(text: String, zone: WrittenZone?) {
    #expect(read(text)?.zone == zone)
    #expect(day(text) == [2031, 6, 18])
  }

  @Test func whatFollowsDateAndTimeSaysNothing() {
    #expect(day("18 Jun 2031 05:42:09 GMT 123456") == [2031, 6, 18])
    #expect(day("18 Jun 2031 05:42:09 +0800 7 8 9") == [2031, 6, 18])
    #expect(read("18 Jun 2031 05:42 +99:00")?.hasImpossibleOffset == true)
  }

  @Test func everyPieceOfADateMayBeCutOff() {
    let text = "Wed, 18 июня 2031年 下午 5:42:09 p.m. (GMT+08:00) America/Los_Angeles"
    for length in 0...text.utf8.count {
      let date = Array(text.utf8.prefix(length)).withUnsafeBufferPointer { bytes in
        var reader = LooseDateReader(bytes)
        return reader.read()
      }
      if let date { #expect(date.time.month == 6) }
    }
  }
}
