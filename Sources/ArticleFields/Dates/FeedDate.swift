package import Foundation
package import NewsModel
import TextScanning

/// Reads the dates that feeds write: RFC 822 with its variants, W3CDTF and ISO 8601, and what else is met.
///
/// Order of the attempts: digits first as ISO 8601 (calendar, ordinal and week dates, also without hyphens, also partial), seconds
/// or milliseconds since 1970; then a loose reading, in which a month's name, a time, a zone and numbers may stand in nearly any
/// order (RFC 822, RFC 850, `asctime`, JavaScript, Perforce, Greek, Hungarian, Korean, Japanese and Chinese forms). Linear in at most 80 bytes.
package enum FeedDate {
  /// Longer texts hold no date.
  package static let longest = 80

  /// - Parameter zone: the zone of a date that names none.
  package static func reading(_ bytes: UnsafeBufferPointer<UInt8>, zone: TimeZone) -> DateReading {
    var text = bytes[...]
    while let first = text.first, first <= 0x20 { text = text.dropFirst() }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    let trimmed = UnsafeBufferPointer(rebasing: text)
    if (4...longest).contains(text.count) {
      if let narrow = FullWidth.narrowed(trimmed) { return narrow.withUnsafeBufferPointer { reading($0, zone: zone) } }
      if let reading = written(trimmed)?.reading(zone: zone) { return reading }
    }
    // Only what is no date is looked at once more.
    guard text.count <= longest else { return .unreadable }
    return AbsentDate.isMeant(by: Substring(decoding: trimmed, as: UTF8.self)) ? .none : .unreadable
  }

  /// The moment that a date of our own means, whichever it is; nil for any other text.
  package static func exact(_ text: String) -> Timestamp? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = ISODateReader(bytes)
      guard let date = reader.read(), date.hasClock, date.zone != nil else { return nil }
      return date.timestamp(zone: .gmt)
    }
  }

  private static func written(_ text: UnsafeBufferPointer<UInt8>) -> WrittenDate? {
    var exact = ISODateReader(
      text.starts(with: dotNetStart)
        ? UnsafeBufferPointer(rebasing: text.dropFirst(dotNetStart.count).prefix { $0.isDigit }) : text)
    if let found = exact.read() { return found }
    var loose = LooseDateReader(text)
    return loose.read()
  }

  /// `/Date(1704443400000+0800)/` of programs in .NET; the moment stands before the zone.
  private static let dotNetStart = Array("/Date(".utf8)

  package static func reading(_ text: String, zone: TimeZone) -> DateReading {
    var text = text
    return text.withUTF8 { reading($0, zone: zone) }
  }
}

/// The digits and signs of ASCII in the width of Chinese characters: `２０２４：０１`.
private enum FullWidth {
  /// The text with narrow ones in their place; nil where it has none.
  static func narrowed(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.contains(0xef) else { return nil }
    var output: [UInt8] = []
    var index = 0
    while index < text.count {
      if let byte = narrow(text[index...].prefix(3)) {
        output.append(byte)
        index += 3
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output.count == text.count ? nil : output
  }

  /// U+FF01 to U+FF5E stand in the order of ASCII.
  private static func narrow(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    let bytes = Array(bytes)
    guard bytes.count == 3, bytes[0] == 0xef, bytes[1] == 0xbc || bytes[1] == 0xbd else { return nil }
    let scalar = Int(bytes[1] & 0x3f) << 6 | Int(bytes[2] & 0x3f)
    return (0xf01...0xf5e).contains(scalar) ? UInt8(scalar - 0xf01 + 0x21) : nil
  }
}

/// A date and time as written, with the offset where one stands with it.
struct WrittenDate {
  var time: CivilTime
  var zone: WrittenZone?
  /// Whether a time of day is written.
  var hasClock = false
  /// Whether the day, or day and month, are left out: the first is meant as well as any other.
  var isPartial = false
  /// Whether day and month may stand in either order.
  var isExchangeable = false
  /// Whether its offset is one that no place has.
  var hasImpossibleOffset = false

  /// What the date says; nil where the fields name no real moment.
  func reading(zone: TimeZone) -> DateReading? {
    guard let moment = timestamp(zone: zone) else { return nil }
    if AbsentDate.isMeant(by: time, hasClock: hasClock, moment: moment) { return DateReading.none }
    if hasImpossibleOffset { return .moment(moment, .partlyImpossible) }
    return .moment(moment, isPartial ? .guessed : isExchangeable ? .exchangeable : .certain)
  }

  /// nil where the fields name no real moment.
  func timestamp(zone fallback: TimeZone) -> Timestamp? {
    var time = time
    let isEndOfDay = time.hour == 24 && time.minute == 0 && time.second == 0
    if isEndOfDay { time.hour = 0 }
    guard time.isValid, (1...9_999).contains(time.year) else { return nil }
    let moment: Timestamp
    switch zone {
    case nil: moment = time.timestamp(in: fallback)
    case .offset(let seconds): moment = time.timestamp(offset: seconds)
    case .named(let zone): moment = time.timestamp(in: zone)
    case .central:
      // The same letters mean China's time in China.
      let local = fallback.secondsFromGMT()
      moment = time.timestamp(offset: local == 8 * 3_600 ? local : -6 * 3_600)
    }
    return isEndOfDay ? moment + 86_400 : moment
  }
}

/// What stands for a zone in a date.
enum WrittenZone: Hashable {
  /// Seconds ahead of UTC.
  case offset(Int)
  /// `America/Los_Angeles`
  case named(TimeZone)
  /// `CST`, which has two meanings.
  case central
}
