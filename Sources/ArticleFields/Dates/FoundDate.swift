package import Foundation
package import NewsModel

/// A date as a text names it: the year, the time of day and the zone may be missing.
package struct FoundDate: Hashable {
  package var year: Int?
  package var month: Int
  package var day: Int
  /// Nil where the text names no time of day.
  package var clock: Clock?
  /// Where the text stands, in UTF-8 bytes.
  package var range: Range<Int>
  /// Two bare numbers (`06-15`) that may as well be a score or a range.
  package var isWeak = false
  /// Day and month may stand in either order: `06/07/2022`.
  var isExchangeable = false

  package struct Clock: Hashable {
    package var hour: Int
    package var minute: Int
    package var second = 0
    /// Seconds ahead of UTC, where the text says.
    package var offset: Int?

    package var isValid: Bool { (0...23).contains(hour) && (0...59).contains(minute) && (0...60).contains(second) }
  }

  /// Whether year and time of day are named: such a date is no part of a sentence, even glued to its words.
  package var isFull: Bool { year != nil && clock != nil }

  /// Whether something in it must be guessed: the year, or which number is the month.
  package var isUncertain: Bool { year == nil || isExchangeable }

  /// The date as a page reads it whose language tells whether days stand before months.
  package func read(dayFirst: Bool) -> FoundDate {
    guard isExchangeable else { return self }
    var date = self
    if dayFirst { (date.month, date.day) = (day, month) }
    date.isExchangeable = false
    return date
  }

  /// Whether it is what programs write where there is no date.
  package func isAbsent(in zone: TimeZone) -> Bool {
    guard let year else { return false }
    let time = CivilTime(
      year: year, month: month, day: day, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0,
      second: clock?.second ?? 0)
    return AbsentDate.isMeant(by: time, hasClock: clock != nil, moment: timestamp(year: year, in: zone))
  }

  /// The moment, in the zone unless the text names one; nil without a year.
  package func timestamp(in zone: TimeZone) -> Timestamp? { year.map { timestamp(year: $0, in: zone) } }

  package func timestamp(year: Int, in zone: TimeZone) -> Timestamp {
    // 29 February of a year without one means the next day.
    let time = CivilTime(
      year: year, month: month, day: day, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0,
      second: clock?.second ?? 0)
    return if let offset = clock?.offset { time.timestamp(offset: offset) } else { time.timestamp(in: zone) }
  }

  /// Whether the fields name a day that exists, in a leap year where the year is not known.
  package var isValid: Bool {
    CivilTime(year: year ?? 2024, month: month, day: day).isValid && (year.map { (1900...2199).contains($0) } ?? true)
      && clock?.isValid ?? true
  }
}
