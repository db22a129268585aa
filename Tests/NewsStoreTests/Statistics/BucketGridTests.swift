import Foundation
import NewsModel
import Testing

@testable import NewsStore

@Suite struct BucketGridTests {
  private func grid(_ zone: String, from first: CivilTime, days: Int, _ bucket: StatisticsBucket = .day) throws
    -> BucketGrid
  {
    let zone = try #require(TimeZone(identifier: zone))
    let end = CivilTime(dayNumber: first.dayNumber + days).timestamp(in: zone)
    return BucketGrid(first.timestamp(in: zone)..<end, bucket, zone: zone)
  }

  @Test func daysWithAClockChangeHave23And25Hours() throws {
    let spring = try grid("America/New_York", from: CivilTime(year: 2024, month: 3, day: 9), days: 3)
    #expect(zip(spring.starts, spring.starts.dropFirst()).map { $1 - $0 } == [86_400, 82_800])
    let autumn = try grid("America/New_York", from: CivilTime(year: 2024, month: 11, day: 2), days: 3)
    #expect(zip(autumn.starts, autumn.starts.dropFirst()).map { $1 - $0 } == [86_400, 90_000])
  }

  @Test func hoursAreCountedFromTheRangesStart() throws {
    let hours = try grid("Asia/Kathmandu", from: CivilTime(year: 2024, month: 3, day: 9), days: 1, .hour)
    #expect(hours.starts.count == 24)
    #expect(hours.isOnQuarters)
  }

  @Test func monthsAndYearsBeginWithTheirFirstDays() throws {
    let months = try grid("America/New_York", from: CivilTime(year: 2023, month: 11, day: 20), days: 120, .month)
    let zone = try #require(TimeZone(identifier: "America/New_York"))
    #expect(
      months.starts.map { CivilTime($0, in: zone).isoDate }
        == ["2023-11-20", "2023-12-01", "2024-01-01", "2024-02-01", "2024-03-01"])
    #expect(months.isOnQuarters)
    let years = try grid("America/New_York", from: CivilTime(year: 2019, month: 1, day: 1), days: 1_000, .year)
    #expect(years.starts.map { CivilTime($0, in: zone).isoDate } == ["2019-01-01", "2020-01-01", "2021-01-01"])
    #expect(try grid("UTC", from: CivilTime(year: 2024, month: 2, day: 1), days: 29, .month).starts.count == 1)
  }

  @Test func aMomentLiesInTheBucketThatStartedLast() throws {
    let days = try grid("Asia/Shanghai", from: CivilTime(year: 2024, month: 3, day: 9), days: 7)
    for (index, start) in days.starts.enumerated() {
      #expect(days.index(of: start) == index)
      #expect(days.index(of: start + 86_399) == index)
      #expect(days.slice(of: start) == index)
    }
    #expect(days.previous.upperBound == days.range.lowerBound)
    #expect(days.previous.upperBound - days.previous.lowerBound == 7 * 86_400)
  }

  @Test func slicesOfALongRangeAreWholeUTCDays() throws {
    let days = try grid("Asia/Shanghai", from: CivilTime(year: 2024, month: 3, day: 1), days: 28)
    let slices = (0..<28 * 24).map { days.slice(of: days.range.lowerBound + $0 * 3_600) }
    #expect(Set(slices) == Set(0..<7))
    #expect(slices == slices.sorted())
    // The first UTC day begins eight hours into the local one.
    for hour in slices.indices.dropFirst() where slices[hour] != slices[hour - 1] { #expect(hour % 24 == 8) }
  }

  @Test func wholeDaysAndTheRestAreTheRange() {
    for (first, length) in [(0, 86_400), (1, 86_400), (3_600, 200_000), (-50_000, 300_000), (900, 900), (5, 0)]
      as [(Int64, Int64)]
    {
      let range = Timestamp(first)..<Timestamp(first + length)
      let whole = WholeDays(range)
      let rest = whole.rest.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) }
      #expect(rest + Int64(whole.days.count) * 86_400 == length)
      for day in whole.days { #expect(range.contains(WholeDays.start(of: day))) }
    }
  }

  @Test func anEmptyRangeHasNoBuckets() throws {
    let zone = try #require(TimeZone(secondsFromGMT: 0))
    #expect(BucketGrid(noon..<noon, .day, zone: zone).starts.isEmpty)
  }
}
