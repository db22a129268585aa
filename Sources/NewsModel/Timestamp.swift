/// A moment in time: whole seconds since 1970-01-01T00:00:00Z.
///
/// News is dated to the second at best, and most stores and sums work on whole numbers, so this is not `Date`.
package struct Timestamp: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  /// Seconds since 1970-01-01T00:00:00Z; negative before.
  package var rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ seconds: Int64) { rawValue = seconds }

  /// The moment's whole minute since the epoch.
  package var minute: Int64 { rawValue.flooredQuotient(by: 60) }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.rawValue < b.rawValue }
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
