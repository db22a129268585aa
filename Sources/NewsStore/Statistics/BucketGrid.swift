import Foundation
import NewsModel

/// The buckets of a range in the reader's zone: hours, or local days, of which those with a clock change have 23 or 25 hours.
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
    }
    self.starts = starts
  }

  /// Of equal length, directly before.
  var previous: Range<Timestamp> {
    range.lowerBound - (range.upperBound - range.lowerBound)..<range.lowerBound
  }

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

  /// The slice of the range that holds a moment of it: slices are whole quarter-hours, as equal as can be.
  func slice(of moment: Timestamp) -> Int {
    let quarter = CountChanges.secondsPerQuarter
    let quarters = max(1, (range.upperBound - range.lowerBound + quarter - 1) / quarter)
    return Int((moment - range.lowerBound) / quarter * Int64(Self.slices) / quarters)
  }
}
