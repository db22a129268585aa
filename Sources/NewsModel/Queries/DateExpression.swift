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

  private static func calendarRange(_ text: String, in zone: TimeZone) -> Range<Timestamp>? {
    let isDateText = text.unicodeScalars.allSatisfy {
      ("0"..."9").contains($0) || "-/.:t 年月日".unicodeScalars.contains($0)
    }
    let fields = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard isDateText, let year = fields.first, (1000...9999).contains(year) else { return nil }
    var start = CivilTime(year: year, month: 1, day: 1)
    var end = CivilTime(year: year + 1, month: 1, day: 1)
    if fields.count >= 2 {
      start.month = fields[1]
      end =
        start.month == 12
        ? CivilTime(year: year + 1, month: 1, day: 1) : CivilTime(year: year, month: start.month + 1, day: 1)
    }
    if fields.count >= 3 {
      start.day = fields[2]
      guard start.isValid else { return nil }
      end = CivilTime(dayNumber: start.dayNumber + 1)
    }
    guard fields.count <= 6, fields.count != 4, start.isValid else { return nil }
    guard fields.count >= 5 else { return start.timestamp(in: zone)..<end.timestamp(in: zone) }
    start.hour = fields[3]
    start.minute = fields[4]
    start.second = fields.count == 6 ? fields[5] : 0
    guard start.isValid else { return nil }
    let moment = start.timestamp(in: zone)
    return moment..<moment + (fields.count == 6 ? 1 : 60)
  }
}
