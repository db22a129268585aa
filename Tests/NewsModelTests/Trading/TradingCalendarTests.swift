import Foundation
import NewsModel
import Testing

@Suite struct TradingCalendarTests {
  /// A moment by the clocks of an exchange's place, such as `2026-11-27 09:30`.
  private func moment(_ text: String, _ exchange: TradingCalendar.Exchange = .sse) throws -> Timestamp {
    let zone = try #require(TimeZone(identifier: Self.zones[exchange] ?? ""))
    return try #require(DateExpression(text, now: Timestamp(0), in: zone)).range.lowerBound
  }

  private static let zones: [TradingCalendar.Exchange: String] = [
    .sse: "Asia/Shanghai", .szse: "Asia/Shanghai", .hkex: "Asia/Hong_Kong", .nyse: "America/New_York",
  ]

  private func session(_ text: String, _ exchange: TradingCalendar.Exchange = .sse) throws -> TradingSession? {
    TradingCalendar.of(exchange).session(at: try moment(text, exchange))
  }

  @Test(
    arguments: [
      ("2026-11-27 00:00", .pre), ("2026-11-27 09:20", .pre), ("2026-11-27 09:29:59", .pre),
      ("2026-11-27 09:30", .morning),
      ("2026-11-27 11:29:59", .morning), ("2026-11-27 11:30", .lunch), ("2026-11-27 13:00", .afternoon),
      ("2026-11-27 14:59:59", .afternoon), ("2026-11-27 15:00", .post), ("2026-11-27 23:59:59", .post),
      ("2026-11-28 10:00", .closed), ("2026-11-29 10:00", .closed),
    ] as [(String, TradingSession)])
  func aDayInShanghaiHasFiveSessions(time: String, expected: TradingSession) throws {
    #expect(try session(time) == expected)
    #expect(try session(time, .szse) == expected)
  }

  @Test(
    arguments: [
      ("2026-11-27 09:30", .morning), ("2026-11-27 11:45", .morning), ("2026-11-27 12:00", .lunch),
      ("2026-11-27 15:59", .afternoon), ("2026-11-27 16:00", .post), ("2026-12-24 11:59", .morning),
      ("2026-12-24 12:00", .post), ("2026-12-24 14:00", .post), ("2026-02-16 13:30", .post),
      ("2026-02-17 10:00", .closed),
      ("2026-12-25 10:00", .closed), ("2027-02-05 12:30", .post), ("2023-09-01 10:00", .closed),
    ] as [(String, TradingSession)])
  func halfDaysOfHongKongEndAtNoon(time: String, expected: TradingSession) throws {
    #expect(try session(time, .hkex) == expected)
  }

  @Test(
    arguments: [
      ("2026-11-25 03:59", .closed), ("2026-11-25 04:00", .pre), ("2026-11-25 09:30", .open),
      ("2026-11-25 12:00", .open),
      ("2026-11-25 15:59:59", .open), ("2026-11-25 16:00", .post), ("2026-11-25 20:00", .closed),
      ("2026-11-26 12:00", .closed), ("2026-11-27 12:59", .open), ("2026-11-27 13:00", .post),
      ("2026-11-27 17:00", .closed),
      ("2024-07-03 13:30", .post), ("2025-01-09 12:00", .closed), ("2012-10-29 12:00", .closed),
    ] as [(String, TradingSession)])
  func newYorkHasOneSessionAndHoursAroundIt(time: String, expected: TradingSession) throws {
    #expect(try session(time, .nyse) == expected)
  }

