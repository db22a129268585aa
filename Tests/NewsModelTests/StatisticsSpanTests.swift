import Foundation
import NewsModel
import Testing

@Suite struct StatisticsSpanTests {
  @Test func aDayEndsWithTheRunningHour() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Kolkata"))
    let end = CivilTime(year: 2024, month: 3, day: 9, hour: 14, minute: 20).timestamp(in: zone)
    let (range, bucket) = StatisticsSpan.day.range(endingAt: end, oldest: end, in: zone)
    #expect(bucket == .hour)
    #expect(CivilTime(range.upperBound, in: zone) == CivilTime(year: 2024, month: 3, day: 9, hour: 15))
    #expect(CivilTime(range.lowerBound, in: zone) == CivilTime(year: 2024, month: 3, day: 8, hour: 15))
  }

  @Test(arguments: [(StatisticsSpan.week, 7), (.month, 30), (.quarter, 90), (.year, 365)])
  func longerSpansAreWholeLocalDays(span: StatisticsSpan, days: Int) throws {
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    let end = CivilTime(year: 2024, month: 3, day: 12, hour: 14).timestamp(in: zone)
    let (range, bucket) = span.range(endingAt: end, oldest: end, in: zone)
    #expect(bucket == .day)
    #expect(CivilTime(range.upperBound, in: zone) == CivilTime(year: 2024, month: 3, day: 13))
    let first = CivilTime(range.lowerBound, in: zone)
    #expect(first.hour == 0 && first.dayNumber == CivilTime(year: 2024, month: 3, day: 13).dayNumber - days)
  }

  @Test func everythingBeginsWithTheOldestArticlesDay() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let end = CivilTime(year: 2024, month: 3, day: 12, hour: 14).timestamp(in: zone)
    let oldest = CivilTime(year: 2001, month: 5, day: 6, hour: 7).timestamp(in: zone)
    let range = StatisticsSpan.everything.range(endingAt: end, oldest: oldest, in: zone).range
    #expect(CivilTime(range.lowerBound, in: zone) == CivilTime(year: 2001, month: 5, day: 6))
    #expect(!StatisticsSpan.everything.range(endingAt: end, oldest: end + 9_999_999, in: zone).range.isEmpty)
  }
}
