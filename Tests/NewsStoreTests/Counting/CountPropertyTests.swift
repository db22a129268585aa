import Foundation
import NewsModel
import Testing

@testable import NewsStore

/// What the store counts on the side equals what is counted from the rows, after any writes.
@Suite struct CountPropertyTests {
  static let zones = [
    "UTC", "Asia/Shanghai", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe",
  ]

  @Test(arguments: 1...3)
  func countsEqualRecountsAfterEveryWrite(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    var writes = RandomWrites(temporary.store, seed: seed)
    for step in 1...50 {
      try writes.write()
      try #require(try temporary.store.check() == [], "seed \(seed), step \(step)")
    }
    #expect(try temporary.store.count(.withMuted) > 50)
  }

  @Test(arguments: 1...3)
  func statisticsEqualThoseMadeFromEveryHeadline(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var writes = RandomWrites(store, seed: seed + 100)
    for _ in 1...60 { try writes.write() }
    let headlines = try store.headlines(matching: .withMuted, from: .start, limit: 100_000).headlines
    let singles: [Query] = [
      .all, .muted, .term(.keyword, "产能"), .term(.topic, Topic.company.rawValue), .tag("自己的标签"), .tag("银行"),
      .source("晨星日报"), .source(""), .label("聚焦"), .tag("无此标签"),
    ]
    for name in Self.zones {
      let zone = try #require(TimeZone(identifier: name))
      for query in singles + [writes.query(depth: 2), writes.query(depth: 2)] {
        for request in Self.requests(query, zone) {
          let answer = try store.statistics(request, zone: zone)
          #expect(
            answer.sortedTerms == Reference.statistics(request, zone: zone, of: headlines), "seed \(seed), \(name)")
        }
      }
    }
  }

  @Test(arguments: 1...2)
  func sessionsEqualThoseOfEveryHeadline(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var writes = RandomWrites(store, seed: seed + 700)
    for _ in 1...40 { try writes.write() }
    let headlines = try store.headlines(matching: .withMuted, from: .start, limit: 100_000).headlines
    let now = RandomWrites.start + RandomWrites.days * 86_400
    for exchange in [TradingCalendar.Exchange.sse, .hkex, .nyse] {
      for query in [.all, .tag("银行"), .source(""), .tag("无此标签"), .text("没有"), writes.query(depth: 2)] as [Query] {
        let counts = try store.sessions(of: exchange, matching: query, over: .week, now: now, in: .gmt)
        let request = try store.statistics(query, over: .week, now: now, in: .gmt, fields: []).request
        #expect(counts.map(\.name) == TradingCalendar.of(exchange).sessions.map(\.rawValue))
        for count in counts {
          let session = try #require(TradingSession(rawValue: count.name))
          let meant = Query.and([query, .session(SessionCondition(session, of: exchange))])
          let found = headlines.filter { Reference.matches($0, meant) && request.range.contains($0.published) }
          #expect(count.count == found.count && count.unread == found.count { !$0.status.isRead }, "\(query)")
          #expect(count.series.reduce(0, +) == count.count)
        }
      }
    }
  }

  /// Hours, local days, the whole time, months, years, and a range that no roll-up can answer.
  private static func requests(_ query: Query, _ zone: TimeZone) -> [StatisticsRequest] {
    let end = RandomWrites.start + RandomWrites.days * 86_400
    let hours = StatisticsSpan.day.range(endingAt: end - 3 * 86_400 + 1_800, oldest: end, in: zone)
    let days = StatisticsSpan.week.range(endingAt: end - 2 * 86_400, oldest: end, in: zone)
    let everything = StatisticsSpan.everything.range(endingAt: end, oldest: RandomWrites.start, in: zone)
    let month = StatisticsSpan.month.range(endingAt: end + 86_400, oldest: end, in: zone)
    let half = (range: RandomWrites.start + 5 * 86_400..<end + 30 * 86_400, bucket: StatisticsBucket.day)
    let uneven = (range: RandomWrites.start + 86_461..<end - 100_000, bucket: StatisticsBucket.hour)
    let months = (range: half.range, bucket: StatisticsBucket.month)
    let years = (range: RandomWrites.start - 70 * 86_400..<end, bucket: StatisticsBucket.year)
    return [hours, days, everything, month, half, uneven, months, years].map {
      StatisticsRequest(
        query: query, range: $0.range, bucket: $0.bucket, fields: TermField.allCases, termLimit: 100)
    }
  }

  @Test(arguments: 1...2)
  func countsMadeAnewAreTheSame(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var writes = RandomWrites(store, seed: seed + 200)
    for _ in 1...30 { try writes.write() }
    let before = try TermField.allCases.map { try store.terms($0) }

    try store.rebuildCounts()

    #expect(try store.check() == [])
    #expect(try TermField.allCases.map { try store.terms($0) } == before)
  }
}
