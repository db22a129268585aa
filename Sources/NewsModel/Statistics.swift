/// The length of one bar of a volume chart.
public enum StatisticsBucket: String, Hashable, Sendable, Codable {
  case hour
  case day
}

/// What is to be counted: the articles of a query in a range of time.
public struct StatisticsRequest: Hashable, Sendable {
  public var query: Query
  /// From the start of the first bucket up to, not including, the end of the last, in the reader's zone.
  public var range: Range<Timestamp>
  public var bucket: StatisticsBucket
  /// How many tags, sources and labels to name at most.
  public var termLimit: Int

  public init(query: Query, range: Range<Timestamp>, bucket: StatisticsBucket, termLimit: Int = 20) {
    self.query = query
    self.range = range
    self.bucket = bucket
    self.termLimit = termLimit
  }
}

/// Counts for the articles that a filter shows.
public struct Statistics: Hashable, Sendable {
  public var request: StatisticsRequest
  /// Of all time, not only of the range.
  public var overall: Totals
  public var inRange: Totals
  /// The number of articles in the range of equal length directly before.
  public var previousCount: Int
  /// Every bucket of the range, empty ones too, oldest first.
  public var volume: [VolumeBucket]
  /// The most frequent in the range, largest first; at most `termLimit`.
  public var tags: [TermCount]
  public var sources: [TermCount]
  public var labels: [TermCount]

  public init(
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
public struct Totals: Hashable, Sendable, Codable {
  public var articles: Int
  public var unread: Int
  public var starred: Int
  public var stubs: Int

  public init(articles: Int = 0, unread: Int = 0, starred: Int = 0, stubs: Int = 0) {
    self.articles = articles
    self.unread = unread
    self.starred = starred
    self.stubs = stubs
  }
}

/// The articles published in one hour or one local day.
public struct VolumeBucket: Hashable, Sendable, Codable {
  public var start: Timestamp
  public var count: Int
  public var unread: Int

  public init(start: Timestamp, count: Int = 0, unread: Int = 0) {
    self.start = start
    self.count = count
    self.unread = unread
  }
}

/// How often a tag, source or label occurs.
public struct TermCount: Hashable, Sendable, Codable {
  public var name: String
  public var count: Int
  /// In the range of equal length directly before; 0 where that was not counted.
  public var previousCount: Int
  public var unread: Int
  /// Counts in seven equal slices of the range, oldest first; empty where that was not counted.
  public var series: [Int]

  public init(name: String, count: Int, previousCount: Int = 0, unread: Int = 0, series: [Int] = []) {
    self.name = name
    self.count = count
    self.previousCount = previousCount
    self.unread = unread
    self.series = series
  }
}

/// The fields of an article whose values can be listed with their counts.
public enum TermField: String, Hashable, Sendable, Codable, CaseIterable {
  case tag
  case source
  case label
}
