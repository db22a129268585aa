import NewsModel
import Testing

@testable import NewsStore

/// Which range of time the statistics of a span count.
@Suite struct StatisticsSpanTests {
  private let temporary: TemporaryStore
  private let day: Int64 = 86_400

  init() throws {
    temporary = try TemporaryStore()
    _ = try temporary.store.save([
      Item(title: "三天前的虚构新闻", published: noon - 3 * day, tags: ["旧"]),
      Item(title: "今天的虚构新闻", published: noon, tags: ["新"]),
    ])
  }

  private func range(_ span: StatisticsSpan, _ query: Query = .all, now: Timestamp) throws -> Range<Timestamp> {
    try temporary.store.statistics(query, over: span, now: now, in: .gmt).request.range
  }

  @Test func freshNewsIsCountedUpToNow() throws {
    let range = try range(.day, now: noon + 5 * 3_600)
    #expect(range.upperBound == noon + 6 * 3_600)
  }

  @Test func oldNewsIsCountedUpToItsOwnEnd() throws {
    #expect(try range(.day, now: noon + 100 * day).upperBound == noon + 3_600)
    #expect(try range(.week, now: noon + 100 * day).upperBound == noon + day / 2)
    #expect(try range(.week, now: noon + 5 * day).upperBound == noon + 5 * day + day / 2)
  }

  @Test func theFilterDecidesWhatIsOld() throws {
    #expect(try range(.day, .tag("旧"), now: noon).upperBound == noon - 3 * day + 3_600)
  }

  @Test func everythingReachesFromTheOldestToTheNewest() throws {
    let statistics = try temporary.store.statistics(.all, over: .everything, now: noon + 100 * day, in: .gmt)
    #expect(statistics.request.range == noon - 3 * day - day / 2..<noon + day / 2)
    #expect(statistics.inRange.articles == 2)
    #expect(statistics.volume.map(\.count) == [1, 0, 0, 1])
  }

  private func stated(_ query: Query, now: Timestamp) throws -> StatisticsRequest {
    try temporary.store.statistics(query, over: nil, now: now, in: .gmt).request
  }

  @Test func aQueryThatSaysSinceWhenIsCountedOverItsOwnTime() throws {
    let week = try stated(.since(noon - 5 * day), now: noon + 3_600)
    #expect(week.range == noon - 5 * day - day / 2..<noon + day / 2)
    #expect(week.bucket == .day)
    let hours = try stated(.and([.since(noon - day), .until(noon)]), now: noon + 5 * day)
    #expect(hours.range == noon - day..<noon)
    #expect(hours.bucket == .hour)
  }

  @Test func whatBeginsLongBeforeTheOldestArticleBeginsWithIt() throws {
    #expect(try stated(.since(noon - 4_000 * day), now: noon).range.lowerBound == noon - 3 * day - day / 2)
  }

  @Test func aQueryThatDoesNotSaySinceWhenOrLiesAheadIsCountedWhole() throws {
    #expect(try stated(.all, now: noon).range == noon - 3 * day - day / 2..<noon + day / 2)
    #expect(try stated(.since(noon + day), now: noon).range.isEmpty == false)
  }

  @Test func aQueryThatSaysUntilWhenEndsThere() throws {
    #expect(try range(.week, .until(noon - day), now: noon).upperBound == noon - day + day / 2)
    #expect(try range(.day, .until(noon - 3 * day + 1), now: noon + 9 * day).upperBound == noon - 3 * day + 3_600)
  }

  @Test func anEmptyStoreHasStatisticsToo() throws {
    let empty = try TemporaryStore()
    let statistics = try empty.store.statistics(.all, over: .everything, now: noon, in: .gmt)
    #expect(statistics.overall.articles == 0)
  }
}
