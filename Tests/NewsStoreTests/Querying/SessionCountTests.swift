import Foundation
import NewsModel
import Testing

@testable import NewsStore

/// Sessions are counted from roll-ups as they are counted from rows.
@Suite struct SessionCountTests {
  @Test(arguments: 1...3)
  func countsEqualThoseOfRows(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var writes = RandomWrites(store, seed: seed + 900)
    for _ in 1...40 { try writes.write() }
    let all = try store.headlines(matching: .withMuted, from: .start, limit: 100_000).headlines
    let quarter = Timestamp(RandomWrites.start.rawValue + 3 * 86_400 + 900)
    for exchange in [TradingCalendar.Exchange.sse, .nyse] {
      for session in TradingSession.allCases {
        let term = Query.session(SessionCondition(session, of: exchange))
        for query in [
          term, .not(term), .and([term, .unread]), .and([.tag("银行"), term]), .and([term, .source("晨星日报"), .read]),
          .and([term, .since(quarter), .until(quarter + 6 * 86_400)]), .and([term, .not(.muted), .starred]),
          .and([.not(term), .tag("无此标签")]),
        ] {
          let expected = all.count { Reference.matches($0, query) }
          let counted = try store.read { try SessionCount($0).count(query) }
          #expect(counted == expected, "\(query)")
          #expect(try store.count(query) == expected)
        }
      }
    }
  }

  @Test func otherQueriesAreLeftToOthers() throws {
    let temporary = try TemporaryStore()
    let session = Query.session(SessionCondition(.open, of: .sse))
    func counted(_ query: Query) throws -> Int? { try temporary.store.read { try SessionCount($0).count(query) } }
    for query in [
      .all, .tag("a"), .and([session, .text("a")]), .and([session, .since(noon + 1)]), .and([session, .muted]),
      .and([session, .tag("a"), .source("b")]), .or([session, .unread]), .and([session, .unread, .starred]),
    ] as [Query] {
      #expect(try counted(query) == nil, "\(query)")
    }
    #expect(try counted(session) == 0)
  }

  /// What no calendar knows is not walked through.
  @Test func sessionsBoundTime() throws {
    let temporary = try TemporaryStore()
    let query = Query.session(SessionCondition(.open, of: .sse))
    let conditions = try temporary.store.read { try QueryCompiler($0).compile(query).conditions }
    #expect(conditions.contains("a.id >= ?") && conditions.contains("a.id < ?"))
  }

  @Test func whatTheCalendarDoesNotKnowIsFound() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let later = TradingCalendar.of(.sse).known.upperBound
    _ = try store.save([
      .sample("日历之外的新闻", minutes: (later - noon) / 60 + 600), .sample("早于日历的新闻", minutes: -20_000_000),
      .sample("交易日的新闻", minutes: 0),
    ])
    let query = Query.and([.session(SessionCondition(.morning, of: .sse)), .not(.title("没有"))])
    #expect(try store.count(query) == 0)
    #expect(try query.beyondCalendar.map { try store.count($0) } == [1, 1])
    #expect(Query.and([.unread, .title("a")]).beyondCalendar.isEmpty)
    #expect(try store.count(.session(SessionCondition(.afternoon, of: .sse))) == 0)
    #expect(try store.count(.session(SessionCondition(.closed, of: .sse))) == 0)
    #expect(try store.count(.session(SessionCondition(.post, of: .sse))) == 1)
  }
}
