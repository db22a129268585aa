import Foundation
import TextScanning

/// What both readers of dates do with bytes: numbers, times and zones.
struct DateBytes {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0
  /// Whether an offset was read that no place on earth has.
  private(set) var hasImpossibleOffset = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }
  /// The byte here; 0 at the end.
  var peek: UInt8 { index < bytes.count ? bytes[index] : 0 }
  func peek(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

  mutating func skipBlanks() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }

  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  /// How many digits stand here.
  var digitCount: Int {
    var end = index
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return end - index
  }

  /// The number of so many digits here; nil where fewer stand here.
  mutating func number(_ count: Int) -> Int? {
    guard count > 0, count <= 18, index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + count] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += count
    return value
  }

  /// The letters here in small ASCII, or the bytes of another script.
  mutating func word() -> String {
    let start = index
    while index < bytes.count, bytes[index].isLetter || bytes[index] >= 0x80 { index += 1 }
    let letters = bytes[start..<index]
    // Nearly all fit into the string itself, without an allocation.
    return String(unsafeUninitializedCapacity: letters.count) { word in
      word.initialize(fromContentsOf: letters.lazy.map { $0 < 0x80 ? $0 | 0x20 : $0 })
    }
  }

  /// `9:15`, `09:15:30.250`, `23.59`-less: hour and minute, seconds where they stand; nil without moving where none stands.
  mutating func clock() -> (hour: Int, minute: Int, second: Int)? {
    let start = index
    let digits = digitCount
    guard digits == 1 || digits == 2, let hour = number(digits), take(UInt8(ascii: ":")), (1...2).contains(digitCount),
      let minute = number(digitCount)
    else {
      index = start
      return nil
    }
    var second = 0
    if peek == UInt8(ascii: ":"), peek(1).isDigit {
      index += 1
      second = number(min(2, digitCount)) ?? 0
    }
    skipFraction()
    return (hour, minute, second)
  }

  mutating func skipFraction() {
    guard peek == UInt8(ascii: ".") || peek == UInt8(ascii: ","), peek(1).isDigit else { return }
    index += 1
    while peek.isDigit { index += 1 }
  }

  /// `+0800`, `-5:30`, `+08`, in seconds; the sign is here.
  mutating func offset() -> Int? {
    let sign: Int
    switch peek {
    case UInt8(ascii: "+"): sign = 1
    case UInt8(ascii: "-"): sign = -1
    default: return nil
    }
    index += 1
    let digits = digitCount
    guard let value = number(min(digits, 4)) else { return nil }
    guard digits <= 2 else { return checked(sign * (value / 100 * 3_600 + value % 100 * 60)) }
    var minutes = 0
    if peek == UInt8(ascii: ":"), peek(1).isDigit {
      index += 1
      minutes = number(min(2, digitCount)) ?? 0
    }
    return checked(sign * (value * 3_600 + minutes * 60))
  }

  /// No place is further from UTC than this; more is a slip, and UTC the best that is known.
  private mutating func checked(_ seconds: Int) -> Int {
    if abs(seconds) <= 15 * 3_600 { return seconds }
    hasImpossibleOffset = true
    return 0
  }

  /// A zone of the time zone database.
  private mutating func namedZone(from start: Int) -> WrittenZone? {
    while peek.isLetter || peek == UInt8(ascii: "/") || peek == UInt8(ascii: "_") { index += 1 }
    if let zone = TimeZone(identifier: String(decoding: bytes[start..<index], as: UTF8.self)) { return .named(zone) }
    index = start
    return nil
  }

  /// The zone here, whichever way it is written.
  mutating func zone() -> WrittenZone? {
    skipBlanks()
    if let seconds = offset() { return .offset(seconds) }
    let start = index
    var name = word()
    if name == "etc", take(UInt8(ascii: "/")) { name = word() }
    if peek == UInt8(ascii: "/"), peek(1).isLetter { return namedZone(from: start) }
    guard let zone = DateWords.zones[name] else {
      index = start
      return nil
    }
    // `GMT+8`, `UTC +08:00`
    if name == "gmt" || name == "utc" || name == "ut" {
      let end = index
      skipBlanks()
      if let seconds = offset() { return .offset(seconds) }
      index = end
    }
    return zone
  }
}
