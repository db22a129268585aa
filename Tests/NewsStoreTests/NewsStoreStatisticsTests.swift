import Foundation
import NewsModel
import Testing

@testable import NewsStore

@Suite struct NewsStoreStatisticsTests {
  @Test func aDayOfTheWholeStore() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let report = try store.save([
      .sample("甲", tags: ["锂电", "年报"]), .sample("乙", minutes: 61, label: "聚焦", tags: ["锂电"]),
      .sample("丙", minutes: 62, source: nil), .sample("昨天", minutes: -24 * 60, tags: ["锂电"]),
    ])
    _ = try store.apply(StatusChange(.read, of: [report.keys[0]]))
    let request = StatisticsRequest(query: .all, range: noon..<noon + 86_400, bucket: .hour)

    let statistics = try store.statistics(request, zone: .gmt)

    #expect(statistics.overall == Totals(articles: 4, unread: 3))
    #expect(statistics.inRange == Totals(articles: 3, unread: 2))
    #expect(statistics.previousCount == 1)
    #expect(statistics.volume.count == 24)
    #expect(statistics.volume[0] == VolumeBucket(start: noon, count: 1, unread: 0))
    #expect(statistics.volume[1] == VolumeBucket(start: noon + 3_600, count: 2, unread: 2))
    #expect(
      statistics.tags == [
        TermCount(name: "锂电", count: 2, previousCount: 1, unread: 1, series: [2, 0, 0, 0, 0, 0, 0]),
        TermCount(name: "年报", count: 1, previousCount: 0, unread: 0, series: [1, 0, 0, 0, 0, 0, 0]),
      ])
    #expect(statistics.sources.map(\.name) == ["晨星日报"])
    #expect(statistics.labels.map(\.name) == ["聚焦"])
  }

  /// A source that is told by days, as it has more articles than the range and the one before have days, and one told by quarter-hours.
  @Test(arguments: ["Asia/Shanghai", "America/New_York", "Asia/Kathmandu"])
  func aLongRangeIsSummedFromDaysExactly(name: String) throws {
    let temporary = try TemporaryStore()
    let zone = try #require(TimeZone(identifier: name))
    let report = try temporary.store.save(
      (0..<400).map { .sample("新闻\($0)", minutes: $0 * 257, source: $0 % 20 == 0 ? "东港时报" : "晨星日报") })
    _ = try temporary.store.apply(
      StatusChange(.read, of: report.keys.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)))
    let headlines = try temporary.store.headlines(matching: .all, from: .start, limit: 1_000).headlines
    for days in [28, 30, 33] as [Int] {
      let end = noon + Int64(days + 33) * 86_400
      let range = StatisticsSpan.month.range(endingAt: end, oldest: noon, in: zone).range
      let request = StatisticsRequest(query: .all, range: range, bucket: .day)
      #expect(
        try temporary.store.statistics(request, zone: zone).sortedTerms
          == Reference.statistics(request, zone: zone, of: headlines))
    }
  }

  @Test func noMoreTermsThanAskedFor() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save((0..<9).map { .sample("新闻\($0)", minutes: $0, tags: ["标签\($0)", "锂电"]) })
    for query in [Query.all, .tag("锂电"), .unread] {
      let request = StatisticsRequest(query: query, range: noon..<noon + 86_400, bucket: .hour, termLimit: 3)
      let statistics = try temporary.store.statistics(request, zone: .gmt)
      #expect(statistics.tags.map(\.name) == ["锂电", "标签0", "标签1"], "equal counts in the order of arrival")
    }
  }

  @Test func anUnknownTagHasEmptyBuckets() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])
    let request = StatisticsRequest(query: .tag("没有"), range: noon..<noon + 86_400, bucket: .hour)
    let statistics = try temporary.store.statistics(request, zone: .gmt)
    #expect(statistics.volume.count == 24 && statistics.inRange == Totals() && statistics.tags.isEmpty)
  }
}
