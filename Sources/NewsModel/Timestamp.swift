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
  public static func + (a: Timestamp, seconds: Int64) -> Timestamp { Timestamp(a.rawValue + seconds) }
  public static func - (a: Timestamp, seconds: Int64) -> Timestamp { Timestamp(a.rawValue - seconds) }
  public static func - (a: Timestamp, b: Timestamp) -> Int64 { a.rawValue - b.rawValue }
}

extension Int64 {
  /// Division that rounds towards negative infinity, as calendars need it.
  public func flooredQuotient(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return (self % divisor != 0) && ((self < 0) != (divisor < 0)) ? quotient - 1 : quotient
  }

  /// The remainder that belongs to `flooredQuotient`: never negative for a positive divisor.
  public func flooredRemainder(by divisor: Int64) -> Int64 { self - flooredQuotient(by: divisor) * divisor }
}
