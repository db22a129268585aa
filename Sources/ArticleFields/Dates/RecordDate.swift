import Foundation
import NewsModel
import TextScanning

/// Reads the dates of records and of the metadata of pages: any form in which text has one, seconds, milliseconds … since 1970, the
/// days of a spreadsheet.
package enum RecordDate {
  package static func read(_ value: String, _ context: ParsingContext) -> DateReading {
    let text = value[...].trimmed
    if AbsentDate.isMeant(by: text) { return .none }
    if let number = number(text) { return read(number, written: text, context) }
    if let date = DateParsing.whole(text) { return reading(of: date, context) }
    let feed = FeedDate.reading(String(text), zone: context.zone)
    if feed != .unreadable { return feed }
    if let date = DateParsing.first(in: text) {
      return reading(of: date, context, isWhole: !holdsTime(text.dropFirst(bytes: date.range.upperBound)))
    }
    guard let line = RelativeTime.spelledOut(text, in: context), let date = DateParsing.first(in: line) else {
      return .unreadable
    }
    return date.timestamp(in: context.zone).map { .moment($0, .guessed) } ?? .unreadable
  }

  /// The same for a day and a time of day that stand in two values: `2022-06-15` and `05:42`.
  package static func read(day: String, clock: String, _ context: ParsingContext) -> DateReading? {
    guard day.utf8.count <= 20, clock.utf8.count <= 20, !day.contains(ascii: ":"),
      case .moment = read(day, context), DateParsing.whole(clock[...]) == nil, clock.contains(ascii: ":"),
      clock.utf8.first?.isDigit ?? false,
      let date = DateParsing.whole("\(day) \(clock)"[...]), date.clock != nil
    else { return nil }
    return reading(of: date, context)
  }

  /// The last moment that a value may mean: of a day without a time of day its last second. So nothing counts as known before it was.
  ///
  /// A moment of which a part would have to be guessed cannot be read.
  package static func latest(_ value: String, _ context: ParsingContext) -> DateReading {
    let reading = read(value, context)
    guard case .moment(let moment, let certainty) = reading else { return reading }
    guard certainty == .certain || certainty == .partlyImpossible else { return .unreadable }
    let time = CivilTime(moment, in: context.zone)
    let isMidnight = time == CivilTime(dayNumber: time.dayNumber)
    guard isMidnight || moment.rawValue.isMultiple(of: 86_400), !namesTime(value[...].trimmed) else {
      return .moment(moment, certainty)
    }
    // `2022-06-15Z`
    guard isMidnight else { return .moment(moment + 86_399, certainty) }
    return .moment(CivilTime(dayNumber: time.dayNumber + 1).timestamp(in: context.zone) - 1, certainty)
  }

  /// Whether a text that means a midnight says so: with a colon, or as a number that is more than a day's.
  private static func namesTime(_ text: Substring) -> Bool {
    guard let number = number(text) else { return text.utf8.contains(UInt8(ascii: ":")) }
    return !spreadsheetDays.contains(number) && (text.dropping(suffix: ".0") ?? text).utf8.count != 8
  }

  /// Whether a time of day or a zone stands in a text that was not read as one.
  private static func holdsTime(_ text: Substring) -> Bool {
    var (digits, isBehindMark) = (0, false)
    for byte in text.utf8 {
      if byte.isDigit {
        if isBehindMark { return true }
        digits += 1
      } else {
        isBehindMark = digits > 0 && byte == UInt8(ascii: ":")
        digits = 0
      }
    }
    return false
  }

  private static func reading(of date: FoundDate, _ context: ParsingContext, isWhole: Bool = true) -> DateReading {
    guard let moment = date.timestamp(in: context.zone) else {
      return .moment(YearInference(context: context).timestamp(of: date), .guessed)
    }
    if date.isAbsent(in: context.zone) { return .none }
    if !isWhole { return .moment(moment, .partlyImpossible) }
    return .moment(moment, date.isExchangeable ? .exchangeable : .certain)
  }
}

// MARK: - Numbers

extension RecordDate {
  /// The number that the text is; nil for any other text.
  private static func number(_ text: Substring) -> Double? {
    let isNumeric = text.utf8.allSatisfy { byte in
      byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || byte | 0x20 == UInt8(ascii: "e")
    }
    return isNumeric ? Double(text) : nil
  }

  private static func read(_ number: Double, written text: Substring, _ context: ParsingContext) -> DateReading {
    // Data frames write whole numbers with a fraction of nothing.
    let digits = text.dropping(suffix: ".0") ?? text
    if [8, 12, 14, 17].contains(digits.utf8.count), let date = DateParsing.whole(digits.prefix(14)) {
      return reading(of: date, context)
    }
    if let years = Int(exactly: number), (1_900..<2_200).contains(years) {
      return .moment(CivilTime(year: years, month: 1, day: 1).timestamp(in: context.zone), .guessed)
    }
    if spreadsheetDays.contains(number) { return .moment(moment(ofSpreadsheetDay: number, in: context.zone), .certain) }
    return isPrecise(text) ? epoch(number) : .unreadable
  }

  /// Whether the digits are those of a clock: round powers of ten, rows of nines and compact days that no calendar has are something else.
  private static func isPrecise(_ text: Substring) -> Bool {
    let number = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let mantissa = number.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    let digits = mantissa.filter(\.isDigit)
    if digits.allSatisfy({ $0 == UInt8(ascii: "9") }) { return false }
    // `1.655242929e+09`
    if mantissa.count < number.count { return digits.count >= 7 }
    let whole = mantissa.prefix { $0.isDigit }
    return ![12, 14].contains(whole.count) || !(whole.starts(with: "19".utf8) || whole.starts(with: "20".utf8))
  }

  /// The years 1950 to 2099: smaller and larger numbers are no days that news is from.
  private static let spreadsheetDays = 18_264.0..<73_051.0

  /// Spreadsheets count days since 1899-12-30, and write the time of day as their fraction.
  private static func moment(ofSpreadsheetDay number: Double, in zone: TimeZone) -> Timestamp {
    let seconds = Int((number * 86_400).rounded())
    let midnight = CivilTime(dayNumber: seconds / 86_400 + AbsentDate.zeroOfSpreadsheets)
    let rest = seconds % 86_400
    return CivilTime(
      year: midnight.year, month: midnight.month, day: midnight.day, hour: rest / 3_600, minute: rest / 60 % 60,
      second: rest % 60
    ).timestamp(in: zone)
  }

  /// Seconds since 1970 from a number that may count smaller units.
  private static func epoch(_ number: Double) -> DateReading {
    if number == -1 { return .none }
    // Seconds, milli-, micro- and nanoseconds of the years 1973 to 2199 do not overlap. Smaller numbers mean something else, unless they
    // are negative, which only a clock writes.
    let smallest = number < 0 ? 86_400 : 1e8
    let units = [1.0, 1e3, 1e6, 1e9]
    guard let unit = units.first(where: { (smallest * $0..<7_258_118_400 * $0).contains(abs(number)) }) else {
      return .unreadable
    }
    let seconds = number / unit
    let moment = Timestamp(Int64(seconds.rounded(.down)))
    let isNone = AbsentDate.isMeant(by: CivilTime(moment, offset: 0), hasClock: true, moment: moment)
    if isNone { return .none }
    return seconds < -2_208_988_800 ? .unreadable : .moment(moment, .certain)
  }
}
