import Synchronization

/// When an exchange trades: its days, its hours, and until when both are known.
///
/// All answers are O(1) arithmetic on a table with a byte a day; no zone and no calendar of the system is asked, so that they are the
/// same wherever the program runs. It is a class because a row of a list asks for it: a value would be copied with its tables.
package final class TradingCalendar: Sendable {
  /// An exchange whose days and hours are known.
  package enum Exchange: String, Hashable, Sendable, CaseIterable {
    case sse, szse, hkex, nyse
  }

  package let exchange: Exchange
  /// From the first moment of the first day that is known up to, not including, the end of the last.
  package let known: Range<Timestamp>
  /// The first and the last day that are known.
  package let firstDay: CivilTime
  package let lastDay: CivilTime

  /// Its number.
  private let first: Int
  private let days: [Day]
  private let full: Hours
  private let short: Hours
  /// The session of each quarter-hour of a full day, then of a short one: sessions begin and end with them.
  private let quarters: [TradingSession]
  /// Seconds by which clocks are ahead of UTC in winter.
  private let offset: Int

  /// Reads the rows of `data/calendars/exchanges.txt`, which says how they are written; what is none of them is passed over, and a
  /// test holds that no row is.
  private init(_ exchange: Exchange, rows: String) {
    let rows = rows.split(separator: ",").map { $0.split(separator: " ") }
    let bounds = rows.first { $0.first == "known" }?.dropFirst().compactMap { Self.day($0) } ?? []
    let (first, last) = (bounds.first ?? 0, max(bounds.last ?? 0, bounds.first ?? 0))
    let hasSummer = rows.contains { $0.first == "summer" }
    var days = (first...last).map { day in
      var known: Day = CivilTime(dayNumber: day).weekday < 5 ? .trades : []
      if hasSummer, Self.isSummer(day) { known.insert(.isSummer) }
      return known
    }
    var (full, short, offset) = (Hours(), Hours(), 0)
    for row in rows {
      switch row.first {
      case "zone": offset = row.last.flatMap { Self.seconds($0) } ?? 0
      case "times": full.add(row)
      case "short": short.add(row)
      case "closed":
        for day in Self.days(row) where days.indices.contains(day - first) { days[day - first].remove(.trades) }
      case "half":
        for day in Self.days(row) where days.indices.contains(day - first) { days[day - first].insert(.isShort) }
      default: break
      }
    }
    self.exchange = exchange
    self.first = first
    firstDay = CivilTime(dayNumber: first)
    lastDay = CivilTime(dayNumber: last)
    self.days = days
    self.full = full
    self.short = short
    quarters = full.quarters + short.quarters
    self.offset = offset
    // No clocks go by summer time when a year begins or ends.
    known = Self.start(of: first, offset: offset)..<Self.start(of: last + 1, offset: offset)
  }

  package static func of(_ exchange: Exchange) -> TradingCalendar {
    switch exchange {
    case .sse: shanghai
    case .szse: shenzhen
    case .hkex: hongKong
    case .nyse: newYork
    }
  }

  private static let shanghai = TradingCalendar(.sse, rows: TradingCalendarRows.sse)
  private static let shenzhen = TradingCalendar(.szse, rows: TradingCalendarRows.sse)
  private static let hongKong = TradingCalendar(.hkex, rows: TradingCalendarRows.hkex)
  private static let newYork = TradingCalendar(.nyse, rows: TradingCalendarRows.nyse)
}

// MARK: - Questions

extension TradingCalendar {
  /// The session in which a moment lies; nil where the calendar does not know. It is never `open` where there is a morning and an
  /// afternoon.
  package func session(at moment: Timestamp) -> TradingSession? {
    guard known.contains(moment) else { return nil }
    let number = day(of: moment)
    let day = days[number - first]
    guard day.contains(.trades) else { return .closed }
    return quarters[(day.contains(.isShort) ? 96 : 0) + Int(moment - start(of: number)) / 900]
  }

  /// The sessions into which the days of this exchange fall, in the order of the day, what is closed last: each moment that is known
  /// lies in one of them.
  package var sessions: [TradingSession] { full.slots.map(\.session) + [.closed] }

  /// Whether the exchange has such a session.
  package func has(_ session: TradingSession) -> Bool { sessions.contains { $0.isPart(of: session) } }

  /// The last moment up to `moment` at which a day's trading began; nil where the calendar does not know.
  package func lastOpen(upTo moment: Timestamp) -> Timestamp? { last(upTo: moment, \.open) }

  /// The last moment up to `moment` at which a day's trading ended; nil where the calendar does not know.
  package func lastClose(upTo moment: Timestamp) -> Timestamp? { last(upTo: moment, \.close) }

  /// The stretches of time within `range` that lie in a session, oldest first, without those that the calendar does not know.
  package func ranges(of session: TradingSession, in range: Range<Timestamp>) -> [Range<Timestamp>] {
    let range = range.clamped(to: known)
    guard !range.isEmpty else { return [] }
    var ranges: [Range<Timestamp>] = []
    for day in day(of: range.lowerBound)...day(of: range.upperBound - 1) {
      for slot in slots(of: day) where slot.session.isPart(of: session) {
        let slot = (slot.start..<slot.end).clamped(to: range)
        guard !slot.isEmpty else { continue }
        if let last = ranges.last, last.upperBound == slot.lowerBound {
          ranges[ranges.count - 1] = last.lowerBound..<slot.upperBound
        } else {
          ranges.append(slot)
        }
      }
    }
    return ranges
  }

