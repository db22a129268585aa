import Foundation
import NewsModel

/// A time as an option gives it.
enum TimeArgument {
  /// The stretch of time that a date expression means; one with an offset (`2022-06-15T05:42:09+08:00`, `…Z`), as JSON
  /// output has it, is read by that.
  static func range(of text: String, now: Timestamp, in zone: TimeZone) -> Range<Timestamp>? {
    if let (rest, offset) = splitOffset(text), let fixed = TimeZone(secondsFromGMT: offset) {
      return DateExpression(rest, now: now, in: fixed)?.range
    }
    return DateExpression(text, now: now, in: zone)?.range
  }

  private static func splitOffset(_ text: String) -> (rest: String, offset: Int)? {
    // Only behind a time of day: in 2022-06-15 the dashes are none.
    guard let clock = text.firstIndex(of: ":") else { return nil }
    if text.hasSuffix("Z") || text.hasSuffix("z") { return (String(text.dropLast()), 0) }
    guard let sign = text[clock...].lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let digits = text[sign...].dropFirst().filter { $0 != ":" }
    guard digits.count == 4, let number = Int(digits), number / 100 <= 18, number % 100 < 60 else { return nil }
    let seconds = (number / 100 * 60 + number % 100) * 60
    return (String(text[..<sign]), text[sign] == "-" ? -seconds : seconds)
  }
}
