package import Foundation

/// The length of one bar of a volume chart.
package enum StatisticsBucket: String, Hashable, Sendable, Codable {
  case hour
  case day
}

/// What is to be counted: the articles of a query in a range of time.
package struct StatisticsRequest: Hashable, Sendable {
  package var query: Query
  /// From the start of the first bucket up to, not including, the end of the last, in the reader's zone.
  package var range: Range<Timestamp>
  package var bucket: StatisticsBucket
  /// How many tags, sources and labels to name at most.
  package var termLimit: Int

  package init(query: Query, range: Range<Timestamp>, bucket: StatisticsBucket, termLimit: Int = 20) {
    self.query = query
    self.range = range
    self.bucket = bucket
    self.termLimit = termLimit
  }
}

/// Counts for the articles that a filter shows.
package struct Statistics: Hashable, Sendable {
  package var request: StatisticsRequest
  /// Of all time, not only of the range.
  package var overall: Totals
  package var inRange: Totals
  /// The number of articles in the range of equal length directly before.
  package var previousCount: Int
  /// Every bucket of the range, empty ones too, oldest first.
  package var volume: [VolumeBucket]
  /// The most frequent in the range, largest first; at most `termLimit`.
  package var tags: [TermCount]
  package var sources: [TermCount]
  package var labels: [TermCount]

  package init(
    request: StatisticsRequest, overall: Totals = Totals(), inRange: Totals = Totals(), previousCount: Int = 0,
    volume: [VolumeBucket] = [], tags: [TermCount] = [], sources: [TermCount] = [], labels: [TermCount] = []
  ) {
    self.request = request
    self.overall = overall
    self.inRange = inRange
    self.previousCount = previousCount
    self.volume = volume
    self.tags = tags
    self.sources = sources
    self.labels = labels
  }
}

/// How many articles there are, and in which state.
package struct Totals: Hashable, Sendable, Codable {
  package var articles: Int
  package var unread: Int
  package var starred: Int
  package var stubs: Int

  package init(articles: Int = 0, unread: Int = 0, starred: Int = 0, stubs: Int = 0) {
    self.articles = articles
    self.unread = unread
    self.starred = starred
    self.stubs = stubs
  }
}

/// The articles published in one hour or one local day.
package struct VolumeBucket: Hashable, Sendable, Codable {
  package var start: Timestamp
  package var count: Int
  package var unread: Int

  package init(start: Timestamp, count: Int = 0, unread: Int = 0) {
    self.start = start
    self.count = count
    self.unread = unread
  }
}

/// How often a tag, source or label occurs.
package struct TermCount: Hashable, Sendable, Codable {
  package var name: String
  package var count: Int
  /// In the range of equal length directly before; 0 where that was not counted.
  package var previousCount: Int
  package var unread: Int
  /// Counts in seven equal slices of the range, oldest first; empty where that was not counted.
  package var series: [Int]

  package init(name: String, count: Int, previousCount: Int = 0, unread: Int = 0, series: [Int] = []) {
    self.name = name
    self.count = count
    self.previousCount = previousCount
    self.unread = unread
    self.series = series
  }
}

/// The fields of an article whose values can be listed with their counts.
package enum TermField: String, Hashable, Sendable, Codable, CaseIterable {
  case tag
  case source
  case label
}

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