  @Test(arguments: [
    // Holidays that lie between weekdays, and the last and the first day of trading around them.
    "2026-02-13 10:00", "2026-02-24 10:00", "2025-10-09 10:00", "2024-02-08 10:00", "2024-02-29 10:00",
  ])
  func daysAroundHolidaysTrade(time: String) throws { #expect(try session(time) == .morning) }

  @Test(arguments: [
    "2026-02-16 10:00", "2026-02-23 10:00", "2025-10-08 10:00", "2024-02-09 10:00",
    // People worked on these weekends to make up for holidays; the exchanges were closed.
    "2026-02-14 10:00", "2026-02-28 10:00", "2025-09-28 10:00", "2024-02-04 10:00",
  ])
  func holidaysAndMakeUpWeekendsAreClosed(time: String) throws { #expect(try session(time) == .closed) }

  @Test func clocksOfNewYorkChangeWithTheSeasons() throws {
    // By UTC, as trading begins there: an hour sooner in summer. 2006 was the last year of the older rule.
    for (day, hour) in [
      ("2026-03-06", 14), ("2026-03-09", 13), ("2026-10-30", 13), ("2026-11-02", 14), ("2006-03-31", 14),
      ("2006-04-03", 13), ("2006-10-27", 13), ("2006-10-30", 14), ("2007-03-12", 13), ("2007-11-05", 14),
    ] {
      let start = try #require(DateExpression("\(day)T\(hour):30Z", now: Timestamp(0), in: .gmt)).range.lowerBound
      #expect(TradingCalendar.of(.nyse).session(at: start) == .open, "\(day)")
      #expect(TradingCalendar.of(.nyse).session(at: start - 1) == .pre, "\(day)")
    }
  }

  @Test func beyondItsEndsNothingIsKnown() throws {
    for exchange in TradingCalendar.Exchange.allCases {
      let calendar = TradingCalendar.of(exchange)
      #expect(calendar.session(at: calendar.known.lowerBound) != nil)
      #expect(calendar.session(at: calendar.known.upperBound - 1) != nil)
      for moment in [
        calendar.known.lowerBound - 1, calendar.known.upperBound, Timestamp(.max / 2), Timestamp(.min / 2),
      ] {
        #expect(calendar.session(at: moment) == nil)
        #expect(calendar.lastOpen(upTo: moment) == nil && calendar.lastClose(upTo: moment) == nil)
        for session in TradingSession.allCases {
          #expect(!SessionCondition(session, of: exchange).holds(at: moment))
        }
      }
      #expect(calendar.known.upperBound == (try moment(calendar.lastDay.isoDate, exchange)) + 86_400)
      #expect(calendar.known.lowerBound == (try moment(calendar.firstDay.isoDate, exchange)))
    }
    #expect(TradingCalendar.of(.sse).lastDay == CivilTime(year: 2026, month: 12, day: 31))
  }

  @Test func openAndCloseAreThoseOfTheLastDayWithTrading() throws {
    let shanghai = TradingCalendar.of(.sse)
    func close(_ now: String) throws -> Timestamp? { shanghai.lastClose(upTo: try moment(now)) }
    func open(_ now: String) throws -> Timestamp? { shanghai.lastOpen(upTo: try moment(now)) }
    #expect(try close("2026-11-30 09:00") == (try moment("2026-11-27 15:00")))
    #expect(try close("2026-11-30 15:00") == (try moment("2026-11-30 15:00")))
    #expect(try close("2026-02-24 08:00") == (try moment("2026-02-13 15:00")))
    #expect(try open("2026-11-30 12:00") == (try moment("2026-11-30 09:30")))
    #expect(try open("2026-11-30 09:29:59") == (try moment("2026-11-27 09:30")))
    #expect(
      TradingCalendar.of(.nyse).lastClose(upTo: try moment("2026-11-28 10:00", .nyse))
        == (try moment("2026-11-27 13:00", .nyse)))
    #expect(
      TradingCalendar.of(.hkex).lastClose(upTo: try moment("2026-12-26 10:00", .hkex))
        == (try moment("2026-12-24 12:00", .hkex)))
    // Before the first day of trading that is known there is none.
    #expect(shanghai.lastClose(upTo: try moment("2000-01-02 10:00")) == nil)
  }

