import NewsModel
import TextScanning

/// Spells out times that a page gives relative to the moment when it was saved: `今天 05:42`, `昨天 05:42`, `3小时前`.
package enum RelativeTime {
  /// The line with such a time replaced by a full date; nil where it holds none, or the file's time is not known.
  package static func spelledOut(_ line: Substring, in context: ParsingContext) -> Substring? {
    guard line.utf8.count <= longest, let saved = context.fileTime, let found = first(in: line) else { return nil }
    let time = CivilTime(saved - found.seconds, in: context.zone)
    let text = found.isDay ? date(time) : "\(date(time)) \(padded(time.hour)):\(padded(time.minute))"
    return line[..<found.range.lowerBound] + text + line[found.range.upperBound...]
  }

  private static let longest = 200

  private struct Found {
    var range: Range<Substring.Index>
    /// How long before the saving.
    var seconds: Int64
    /// Whether only the day is meant.
    var isDay: Bool
  }

  private static let days: [(word: String, count: Int64)] = [
    ("今天", 0), ("今日", 0), ("昨天", 1), ("昨日", 1), ("前天", 2),
  ]
  private static let units: [(word: String, seconds: Int64)] = [
    ("分钟前", 60), ("小时前", 3_600), ("天前", 86_400), ("分鐘前", 60), ("小時前", 3_600),
  ]

  private static func first(in line: Substring) -> Found? {
    for (word, count) in days {
      // A day alone may be any word of a sentence: its time must follow.
      guard let range = line.range(ofBytes: word), isSetOff(line[..<range.lowerBound]),
        let next = line[range.upperBound...].trimmed.unicodeScalars.first, next.isASCIIDigit
      else { continue }
      return Found(range: range, seconds: count * 86_400, isDay: true)
    }
    for (word, seconds) in units {
      guard let range = line.range(ofBytes: word) else { continue }
      let before = line[..<range.lowerBound].trimmed
      let digits = before.unicodeScalars.suffix(3).reversed().prefix(while: \.isASCIIDigit)
      let start = before.unicodeScalars.index(before.endIndex, offsetBy: -digits.count)
      guard let count = Int64(before[start...]), isSetOff(before[..<start]) else { continue }
      return Found(range: start..<range.upperBound, seconds: count * seconds, isDay: false)
    }
    return nil
  }

  private static func isSetOff(_ before: Substring) -> Bool {
    guard let last = before.unicodeScalars.last else { return true }
    return last.isBlank || Punctuation.colons.contains(last) || Punctuation.fieldSeparators.contains(last)
  }

  private static func date(_ time: CivilTime) -> String { "\(time.year)-\(padded(time.month))-\(padded(time.day))" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
