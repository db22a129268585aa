package import NewsModel
import TextScanning

/// What a value says that should be a date.
package enum DateReading: Hashable {
  /// Nothing: it is empty, or what programs write where there is no date.
  case none
  case unreadable
  case moment(Timestamp, Certainty)

  package enum Certainty: Hashable {
    case certain
    /// A part of it was guessed: the year, or the day within a month or a year.
    case guessed
    /// Day and month may be exchanged: `06/07/2022`.
    case exchangeable
    /// The day counts; the time of day or the zone beside it is none that exists: `25:00`, `+99:00`.
    case partlyImpossible
  }

  package var moment: Timestamp? { if case .moment(let moment, _) = self { moment } else { nil } }
}

/// The values that programs write where there is no date.
enum AbsentDate {
  /// Whether a text means none: a word, zeros, the day 0 of a spreadsheet (`1900-01-00`).
  static func isMeant(by text: Substring) -> Bool {
    guard text.utf8.count <= longest else { return false }
    if AbsentValue.isMeant(by: text) { return true }
    // Nearly every date has another digit, if only the 2 of its year.
    guard text.utf8.allSatisfy({ !(UInt8(ascii: "2")...UInt8(ascii: "8")).contains($0) }) else { return false }
    var numbers: [Int] = []
    for digits in text.utf8.split(whereSeparator: { !$0.isDigit }) { numbers.append(Int(Substring(digits)) ?? 1) }
    if !numbers.isEmpty, numbers.allSatisfy({ $0 == 0 }) {
      return text.utf8.allSatisfy { !$0.isLetter || isZoneMark($0) }
    }
    return numbers.count >= 3 && numbers[..<3].contains(1900) && numbers[..<3].contains(0)
  }

  private static let longest = 40

  /// The letters of `0000-00-00T00:00:00Z`.
  private static func isZoneMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "T") || byte == UInt8(ascii: "Z") }

  /// Whether a date is the zero of a calendar or a clock: the year 1, the day 0 of spreadsheets and of databases, the second 0 of
  /// Unix, as UTC or as local time, and the last day that a calendar has. 1970-01-01 without a time of day is a day like others.
  static func isMeant(by time: CivilTime, hasClock: Bool, moment: Timestamp) -> Bool {
    if time.year <= 1 || time.year >= 9_999 { return true }
    if (zeroOfSpreadsheets - 1...zeroOfSpreadsheets + 2).contains(time.dayNumber) { return true }
    if time.month == 1, time.day <= 2, zeroYears.contains(time.year) { return true }
    guard hasClock else { return false }
    return moment.rawValue == 0 || moment.rawValue == -1 || time == CivilTime(year: 1970, month: 1, day: 1)
  }

  /// The first years of the calendars of Windows and of its databases.
  private static let zeroYears = [1_601, 1_753]

  /// The day number of 1899-12-30, which spreadsheets count as 0; 1900-01-01 is the zero of some databases.
  static let zeroOfSpreadsheets = -25_569
}

/// The words that programs write where a value is missing.
package enum AbsentValue {
  /// Whether the whole text is such a word. An empty text is one.
  package static func isMeant(by text: Substring) -> Bool {
    let text = text.trimmed
    guard let first = text.utf8.first else { return true }
    guard text.utf8.count <= longest, firstBytes.contains(first) else { return false }
    return words.contains(text.lowercased())
  }

  private static let longest = 9
  private static let firstBytes = Set("nNuU<#-—\\无暂未".unicodeScalars.compactMap { String($0).utf8.first })
  private static let words: Set<String> = [
    "nan", "nat", "none", "null", "nil", "na", "n/a", "<na>", "#n/a", "undefined", "-", "--", "—", "\\n", "无", "暂无",
    "未知",
  ]
}
