import Foundation
import NewsModel
import Testing

@Suite struct DateExpressionTests {
  /// Wednesday, 2022-06-15 12:00 in Shanghai.
  private let now = Timestamp(1_655_265_600)

  /// The range as `from … end` in Shanghai; nil where the text is not understood.
  private func range(_ text: String) throws -> String? {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    func name(_ moment: Timestamp) -> String { String(moment.iso8601(in: zone).dropLast("+08:00".count)) }
    return DateExpression(text, now: now, in: zone).map {
      name($0.range.lowerBound) + " … " + name($0.range.upperBound)
    }
  }

  @Test(arguments: [
    ("2022", "2022-01-01T00:00:00 … 2023-01-01T00:00:00"), ("2022-06", "2022-06-01T00:00:00 … 2022-07-01T00:00:00"),
    ("2022-12", "2022-12-01T00:00:00 … 2023-01-01T00:00:00"),
    ("2022-06-15", "2022-06-15T00:00:00 … 2022-06-16T00:00:00"),
    ("2022-06-15T05:42", "2022-06-15T05:42:00 … 2022-06-15T05:43:00"),
    ("2022-06-15 05:42:09", "2022-06-15T05:42:09 … 2022-06-15T05:42:10"),
    ("2022年6月15日", "2022-06-15T00:00:00 … 2022-06-16T00:00:00"),
    ("2022年6月", "2022-06-01T00:00:00 … 2022-07-01T00:00:00"),
    ("2024-02-29", "2024-02-29T00:00:00 … 2024-03-01T00:00:00"),
  ])
  func calendarNames(text: String, expected: String) throws {
    #expect(try range(text) == expected)
  }

  @Test(arguments: [
    ("now", "2022-06-15T12:00:00 … 2022-06-15T12:00:01"), ("today", "2022-06-15T00:00:00 … 2022-06-16T00:00:00"),
    ("今天", "2022-06-15T00:00:00 … 2022-06-16T00:00:00"), (" Yesterday ", "2022-06-14T00:00:00 … 2022-06-15T00:00:00"),
    ("昨天", "2022-06-14T00:00:00 … 2022-06-15T00:00:00"), ("24h", "2022-06-14T12:00:00 … 2022-06-15T12:00:01"),
    ("1d", "2022-06-15T00:00:00 … 2022-06-16T00:00:00"), ("7d", "2022-06-09T00:00:00 … 2022-06-16T00:00:00"),
    ("2w", "2022-06-02T00:00:00 … 2022-06-16T00:00:00"), ("前天", "2022-06-13T00:00:00 … 2022-06-14T00:00:00"),
    ("24小时", "2022-06-14T12:00:00 … 2022-06-15T12:00:01"), ("7天", "2022-06-09T00:00:00 … 2022-06-16T00:00:00"),
    ("2周", "2022-06-02T00:00:00 … 2022-06-16T00:00:00"), ("6m", "2021-12-15T00:00:00 … 2022-06-16T00:00:00"),
    ("6个月", "2021-12-15T00:00:00 … 2022-06-16T00:00:00"), ("1y", "2021-06-15T00:00:00 … 2022-06-16T00:00:00"),
    ("1年", "2021-06-15T00:00:00 … 2022-06-16T00:00:00"), ("18m", "2020-12-15T00:00:00 … 2022-06-16T00:00:00"),
    ("open", "2022-06-15T09:30:00 … 2022-06-15T09:30:00"), ("开盘", "2022-06-15T09:30:00 … 2022-06-15T09:30:00"),
    ("close", "2022-06-14T15:00:00 … 2022-06-14T15:00:00"), ("收盘", "2022-06-14T15:00:00 … 2022-06-14T15:00:00"),
  ])
  func namesThatDependOnNow(text: String, expected: String) throws {
    #expect(try range(text) == expected)
  }

  @Test(arguments: [
    ("2024-03-01T09:30:05Z", "2024-03-01T17:30:05 … 2024-03-01T17:30:06"),
    ("2024-03-01T09:30:05+01:00", "2024-03-01T16:30:05 … 2024-03-01T16:30:06"),
    ("2024-03-01 09:30-0330", "2024-03-01T21:00:00 … 2024-03-01T21:01:00"),
  ])
  func offsetsOutweighTheZone(text: String, expected: String) throws {
    #expect(try range(text) == expected)
  }

  @Test(arguments: [
    "2024-03-01T09:30+99:00", "2024-03-01T09:30+0", "Z", "2024-03-01Z",
    "", "soon", "-", "22-06-15", "2022-13", "2022-00-01", "2022-02-30", "2022-06-15T05", "2022-06-15T25:00",
    "2022-06-15T05:42:09:01", "0d", "-7d", "200000d", "y", "m", "100000m", "9999y", "d", "2022-06-15x", "10000",
    "2022-9223372036854775807", "2022-99999999999999999999-06", "99999999999999999999d",
  ])
  func whatNamesNoTimeIsRefused(text: String) throws {
    #expect(try range(text) == nil)
  }

  @Test func monthsAgoAreNoLongerThanTheyWere() throws {
    func first(_ text: String, on year: Int, _ month: Int, _ day: Int) throws -> String {
      let now = CivilTime(year: year, month: month, day: day, hour: 9).timestamp(in: .gmt)
      return CivilTime(try #require(DateExpression(text, now: now, in: .gmt)).range.lowerBound, in: .gmt).isoDate
    }
    #expect(try first("6m", on: 2026, 8, 31) == "2026-02-28")
    #expect(try first("1y", on: 2024, 2, 29) == "2023-02-28")
    #expect(try first("4y", on: 2024, 2, 29) == "2020-02-29")
    #expect(try first("1m", on: 2026, 1, 15) == "2025-12-15")
  }

  @Test func aMomentThatNoCalendarKnowsIsRefused() {
    let later = CivilTime(year: 2031, month: 3, day: 3).timestamp(in: .gmt)
    for text in ["open", "close", "收盘"] { #expect(DateExpression(text, now: later, in: .gmt) == nil) }
  }

  @Test func aDayOnWhichClocksChangeHasItsOwnLength() throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    func hours(_ text: String) throws -> Int64 {
      let range = try #require(DateExpression(text, now: now, in: zone)).range
      return (range.upperBound - range.lowerBound) / 3_600
    }
    #expect(try hours("2022-03-13") == 23)
    #expect(try hours("2022-11-06") == 25)
  }
}