  @Test func rangesOfASessionAreJoinedWhereTheyMeet() throws {
    let calendar = TradingCalendar.of(.sse)
    let week = try moment("2026-11-26 14:00")..<(try moment("2026-11-30 10:00"))
    func expected(_ pairs: [(String, String)]) throws -> [Range<Timestamp>] {
      try pairs.map { try moment($0.0)..<(try moment($0.1)) }
    }
    #expect(
      calendar.ranges(of: .open, in: week)
        == (try expected([
          ("2026-11-26 14:00", "2026-11-26 15:00"), ("2026-11-27 09:30", "2026-11-27 11:30"),
          ("2026-11-27 13:00", "2026-11-27 15:00"), ("2026-11-30 09:30", "2026-11-30 10:00"),
        ])))
    #expect(calendar.ranges(of: .closed, in: week) == (try expected([("2026-11-28", "2026-11-30")])))
    let end = try moment("2026-12-31 14:00")..<(try moment("2027-03-01"))
    #expect(calendar.ranges(of: .post, in: end) == (try expected([("2026-12-31 15:00", "2027-01-01")])))
    #expect(calendar.ranges(of: .open, in: try moment("2027-01-05")..<(try moment("2027-03-01"))).isEmpty)
  }

  /// Every hour of all that is known, by the zones of the system: two ways of reckoning agree.
  @Test(arguments: TradingCalendar.Exchange.allCases)
  func sessionsTileWhatIsKnown(exchange: TradingCalendar.Exchange) throws {
    let calendar = TradingCalendar.of(exchange)
    let zone = try #require(TimeZone(identifier: Self.zones[exchange] ?? ""))
    let sessions = Set(calendar.sessions)
    var end = calendar.known.lowerBound
    let all = calendar.sessions.flatMap { session in
      calendar.ranges(of: session, in: calendar.known).map { (session, $0) }
    }
    for (session, range) in all.sorted(by: { $0.1.lowerBound < $1.1.lowerBound }) {
      #expect(range.lowerBound == end)
      end = range.upperBound
      // Roll-ups by quarter-hours count sessions.
      #expect(range.lowerBound.rawValue % 900 == 0)
      #expect(calendar.session(at: range.lowerBound) == session && calendar.session(at: end - 1) == session)
      let (first, last) = (CivilTime(range.lowerBound, in: zone), CivilTime(end - 1, in: zone))
      if session != .closed {
        #expect(first.weekday < 5 && first.isoDate == last.isoDate)
        #expect(sessions.contains(session))
      }
    }
    #expect(end == calendar.known.upperBound)
  }

  /// So many days with trading as the exchanges had: what a row that cannot be read would change.
  @Test(
    arguments: [
      (.sse, 2024, 242), (.sse, 2025, 243), (.sse, 2026, 242), (.hkex, 2024, 246), (.hkex, 2025, 246),
      (.hkex, 2026, 247),
      (.nyse, 2024, 252), (.nyse, 2025, 250), (.nyse, 2026, 251), (.nyse, 2027, 251),
    ] as [(TradingCalendar.Exchange, Int, Int)])
  func aYearHasItsDaysOfTrading(exchange: TradingCalendar.Exchange, year: Int, days: Int) throws {
    let range = try moment("\(year)-01-01", exchange)..<(try moment("\(year + 1)-01-01", exchange))
    #expect(TradingCalendar.of(exchange).ranges(of: .pre, in: range).count == days)
  }

  @Test func aConditionIsTheSameWrittenAsANumber() {
    var codes: Set<Int64> = []
    for exchange in TradingCalendar.Exchange.allCases {
      for session in TradingSession.allCases {
        let condition = SessionCondition(session, of: exchange)
        #expect(SessionCondition(code: condition.code) == condition)
        codes.insert(condition.code)
      }
    }
    #expect(codes.count == TradingCalendar.Exchange.allCases.count * TradingSession.allCases.count)
    #expect(SessionCondition(code: -1) == nil && SessionCondition(code: .max) == nil)
  }

  @Test func onlyNewYorkHasNoMorning() {
    for session in [TradingSession.morning, .lunch, .afternoon] {
      #expect(!TradingCalendar.of(.nyse).has(session) && TradingCalendar.of(.hkex).has(session))
    }
    for exchange in TradingCalendar.Exchange.allCases { #expect(TradingCalendar.of(exchange).has(.open)) }
    #expect(TradingCalendar.of(.nyse).sessions == [.pre, .open, .post, .closed])
  }
}
