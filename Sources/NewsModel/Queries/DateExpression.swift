package import Foundation

/// A stretch of time that a person named: a day, a month, a year, a minute, so many hours back, or a moment of trading.
///
/// Understood are `2022-06-15`, `2022-06-15T05:42` (also with a blank, with seconds, with an offset such as `+08:00` or `Z`),
/// `2022-06`, `2022`, `today`, `yesterday`, `now`, `24h`, `7d`, `2w`, `6m`, `1y`, `open`, `close` and the Chinese forms `今天`, `昨天`,
/// `前天`, `24小时`, `7天`, `2周`, `6个月`, `1年`, `开盘`, `收盘`, `2022年6月15日`, `2022年6月`.
package struct DateExpression: Hashable, Sendable {
  /// From the first moment meant up to, not including, the first moment after; empty for the moment of an open or a close, which parts
  /// what was before it from what came since.
  package let range: Range<Timestamp>
  /// The moment that it names where one is asked for: of a day, a month or a year the end, of so many hours or days back the beginning,
  /// of a minute its first second.
  package let moment: Timestamp

  /// Nil where the text is none of the forms or names no real date, and where the calendar of the exchange does not know the moment.
  /// Linear in the length of the text.
  package init?(
    _ text: String, now: Timestamp, in zone: TimeZone, exchange: TradingCalendar.Exchange = TradingCalendar.current
  ) {
    let text = text.trimmingCharacters(in: .whitespaces).lowercased()
    let today = CivilTime(now, in: zone).dayNumber
    switch text {
    case "now": self.init(range: now..<now + 1)
    case "today", "今天": self.init(firstDay: today, end: today + 1, in: zone)
    case "yesterday", "昨天": self.init(firstDay: today - 1, end: today, in: zone)
    case "前天": self.init(firstDay: today - 2, end: today - 1, in: zone)
    case _ where TradingMoment(text) != nil:
      let calendar = TradingCalendar.of(exchange)
      let moment = TradingMoment(text) == .open ? calendar.lastOpen(upTo: now) : calendar.lastClose(upTo: now)
      guard let moment else { return nil }
      self.init(range: moment..<moment)
    default:
      if let past = Self.timeBack(text, now: now, today: today, in: zone) {
        self.init(range: past, moment: past.lowerBound)
      } else if let (clock, offset) = Self.splitOffset(text), let fixed = TimeZone(secondsFromGMT: offset),
        let named = Self.calendarRange(clock, in: fixed)
      {
        self.init(range: named)
      } else if let named = Self.calendarRange(text, in: zone) {
        self.init(range: named)
      } else {
        return nil
      }
    }
  }

  private init(range: Range<Timestamp>, moment: Timestamp? = nil) {
    self.range = range
    let isMinute = range.upperBound - range.lowerBound <= 60
    self.moment = moment ?? (isMinute ? range.lowerBound : range.upperBound - 1)
  }

  private init(firstDay: Int, end: Int, in zone: TimeZone) {
    self.init(
      range: CivilTime(dayNumber: firstDay).timestamp(in: zone)..<CivilTime(dayNumber: end).timestamp(in: zone))
  }

  /// `7d`: the last seven days, today included; `24h`: the last 24 hours; `6m`, `1y`: from the day of the same date so many months or
  /// years ago, or the last of its month.
  private static func timeBack(
    _ text: String, now: Timestamp, today: Int, in zone: TimeZone
  ) -> Range<Timestamp>? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let amount = Int(digits), (1...100_000).contains(amount) else { return nil }
    switch text.dropFirst(digits.count) {
    case "h", "小时": return now - Int64(amount) * 3_600..<now + 1
    case "d", "天": return DateExpression(firstDay: today - amount + 1, end: today + 1, in: zone).range
    case "w", "周": return DateExpression(firstDay: today - amount * 7 + 1, end: today + 1, in: zone).range
    case "m", "个月": return monthsBack(amount, today: today, in: zone)
    // With more digits a year is named: 2022年.
    case "y",
      "年" where digits.count < 4:
      return monthsBack(amount * 12, today: today, in: zone)
    default: return nil
    }
  }

  /// Whether the text means the end of the reader's last visit.
  static func namesLastVisit(_ text: String) -> Bool { ["last", "上次"].contains(text.lowercased()) }

  private static func monthsBack(_ months: Int, today: Int, in zone: TimeZone) -> Range<Timestamp>? {
    let date = CivilTime(dayNumber: today)
    let month = Int64(date.year * 12 + date.month - 1 - months)
    var first = CivilTime(
      year: Int(month.flooredQuotient(by: 12)), month: Int(month.flooredRemainder(by: 12)) + 1, day: 1)
    guard first.year >= 1 else { return nil }
    first.day = min(date.day, first.startOfNextMonth.dayNumber - first.dayNumber)
    return DateExpression(firstDay: first.dayNumber, end: today + 1, in: zone).range
  }

  /// The same stretch of time in the words of a language; nil where there are none for it. Linear in the text.
  static func worded(_ text: String, in tongue: QueryTongue) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let word = text.dropFirst(digits.count).lowercased()
    let words =
      digits.isEmpty
      ? [("today", "今天"), ("yesterday", "昨天"), ("last", "上次"), ("open", "开盘"), ("close", "收盘")]
      : [("h", "小时"), ("d", "天"), ("w", "周"), ("m", "个月")] + (digits.count < 4 ? [("y", "年")] : [])
    return words.first { word == $0.0 || word == $0.1 }.map { digits + (tongue == .chinese ? $0.1 : $0.0) }
  }

  /// A time of day with its distance from UTC in seconds: `…05:42+08:00`, `…05:42z`.
  private static func splitOffset(_ text: String) -> (rest: String, offset: Int)? {
    // Only behind a time of day: in 2022-06-15 the dashes are none.
    guard let clock = text.firstIndex(of: ":") else { return nil }
    if text.hasSuffix("z") { return (String(text.dropLast()), 0) }
    guard let sign = text[clock...].lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let digits = text[sign...].dropFirst().filter { $0 != ":" }
    guard digits.count == 4, let number = Int(digits), number / 100 <= 18, number % 100 < 60 else { return nil }
    let seconds = (number / 100 * 60 + number % 100) * 60
    return (String(text[..<sign]), text[sign] == "-" ? -seconds : seconds)
  }

  /// Year, month, day, hour, minute and second, as many of them as the text names; all that it leaves open is meant.
  private static func calendarRange(_ text: String, in zone: TimeZone) -> Range<Timestamp>? {
    let isDateText = text.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || "-/.:t 年月日".unicodeScalars.contains($0)
    }
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.map { Int($0) }
    let fields = numbers.compactMap(\.self)
    guard isDateText, fields.count == numbers.count, let year = fields.first, (1000...9999).contains(year) else {
      return nil
    }
    func field(_ index: Int, else standard: Int) -> Int { index < fields.count ? fields[index] : standard }
    let start = CivilTime(
      year: year, month: field(1, else: 1), day: field(2, else: 1), hour: field(3, else: 0), minute: field(4, else: 0),
      second: field(5, else: 0))
    guard start.isValid else { return nil }
    let lower = start.timestamp(in: zone)
    switch fields.count {
    case 1: return lower..<CivilTime(year: year + 1, month: 1, day: 1).timestamp(in: zone)
    case 2: return lower..<start.startOfNextMonth.timestamp(in: zone)
    case 3: return lower..<CivilTime(dayNumber: start.dayNumber + 1).timestamp(in: zone)
    case 5: return lower..<lower + 60
    case 6: return lower..<lower + 1
    default: return nil
    }
  }
}

/// A moment that the calendar of an exchange knows.
enum TradingMoment {
  case open
  case close

  init?(_ text: String) {
    switch text.lowercased() {
    case "open", "开盘": self = .open
    case "close", "收盘": self = .close
    default: return nil
    }
  }
}

extension CivilTime {
  var startOfNextMonth: CivilTime {
    month == 12 ? CivilTime(year: year + 1, month: 1, day: 1) : CivilTime(year: year, month: month + 1, day: 1)
  }
}
