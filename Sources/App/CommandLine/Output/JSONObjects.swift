import Foundation
import NewsLibrary
import NewsModel
import NewsWriting

/// A line of `newstape list --json`.
struct HeadlineObject: Encodable {
  let id: Int64
  let published: String
  /// Whether the time is the file's, as the page gave none.
  let estimated: Bool
  let label: String?
  let title: String
  let source: String?
  /// The page's tags, then the reader's own.
  let tags: [String]
  let ownTags: [String]
  let read: Bool
  let starred: Bool
  let muted: Bool
  let stub: Bool
  /// When the store first saw it; left out where that is not known.
  let arrived: String?
  /// `wording` or `sense`, where its source has changed it.
  let change: String?
  /// When its page was found gone.
  let withdrawn: String?
  /// What is read from the words, as queries name it.
  let companies: [String]
  let events: [EventObject]
  let topics: [String]
  let tone: String?
  let keywords: [String]

  init(_ headline: Headline, zone: TimeZone) {
    id = headline.key.rawValue
    published = headline.published.iso8601(in: zone)
    estimated = headline.isDateEstimated
    label = headline.label
    title = headline.title
    source = headline.source
    tags = headline.tags
    ownTags = headline.ownTags
    read = headline.status.isRead
    starred = headline.status.isStarred
    muted = headline.status.isMuted
    stub = headline.isStub
    arrived = headline.arrived?.iso8601(in: zone)
    change = headline.change.name
    withdrawn = headline.withdrawn?.iso8601(in: zone)
    companies = headline.facets.companies
    events = headline.facets.events.map(EventObject.init)
    topics = headline.facets.topics.map(\.rawValue)
    tone = headline.facets.tone?.rawValue
    keywords = headline.facets.keywords
  }
}

/// What `newstape show --json` prints.
struct ArticleObject: Encodable {
  let id: Int64
  let label: String?
  let title: String
  let source: String?
  let byline: String?
  let published: String
  let estimated: Bool
  let url: String?
  let summary: String?
  let text: String
  let blocks: [Block]
  let tags: [String]
  let ownTags: [String]
  let previous: String?
  let next: String?
  let related: [Related]
  let read: Bool
  let starred: Bool
  let muted: Bool
  let stub: Bool
  let arrived: String?
  let change: String?
  let withdrawn: String?

  struct Related: Encodable {
    /// The stored article that it stands for.
    let id: Int64?
    let label: String?
    let title: String
    let summary: String?
    let published: String?
    let `self`: Bool
  }

  init(_ article: Article, zone: TimeZone) {
    let headline = article.headline
    id = headline.key.rawValue
    label = headline.label
    title = headline.title
    source = headline.source
    byline = article.byline
    published = headline.published.iso8601(in: zone)
    estimated = headline.isDateEstimated
    url = article.url
    summary = article.summary
    text = article.blocks.plainText
    blocks = article.blocks
    tags = headline.tags
    ownTags = headline.ownTags
    previous = article.previous
    next = article.next
    related = article.related.map { entry in
      Related(
        id: entry.key?.rawValue, label: entry.item.label, title: entry.item.title, summary: entry.item.summary,
        published: entry.item.published?.iso8601(in: zone), self: entry.item.isSelf)
    }
    read = headline.status.isRead
    starred = headline.status.isStarred
    muted = headline.status.isMuted
    stub = headline.isStub
    arrived = headline.arrived?.iso8601(in: zone)
    change = headline.change.name
    withdrawn = headline.withdrawn?.iso8601(in: zone)
  }
}

/// A line of `newstape show --history --json`: what an article said, since when, and until when; null for what it says now.
struct VersionObject: Encodable {
  private let article: ArticleObject
  private let replaced: String?

  private enum Key: CodingKey { case replaced }

  init(_ version: KeptVersion, zone: TimeZone) {
    var article = version.article
    article.headline.arrived = version.arrived
    self.article = ArticleObject(article, zone: zone)
    replaced = version.replaced?.iso8601(in: zone)
  }

  func encode(to encoder: any Encoder) throws {
    try article.encode(to: encoder)
    var rest = encoder.container(keyedBy: Key.self)
    try rest.encodeIfPresent(replaced, forKey: .replaced)
  }
}

/// A line of `newstape tags --json` and `newstape sources --json`.
struct TermObject: Encodable {
  let name: String
  let count: Int
  let unread: Int

  init(_ term: TermCount) {
    name = term.name
    count = term.count
    unread = term.unread
  }
}

/// A line of `newstape saved --json`.
struct SavedQueryObject: Encodable {
  let name: String
  let query: String
  /// Whether the pages of its articles are looked at again.
  let recheck: Bool
}

/// A line of `newstape rules --json`.
struct RuleObject: Encodable {
  let name: String
  let query: String
  let actions: [String]
  let enabled: Bool

  init(_ rule: Rule) {
    name = rule.name
    query = rule.text
    actions = rule.actions.map(\.description)
    enabled = rule.isEnabled
  }
}

/// What `newstape stats --json` prints.
struct StatisticsObject: Encodable {
  /// Null where the query says its time.
  let span: StatisticsSpan?
  /// The range that is counted: from its start up to, not including, its end.
  let from: String
  let to: String
  let bucket: StatisticsBucket
  /// Of all time.
  let total: Totals
  let range: Totals
  /// Articles in the range of equal length before.
  let previous: Int
  let volume: [Volume]
  let tags: [Term]
  let sources: [Term]
  let labels: [Term]

  struct Volume: Encodable {
    let start: String
    let count: Int
    let unread: Int
  }

  struct Term: Encodable {
    let name: String
    let count: Int
    let previous: Int
    let unread: Int
    let series: [Int]

    init(_ term: TermCount) {
      name = term.name
      count = term.count
      previous = term.previousCount
      unread = term.unread
      series = term.series
    }
  }

  init(_ statistics: Statistics, span: StatisticsSpan?, zone: TimeZone) {
    self.span = span
    from = statistics.request.range.lowerBound.iso8601(in: zone)
    to = statistics.request.range.upperBound.iso8601(in: zone)
    bucket = statistics.request.bucket
    total = statistics.overall
    range = statistics.inRange
    previous = statistics.previousCount
    volume = statistics.volume.map { Volume(start: $0.start.iso8601(in: zone), count: $0.count, unread: $0.unread) }
    tags = statistics.tags.map { Term($0) }
    sources = statistics.sources.map { Term($0) }
    labels = statistics.labels.map { Term($0) }
  }
}

/// A value as JSON that says `"sample": true` where it comes from the bundled sample, so that scripts do not take it for the user's news.
struct SampleMarked<Value: Encodable>: Encodable {
  let value: Value
  let isSample: Bool

  private enum Key: CodingKey { case sample }

  func encode(to encoder: any Encoder) throws {
    try value.encode(to: encoder)
    guard isSample else { return }
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(true, forKey: .sample)
  }
}

extension Output {
  /// Writes what was read from a library as JSON on a line of its own.
  mutating func writeJSON(_ value: some Encodable, from library: NewsLibrary) throws {
    try writeJSON(SampleMarked(value: value, isSample: library.isSample))
  }
}
