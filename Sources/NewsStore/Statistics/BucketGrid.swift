import Foundation
import NewsModel

/// The buckets of a range in the reader's zone: hours, or local days, of which those with a clock change have 23 or 25 hours, months or
/// years. The first and the last may be cut by the range.
struct BucketGrid {
  let range: Range<Timestamp>
  /// Ascending; the first is the range's lower bound.
  let starts: [Timestamp]

  init(_ range: Range<Timestamp>, _ bucket: StatisticsBucket, zone: TimeZone) {
    self.range = range
    var starts = range.isEmpty ? [] : [range.lowerBound]
    switch bucket {
    case .hour:
      while let next = starts.last.map({ $0 + 3_600 }), next < range.upperBound { starts.append(next) }
    case .day:
      var day = CivilTime(range.lowerBound, in: zone).dayNumber + 1
      while !starts.isEmpty {
        let next = CivilTime(dayNumber: day).timestamp(in: zone)
        guard next < range.upperBound else { break }
        if let last = starts.last, next > last { starts.append(next) }
        day += 1
      }
    case .month, .year:
      var (year, month) = (CivilTime(range.lowerBound, in: zone).year, CivilTime(range.lowerBound, in: zone).month)
      while !starts.isEmpty {
        (year, month) = bucket == .year || month == 12 ? (year + 1, 1) : (year, month + 1)
        let next = CivilTime(year: year, month: month, day: 1).timestamp(in: zone)
        guard next < range.upperBound else { break }
        starts.append(next)
      }
    }
    self.starts = starts
  }

  /// Of equal length, directly before.
  var previous: Range<Timestamp> {
    range.lowerBound - (range.upperBound - range.lowerBound)..<range.lowerBound
  }

  /// The range and the one before it.
  var both: Range<Timestamp> { previous.lowerBound..<range.upperBound }

  /// Whether all bounds lie on UTC quarter-hours, as those of every zone in use do, so that roll-ups can answer.
  var isOnQuarters: Bool {
    ([range.upperBound] + starts).allSatisfy { $0.rawValue % CountChanges.secondsPerQuarter == 0 }
  }

  /// The bucket that holds a moment of the range. O(log n).
  func index(of moment: Timestamp) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  static let slices = 7

  /// Whether slices are longer than four days, so that UTC days are fine enough for them.
  var isLong: Bool { range.upperBound - range.lowerBound >= 28 * CountChanges.secondsPerDay }

  /// The slice of the range that holds a moment of it: slices are whole quarter-hours, in a long range whole UTC days, as equal as can
  /// be.
  func slice(of moment: Timestamp) -> Int {
    let step = isLong ? CountChanges.secondsPerDay : CountChanges.secondsPerQuarter
    let start = isLong ? WholeDays.start(of: WholeDays.day(of: range.lowerBound)) : range.lowerBound
    let steps = max(1, (range.upperBound - start + step - 1) / step)
    return Int((moment - start) / step * Int64(Self.slices) / steps)
  }
}

/// The UTC days that lie whole within a range of time.
struct WholeDays {
  /// Days since 1970; empty where none lies within.
  var days: Range<Int64>
  /// What the range has before and behind them.
  var rest: [Range<Timestamp>]

  init(_ range: Range<Timestamp>) {
    let first = Self.day(of: range.lowerBound + (CountChanges.secondsPerDay - 1))
    let end = Self.day(of: range.upperBound)
    days = first..<max(first, end)
    rest =
      first < end
      ? [range.lowerBound..<Self.start(of: first), Self.start(of: end)..<range.upperBound].filter { !$0.isEmpty }
      : [range]
  }

  static func day(of moment: Timestamp) -> Int64 { moment.rawValue.flooredQuotient(by: CountChanges.secondsPerDay) }

  static func start(of day: Int64) -> Timestamp { Timestamp(day * CountChanges.secondsPerDay) }
}
