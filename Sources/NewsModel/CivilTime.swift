package import Foundation

/// A moment in time: whole seconds since 1970-01-01T00:00:00Z.
///
/// News is dated to the second at best, and most stores and sums work on whole numbers, so this is not `Date`.
public struct Timestamp: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  public var rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }
  public init(_ seconds: Int64) { rawValue = seconds }

  /// The moment's whole minute since the epoch.
  public var minute: Int64 { rawValue.flooredQuotient(by: 60) }

  public static func < (a: Timestamp, b: Timestamp) -> Bool { a.rawValue < b.rawValue }
  package static func + (a: Timestamp, seconds: Int64) -> Timestamp { Timestamp(a.rawValue + seconds) }
  package static func - (a: Timestamp, seconds: Int64) -> Timestamp { Timestamp(a.rawValue - seconds) }
  package static func - (a: Timestamp, b: Timestamp) -> Int64 { a.rawValue - b.rawValue }
}

extension Int64 {
  /// Division that rounds towards negative infinity, as calendars need it.
  package func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return (self % divisor != 0) && ((self < 0) != (divisor < 0)) ? quotient - 1 : quotient
  }

  /// The remainder that belongs to `flooredQuotient`: never negative for a positive divisor.
  package func flooredRemainder(by divisor: Int64) -> Int64 { self - flooredQuotient(by: divisor) * divisor }
}

/// A date and time of day as a calendar on a wall shows them, without a zone (proleptic Gregorian).
///
/// Conversions use the day-count algorithms of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"; all are O(1).
public struct CivilTime: Hashable, Sendable {
  public var year: Int
  /// 1 … 12
  public var month: Int
  /// 1 … 31
  public var day: Int
  public var hour: Int
  package var minute: Int
  public var second: Int

  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The wall-clock reading at `moment` where clocks are `offset` seconds ahead of UTC.
  public init(_ moment: Timestamp, offset: Int) {
    let local = moment.rawValue + Int64(offset)
    let secondOfDay = Int(local.flooredRemainder(by: 86_400))
    self.init(
      dayNumber: Int(local.flooredQuotient(by: 86_400)), hour: secondOfDay / 3_600, minute: secondOfDay / 60 % 60,
      second: secondOfDay % 60)
  }

  /// The wall-clock reading at `moment` in `zone`.
  package init(_ moment: Timestamp, in zone: TimeZone) { self.init(moment, offset: zone.offset(at: moment)) }

  /// The given time of the day that is `dayNumber` days after 1970-01-01.
  public init(dayNumber: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, hour: hour, minute: minute, second: second)
  }

  /// Days since 1970-01-01.
  package var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 0 is Monday, 6 is Sunday.
  public var weekday: Int { Int(Int64(dayNumber + 3).flooredRemainder(by: 7)) }

  /// The moment at which a clock `offset` seconds ahead of UTC shows this.
  public func timestamp(offset: Int) -> Timestamp {
    Timestamp(Int64(dayNumber) * 86_400 + Int64(hour * 3_600 + minute * 60 + second) - Int64(offset))
  }

  /// The moment at which clocks in `zone` show this; of a time that a clock change repeats, the earlier one; for one that a change
  /// skips, the moment that clocks show which were not changed.
  package func timestamp(in zone: TimeZone) -> Timestamp {
    let middle = timestamp(offset: 0)
    // No zone is a day from UTC, so the clocks go by one of these two offsets.
    let before = timestamp(offset: zone.offset(at: middle - 86_400))
    let after = timestamp(offset: zone.offset(at: middle + 86_400))
    let shown = [min(before, after), max(before, after)].first { CivilTime($0, in: zone) == self }
    return shown ?? before
  }

  /// Whether the fields name a real date and time of day (a leap second counts as real).
  package var isValid: Bool {
    guard (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour), (0...59).contains(minute),
      (0...60).contains(second)
    else { return false }
    let same = CivilTime(dayNumber: dayNumber)
    return same.month == month && same.day == day
  }
}

extension TimeZone {
  /// Seconds by which clocks in this zone are ahead of UTC at `moment`.
  package func offset(at moment: Timestamp) -> Int {
    secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.rawValue)))
  }
}

extension Timestamp {
  /// The clock's present moment.
  package static var now: Timestamp { Timestamp(Int64(Date().timeIntervalSince1970.rounded(.down))) }

  /// ISO 8601 with offset, such as `2022-06-15T05:42:09+08:00`.
  package func iso8601(in zone: TimeZone) -> String {
    // Local mean times of old have seconds in their offset, which ISO 8601 cannot write: the clock gives way, the moment stays.
    let offset = zone.offset(at: self) / 60 * 60
    let time = CivilTime(self, offset: offset)
    return DigitWriter.string(capacity: 40) { text in
      text.put(date: time)
      text.put("T", time.hour)
      text.put(":", time.minute)
      text.put(":", time.second)
      text.put(offset < 0 ? "-" : "+", abs(offset) / 3_600)
      text.put(":", abs(offset) / 60 % 60)
    }
  }
}

extension CivilTime {
  /// `2022-06-15`
  public var isoDate: String { DigitWriter.string(capacity: 30) { $0.put(date: self) } }

  /// `05:42`
  public var clock: String {
    DigitWriter.string(capacity: 15) { text in
      text.put(hour)
      text.put(":", minute)
    }
  }

  /// `24-09-27`: of the year the last two digits.
  package var shortDate: String {
    DigitWriter.string(capacity: 15) { text in
      text.put((year % 100 + 100) % 100)
      text.put("-", month)
      text.put("-", day)
    }
  }

  /// `06-15`
  package var monthAndDay: String {
    DigitWriter.string(capacity: 15) { text in
      text.put(month)
      text.put("-", day)
    }
  }
}

/// Writes numbers into a string, which holds up to 15 bytes without an allocation: lists show a time in every row.
private struct DigitWriter {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  /// - Parameter capacity: the most bytes that are written.
  static func string(capacity: Int, _ write: (inout DigitWriter) -> Void) -> String {
    String(unsafeUninitializedCapacity: capacity) { bytes in
      var writer = DigitWriter(bytes: bytes)
      write(&writer)
      return writer.count
    }
  }

  private init(bytes: UnsafeMutableBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func put(_ sign: Unicode.Scalar) {
    bytes[count] = UInt8(ascii: sign)
    count += 1
  }

  /// A number that is not negative, with leading zeros up to so many digits.
  mutating func put(_ number: Int, digits: Int = 2) {
    var (length, limit) = (1, 10)
    while length < 18, length < digits || number >= limit { (length, limit) = (length + 1, limit * 10) }
    var rest = number
    for index in (count..<count + length).reversed() {
      bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    count += length
  }

  mutating func put(_ sign: Unicode.Scalar, _ number: Int) {
    put(sign)
    put(number)
  }

  mutating func put(date: CivilTime) {
    if date.year < 0 { put("-") }
    put(abs(date.year), digits: 4)
    put("-", date.month)
    put("-", date.day)
  }
}
