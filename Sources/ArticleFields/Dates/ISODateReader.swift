import NewsModel
import TextScanning

/// Reads dates that begin with digits, as ISO 8601 writes them and those who mean it.
struct ISODateReader {
  private var input: DateBytes
  /// Whether the day, or day and month, are left out.
  private var isPartial = false
  /// Whether seconds since 1970 stand here: they say the time of day and the zone, too.
  private var isEpoch = false
  /// Whether year, month and day may stand in another order.
  private var isExchangeable = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { input = DateBytes(bytes) }

  /// nil where the text is anything else.
  mutating func read() -> WrittenDate? {
    guard var time = date() else { return nil }
    let separatorStart = input.index
    if input.peek | 0x20 == UInt8(ascii: "t") { input.index += 1 } else { input.skipBlanks() }
    guard !input.isAtEnd else {
      return WrittenDate(
        time: time, zone: isEpoch ? .offset(0) : nil, hasClock: isEpoch, isPartial: isPartial,
        isExchangeable: isExchangeable)
    }
    let clock = clock()
    if let clock {
      (time.hour, time.minute, time.second) = clock
    } else {
      // Only a zone, or nothing, may follow a date without a time.
      input.index = separatorStart
    }
    let zone = input.zone()
    input.skipBlanks()
    guard input.isAtEnd else { return nil }
    return WrittenDate(
      time: time, zone: zone, hasClock: clock != nil, isPartial: isPartial, isExchangeable: isExchangeable,
      hasImpossibleOffset: input.hasImpossibleOffset)
  }

  /// `05:42:09`, `0542`, `054209`, `05`.
  private mutating func clock() -> (Int, Int, Int)? {
    if let clock = input.clock() { return (clock.hour, clock.minute, clock.second) }
    let start = input.index
    let digits = input.digitCount
    guard digits == 2 || digits == 4 || digits == 6, let hour = input.number(2) else { return nil }
    let minute = digits >= 4 ? input.number(2) : 0
    let second = digits == 6 ? input.number(2) : 0
    guard let minute, let second else {
      input.index = start
      return nil
    }
    input.skipFraction()
    return (hour, minute, second)
  }

  private mutating func date() -> CivilTime? {
    switch input.digitCount {
    case 4: return longYear()
    case 8: return calendar(year: input.number(4), month: input.number(2), day: input.number(2))
    case 7: return ordinal(input.number(4), input.number(3))
    case 6: return calendar(year: input.number(2).map(Self.century), month: input.number(2), day: input.number(2))
    case 5: return ordinal(input.number(2).map(Self.century), input.number(3))
    case 14, 12:
      let day = calendar(year: input.number(4), month: input.number(2), day: input.number(2))
      return day
    case 10: return epoch(unitsPerSecond: 1)
    case 13: return epoch(unitsPerSecond: 1_000)
    case 16: return epoch(unitsPerSecond: 1_000_000)
    case 2: return shortYear()
    default: return nil
    }
  }

  /// Seconds since 1970, or parts of them, and nothing else.
  private mutating func epoch(unitsPerSecond units: Int) -> CivilTime? {
    guard let value = input.number(input.digitCount) else { return nil }
    input.skipFraction()
    guard input.isAtEnd else { return nil }
    isEpoch = true
    return CivilTime(Timestamp(Int64(value / units)), offset: 0)
  }

  /// `2004-01-02`, `2004-01`, `2004`, `2004-032`, `2004-W05-2`.
  private mutating func longYear() -> CivilTime? {
    guard let year = input.number(4) else { return nil }
    guard input.take(UInt8(ascii: "-")) else {
      if input.peek | 0x20 == UInt8(ascii: "w") { return week(year) }
      isPartial = true
      return input.isAtEnd ? CivilTime(year: year, month: 1, day: 1) : nil
    }
    if input.peek | 0x20 == UInt8(ascii: "w") { return week(year) }
    if input.digitCount == 3 { return ordinal(year, input.number(3)) }
    guard let month = input.number(min(2, input.digitCount)) else { return nil }
    guard input.take(UInt8(ascii: "-")) else {
      isPartial = true
      return calendar(year: year, month: month, day: 1)
    }
    guard (1...2).contains(input.digitCount) else { return nil }
    return calendar(year: year, month: month, day: input.number(input.digitCount))
  }

  /// `04-01-02`
  private mutating func shortYear() -> CivilTime? {
    guard let first = input.number(2), input.take(UInt8(ascii: "-")), input.digitCount == 2,
      let second = input.number(2), input.take(UInt8(ascii: "-")), input.digitCount == 2, let third = input.number(2)
    else { return nil }
    let order = ShortYearOrder(first, second, third, isYearFirst: true)
    isExchangeable = order.isExchangeable
    return calendar(year: Self.century(order.year), month: order.month, day: order.day)
  }

  private func calendar(year: Int?, month: Int?, day: Int?) -> CivilTime? {
    guard let year, let month, let day, (1...12).contains(month) else { return nil }
    return CivilTime(year: year, month: month, day: day)
  }

  private func ordinal(_ year: Int?, _ day: Int?) -> CivilTime? {
    guard let year, let day, (1...366).contains(day) else { return nil }
    return CivilTime(dayNumber: CivilTime(year: year, month: 1, day: 1).dayNumber + day - 1)
  }

  /// `W05`, `W052`, `W05-2`; the first week has the year's first Thursday.
  private mutating func week(_ year: Int) -> CivilTime? {
    input.index += 1
    guard let week = input.number(2), (1...53).contains(week) else { return nil }
    var day = 1
    if input.peek == UInt8(ascii: "-"), input.peek(1).isDigit { input.index += 1 }
    if input.digitCount == 1, let found = input.number(1), (1...7).contains(found) { day = found }
    let fourth = CivilTime(year: year, month: 1, day: 4)
    return CivilTime(dayNumber: fourth.dayNumber - fourth.weekday + (week - 1) * 7 + day - 1)
  }

  /// RFC 2822, 4.3, and the usage of feeds: years from 90 on belong to the last century.
  static func century(_ year: Int) -> Int { year < 90 ? 2_000 + year : 1_900 + year }
}
