internal import Foundation
internal import NewsModel

/// Reads the dates that feeds write: RFC 822 with its variants, W3CDTF and ISO 8601, and what else is met.
///
/// Order of the attempts: digits first as ISO 8601 (calendar, ordinal and week dates, also without hyphens, also partial), seconds
/// or milliseconds since 1970; then a loose reading, in which a month's name, a time, a zone and numbers may stand in nearly any
/// order (RFC 822, RFC 850, `asctime`, JavaScript, Perforce, Greek, Hungarian and Korean forms). Linear in at most 80 bytes.
enum FeedDate {
  /// Longer texts hold no date.
  static let longest = 80

  /// - Parameter zone: the zone of a date that names none.
  static func reading(_ bytes: UnsafeBufferPointer<UInt8>, zone: TimeZone) -> DateReading {
    var text = bytes[...]
    while let first = text.first, first <= 0x20 { text = text.dropFirst() }
    while let last = text.last, last <= 0x20 { text = text.dropLast() }
    let trimmed = UnsafeBufferPointer(rebasing: text)
    if (4...longest).contains(text.count) {
      var exact = ISODateReader(trimmed)
      if let found = exact.read() {
        if let reading = found.reading(zone: zone) { return reading }
      } else {
        var loose = LooseDateReader(trimmed)
        if let reading = loose.read()?.reading(zone: zone) { return reading }
      }
    }
    // Only what is no date is looked at once more.
    guard text.count <= longest else { return .unreadable }
    return AbsentDate.isMeant(by: Substring(decoding: trimmed, as: UTF8.self)) ? .none : .unreadable
  }

  /// The moment that a date of our own means, whichever it is; nil for any other text.
  static func exact(_ text: String) -> Timestamp? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = ISODateReader(bytes)
      guard let date = reader.read(), date.hasClock, date.zone != nil else { return nil }
      return date.timestamp(zone: .gmt)
    }
  }

  static func reading(_ text: String, zone: TimeZone) -> DateReading {
    var text = text
    return text.withUTF8 { reading($0, zone: zone) }
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
