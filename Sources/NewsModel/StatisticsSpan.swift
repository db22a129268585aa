package import Foundation

/// How far back statistics look.
package enum StatisticsSpan: String, Hashable, Sendable, Codable, CaseIterable {
  case day
  case week
  case month
  case quarter
  case year
  case everything

  /// Days that the span covers, the last one included; nil for `everything`.
  package var days: Int? {
    switch self {
    case .day: 1
    case .week: 7
    case .month: 30
    case .quarter: 90
    case .year: 365
    case .everything: nil
    }
  }

  /// The range to count and the bucket to count by, ending with the hour or local day that holds `end`.
  ///
  /// `oldest` bounds `everything`; the other spans do not use it.
  package func range(endingAt end: Timestamp, oldest: Timestamp, in zone: TimeZone) -> (
    range: Range<Timestamp>, bucket: StatisticsBucket
  ) {
    if self == .day {
      let offset = Int64(zone.offset(at: end))
      let upper = Timestamp(((end.rawValue + offset).flooredQuotient(by: 3_600) + 1) * 3_600 - offset)
      return (upper - 86_400..<upper, .hour)
    }
    let lastDay = CivilTime(end, in: zone).dayNumber
    let firstDay = days.map { lastDay - $0 + 1 } ?? min(lastDay, CivilTime(oldest, in: zone).dayNumber)
    let lower = CivilTime(dayNumber: firstDay).timestamp(in: zone)
    return (lower..<CivilTime(dayNumber: lastDay + 1).timestamp(in: zone), .day)
  }
}