  private func last(upTo moment: Timestamp, _ second: KeyPath<Hours, Int>) -> Timestamp? {
    guard known.contains(moment) else { return nil }
    for day in (first...day(of: moment)).reversed() {
      guard let hours = hours(of: day) else { continue }
      let time = start(of: day) + Int64(hours[keyPath: second])
      if time <= moment { return time }
    }
    return nil
  }
}

// MARK: - Days

extension TradingCalendar {
  /// What is known of a day.
  private struct Day: OptionSet {
    var rawValue: UInt8
    static let trades = Day(rawValue: 1)
    static let isShort = Day(rawValue: 2)
    /// Clocks are an hour ahead when it begins. They change on Sundays, so that a day with trading has one offset.
    static let isSummer = Day(rawValue: 4)
  }

  /// The sessions of a day with trading, in seconds since its beginning.
  private struct Hours {
    var slots: [(session: TradingSession, range: Range<Int>)] = []

    /// The session of each quarter-hour.
    var quarters: [TradingSession] {
      (0..<96).map { quarter in slots.first { $0.range.contains(quarter * 900) }?.session ?? .closed }
    }

    private var trading: [Range<Int>] { slots.filter { $0.session.isPart(of: .open) }.map(\.range) }
    var open: Int { trading.first?.lowerBound ?? 0 }
    var close: Int { trading.last?.upperBound ?? 0 }

    /// A row such as `times pre 00:00 09:30`.
    mutating func add(_ row: [Substring]) {
      guard row.count == 4, let session = TradingSession(rawValue: String(row[1])),
        let start = TradingCalendar.seconds(row[2]), let end = TradingCalendar.seconds(row[3]), start < end
      else { return }
      slots.append((session, start..<end))
    }
  }

  private func hours(of day: Int) -> Hours? {
    let day = days[day - first]
    return day.contains(.trades) ? day.contains(.isShort) ? short : full : nil
  }

  private func start(of day: Int) -> Timestamp {
    let index = day - first
    let isSummer = days.indices.contains(index) && days[index].contains(.isSummer)
    return Self.start(of: day, offset: offset + (isSummer ? 3_600 : 0))
  }

  private static func start(of day: Int, offset: Int) -> Timestamp { Timestamp(Int64(day) * 86_400 - Int64(offset)) }

  /// The day of a moment that is known.
  private func day(of moment: Timestamp) -> Int {
    let day = Int((moment + Int64(offset)).rawValue.flooredQuotient(by: 86_400))
    return day < first + days.count - 1 && moment >= start(of: day + 1) ? day + 1 : day
  }

  /// All of a day, in its order.
  private func slots(of day: Int) -> [(session: TradingSession, start: Timestamp, end: Timestamp)] {
    let (start, end) = (start(of: day), day + 1 < first + days.count ? start(of: day + 1) : known.upperBound)
    var slots: [(session: TradingSession, start: Timestamp, end: Timestamp)] = []
    var last = start
    for slot in hours(of: day)?.slots ?? [] {
      let (from, to) = (start + Int64(slot.range.lowerBound), start + Int64(slot.range.upperBound))
      if from > last { slots.append((.closed, last, from)) }
      slots.append((slot.session, from, to))
      last = to
    }
    if end > last { slots.append((.closed, last, end)) }
    return slots
  }
}

// MARK: - The table

extension TradingCalendar {
  /// `2026-12-31`
  private static func day(_ text: Substring) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CivilTime(year: parts[0], month: parts[1], day: parts[2]).dayNumber : nil
  }

  /// The days of a row such as `closed 2026 0101-0102 0216`.
  private static func days(_ row: [Substring]) -> [Int] {
    guard row.count > 1, let year = Int(row[1]) else { return [] }
    return row.dropFirst(2).flatMap { text -> [Int] in
      let ends = text.split(separator: "-").compactMap { Int($0) }
        .map { CivilTime(year: year, month: $0 / 100, day: $0 % 100).dayNumber }
      guard let first = ends.first, let last = ends.last, first <= last else { return [] }
      return Array(first...last)
    }
  }

  /// `09:30`, `+08:00`, `-05:00`
  private static func seconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    return parts[0] * 3_600 + (text.hasPrefix("-") ? -parts[1] : parts[1]) * 60
  }

  /// Whether a day of the United States begins in summer time: since 2007 from the second Sunday of March to the first of November,
  /// before from the first of April to the last of October. Clocks change two hours after midnight.
  private static func isSummer(_ day: Int) -> Bool {
    let year = CivilTime(dayNumber: day).year
    func sunday(_ month: Int, onOrAfter: Int) -> Int {
      let first = CivilTime(year: year, month: month, day: onOrAfter)
      return first.dayNumber + 6 - first.weekday
    }
    return year >= 2007
      ? day > sunday(3, onOrAfter: 8) && day <= sunday(11, onOrAfter: 1)
      : day > sunday(4, onOrAfter: 1) && day <= sunday(10, onOrAfter: 25)
  }
}

// MARK: - The exchange that the reader chose

/// A program has one reader, and which exchange is meant is asked wherever a query is read, as what companies are called is. There is
/// therefore one place for it in the process, which `main` alone fills; tests that need another exchange name it.
extension TradingCalendar {
  private static let chosen = Mutex(Exchange.sse)

  package static var current: Exchange { chosen.withLock { $0 } }

  package static func use(_ exchange: Exchange) { chosen.withLock { $0 = exchange } }
}
