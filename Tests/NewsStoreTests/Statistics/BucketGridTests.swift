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

  @Test func anEmptyRangeHasNoBuckets() throws {
    let zone = try #require(TimeZone(secondsFromGMT: 0))
    #expect(BucketGrid(noon..<noon, .day, zone: zone).starts.isEmpty)
  }
}
