package import Foundation

/// The length of one bar of a volume chart.
package enum StatisticsBucket: String, Hashable, Sendable, Codable, CaseIterable {
  case hour
  case day
  case month
  case year
}

/// By what articles are counted: the values of a field, or the trading sessions of an exchange.
package enum StatisticsAxis: Hashable, Sendable {
  case field(TermField)
  case session(TradingCalendar.Exchange)
}

/// What is to be counted: the articles of a query in a range of time.
package struct StatisticsRequest: Hashable, Sendable {
  /// Without an order, which changes no count.
  package var query: Query
  /// From the start of the first bucket up to, not including, the end of the last, in the reader's zone.
  package var range: Range<Timestamp>
  package var bucket: StatisticsBucket
  /// Of which fields to name the most frequent values: each costs a walk of its own.
  package var fields: [TermField]
  /// How many values of each field to name at most.
  package var termLimit: Int

  package init(
    query: Query, range: Range<Timestamp>, bucket: StatisticsBucket, fields: [TermField] = TermField.published,
    termLimit: Int = 20
  ) {
    self.query = query.withoutOrder
    self.range = range
    self.bucket = bucket
    self.fields = fields
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
  /// The most frequent values of each field in the range, largest first; at most `termLimit`.
  package var terms: [TermField: [TermCount]]

  package init(
    request: StatisticsRequest, overall: Totals = Totals(), inRange: Totals = Totals(), previousCount: Int = 0,
    volume: [VolumeBucket] = [], terms: [TermField: [TermCount]] = [:]
  ) {
    self.request = request
    self.overall = overall
    self.inRange = inRange
    self.previousCount = previousCount
    self.volume = volume
    self.terms = terms
  }

  package var tags: [TermCount] {
    get { terms[.tag] ?? [] }
    set { terms[.tag] = newValue }
  }

  package var sources: [TermCount] {
    get { terms[.source] ?? [] }
    set { terms[.source] = newValue }
  }

  package var labels: [TermCount] {
    get { terms[.label] ?? [] }
    set { terms[.label] = newValue }
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

/// The articles published in one bucket.
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

/// How often a value of a field occurs.
package struct TermCount: Hashable, Sendable, Codable {
  package var name: String
  /// What it is called where the name is but a code, as that of a company.
  package var title: String?
  package var count: Int
  /// In the range of equal length directly before; 0 where that was not counted.
  package var previousCount: Int
  package var unread: Int
  /// Counts in seven equal slices of the range, oldest first; empty where that was not counted.
  package var series: [Int]

  package init(
    name: String, title: String? = nil, count: Int, previousCount: Int = 0, unread: Int = 0, series: [Int] = []
  ) {
    self.name = name
    self.title = title
    self.count = count
    self.previousCount = previousCount
    self.unread = unread
    self.series = series
  }
}

/// How many articles are good news for those they are about, and how many bad.
package struct ToneCounts: Hashable, Sendable, Codable {
  package var positive: Int
  package var negative: Int

  package init(positive: Int = 0, negative: Int = 0) {
    self.positive = positive
    self.negative = negative
  }
}

/// How often the values of one field meet those of another.
package struct CrossTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var name: String
    /// One for each column.
    package var counts: [Int]

    package init(name: String, counts: [Int]) {
      self.name = name
      self.counts = counts
    }
  }

  package var columns: [String]
  /// Largest first.
  package var rows: [Row]
  /// Whether there are rows or columns beside these.
  package var isCut: Bool

  package init(columns: [String], rows: [Row], isCut: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.isCut = isCut
  }
}

/// The fields of an article whose values can be listed with their counts.
package enum TermField: String, Hashable, Sendable, Codable, CaseIterable {
  case tag
  case source
  case label
  /// What is read from the article's words (`Facets`).
  case company
  case event
  case topic
  case tone
  case keyword

  /// What comes with the article.
  package static let published: [TermField] = [.tag, .source, .label]
  /// What is read from its words.
  package static let facets: [TermField] = [.company, .event, .topic, .tone, .keyword]
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
      let upper = end.startOfHour(in: zone) + 3_600
      return (upper - 86_400..<upper, .hour)
    }
    let lastDay = CivilTime(end, in: zone).dayNumber
    let firstDay = days.map { lastDay - $0 + 1 } ?? min(lastDay, CivilTime(oldest, in: zone).dayNumber)
    let lower = CivilTime(dayNumber: firstDay).timestamp(in: zone)
    return (lower..<CivilTime(dayNumber: lastDay + 1).timestamp(in: zone), .day)
  }
}

extension Query {
  /// The moment since when every article of the query was published; nil where it does not say so.
  package var beginning: Timestamp? {
    conjuncts.compactMap { if case .since(let time) = $0 { time } else { nil } }.max()
  }

  /// The moment before which every article of the query was published; nil where it does not say so.
  package var end: Timestamp? {
    conjuncts.compactMap { if case .until(let time) = $0 { time } else { nil } }.min()
  }

  /// The last moment that the query can be about.
  package func lastMoment(now: Timestamp) -> Timestamp {
    let now = min(now, asOf ?? now)
    return end.map { min(now, $0 - 1) } ?? now
  }

  /// The range to count of a query that says since when, and the bucket to count by: hours for two days and less. Nil for other
  /// queries, and where that time is still to come.
  ///
  /// - Parameter oldest: the query's oldest article. What begins more than a year before it begins with it: `since:1990`.
  package func statedRange(
    now: Timestamp, in zone: TimeZone, oldest: () throws -> Timestamp?
  ) rethrows -> (range: Range<Timestamp>, bucket: StatisticsBucket)? {
    let last = lastMoment(now: now)
    guard let beginning, beginning <= last else { return nil }
    if last - beginning <= 2 * 86_400 {
      return (beginning.startOfHour(in: zone)..<last.startOfHour(in: zone) + 3_600, .hour)
    }
    let isLong = last - beginning > 366 * 86_400
    let first = isLong ? max(beginning, min(try oldest() ?? last, last)) : beginning
    let days = (CivilTime(first, in: zone).dayNumber, CivilTime(last, in: zone).dayNumber + 1)
    return (CivilTime(dayNumber: days.0).timestamp(in: zone)..<CivilTime(dayNumber: days.1).timestamp(in: zone), .day)
  }
}

extension Timestamp {
  fileprivate func startOfHour(in zone: TimeZone) -> Timestamp {
    let offset = Int64(zone.offset(at: self))
    return Timestamp((rawValue + offset).flooredQuotient(by: 3_600) * 3_600 - offset)
  }
}
