import NewsModel

/// The rule by which article ids follow publish time.
///
/// An id is a minute since 1970 times 32, plus a slot within the minute: 32 is the first power of two that holds nearly every real
/// minute (the busiest seen has 37 articles), and each doubling costs a full-text index some 7 %. The slot follows
/// the second. A minute that is full overflows into the minutes after it, never before, so that an article's id is at least
/// that of its minute's first slot, and at most `StoreState.minuteOverflow` minutes later.
enum TimeOrderedID {
  static let slotsPerMinute: Int64 = 32

  /// Where an article of this time wants to be.
  static func preferred(_ time: Timestamp) -> Int64 {
    let second = time.rawValue.flooredRemainder(by: 60)
    return first(ofMinute: time.minute) + second * slotsPerMinute / 60
  }

  static func first(ofMinute minute: Int64) -> Int64 { minute * slotsPerMinute }

  static func minute(of id: Int64) -> Int64 { id.flooredQuotient(by: slotsPerMinute) }

  /// All ids that articles published in the range can have; some of them may belong to older articles whose minute overflowed.
  static func ids(of range: Range<Timestamp>, overflow: Int64) -> Range<Int64> {
    let lower = first(ofMinute: range.lowerBound.minute)
    let upper = range.isEmpty ? lower : upperBound(before: range.upperBound, overflow: overflow)
    return lower..<max(lower, upper)
  }

  /// The first id that no article published before `moment` can have.
  static func upperBound(before moment: Timestamp, overflow: Int64) -> Int64 {
    first(ofMinute: (moment - 1).minute + 1 + overflow)
  }
}
