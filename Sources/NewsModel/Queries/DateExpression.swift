public import Foundation

/// A stretch of time that a person named: a day, a month, a year, a minute, or so many hours back.
///
/// Understood are `2022-06-15`, `2022-06-15T05:42` (also with a blank), `2022-06`, `2022`, `today`, `yesterday`, `now`,
/// `24h`, `7d`, `2w` and the Chinese forms `今天`, `昨天`, `2022年6月15日`, `2022年6月`.
public struct DateExpression: Hashable, Sendable {
  /// From the first moment meant up to, not including, the first moment after.
  public let range: Range<Timestamp>

  /// Nil where the text is none of the forms or names no real date. Linear in the length of the text.
  public init?(_ text: String, now: Timestamp, in zone: TimeZone) {
    let text = text.trimmingCharacters(in: .whitespaces).lowercased()
    let today = CivilTime(now, in: zone).dayNumber
    switch text {
    case "now": self.init(range: now..<now + 1)
    case "today", "今天": self.init(firstDay: today, end: today + 1, in: zone)
    case "yesterday", "昨天": self.init(firstDay: today - 1, end: today, in: zone)
    default:
      if let past = Self.timeBack(text, now: now, today: today, in: zone) {
        self.init(range: past)
      } else if let named = Self.calendarRange(text, in: zone) {
        self.init(range: named)
      } else {
        return nil
      }
    }
  }

  private init(range: Range<Timestamp>) { self.range = range }

  private init(firstDay: Int, end: Int, in zone: TimeZone) {
    range = CivilTime(dayNumber: firstDay).timestamp(in: zone)..<CivilTime(dayNumber: end).timestamp(in: zone)
  }

  /// `7d`: the last seven days, today included; `24h`: the last 24 hours.
  private static func timeBack(
    _ text: String, now: Timestamp, today: Int, in zone: TimeZone
  ) -> Range<Timestamp>? {
    guard let unit = text.last, let amount = Int(text.dropLast()), (1...100_000).contains(amount) else { return nil }
    switch unit {
    case "h": return now - Int64(amount) * 3_600..<now + 1
    case "d": return DateExpression(firstDay: today - amount + 1, end: today + 1, in: zone).range
    case "w": return DateExpression(firstDay: today - amount * 7 + 1, end: today + 1, in: zone).range
    default: return nil
    }
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

extension CivilTime {
  fileprivate var startOfNextMonth: CivilTime {
    month == 12 ? CivilTime(year: year + 1, month: 1, day: 1) : CivilTime(year: year, month: month + 1, day: 1)
  }
}
