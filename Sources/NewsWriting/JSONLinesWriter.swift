import Foundation
import JSON
import Log
import NewsModel

/// Articles as JSON Lines, which `newstape import` reads back without loss.
struct JSONLinesWriter: DocumentWriter {
  let zone: TimeZone

  func begin(_ bytes: inout [UInt8]) {}

  func write(_ article: Article, former: [KeptVersion], to bytes: inout [UInt8]) {
    let line = ArticleLineWithHistory(article, former: former, zone: zone)
    // Its fields are texts and numbers: none of them refuses to be written.
    Log.attempt("write article \(article.headline.key) as JSON", .error) { try JSONLine.append(line, to: &bytes) }
    bytes.append(UInt8(ascii: "\n"))
  }

  func end(_ bytes: inout [UInt8]) {}
}

/// One article with what it said before, the oldest first.
private struct ArticleLineWithHistory: Encodable {
  /// Holds what the article holds, as it was, and when it came and went.
  private struct Former: Encodable {
    let line: ArticleLine
    let replaced: String?

    private enum Key: CodingKey { case replaced }

    func encode(to encoder: any Encoder) throws {
      try line.encode(to: encoder)
      var rest = encoder.container(keyedBy: Key.self)
      try rest.encodeIfPresent(replaced, forKey: .replaced)
    }
  }

  private let line: ArticleLine
  private let history: [Former]

  private enum Key: CodingKey { case history }

  init(_ article: Article, former: [KeptVersion], zone: TimeZone) {
    line = ArticleLine(article, zone: zone)
    history = former.map { version in
      var article = version.article
      article.headline.arrived = version.arrived
      return Former(line: ArticleLine(article, zone: zone), replaced: version.replaced?.iso8601(in: zone))
    }
  }

  func encode(to encoder: any Encoder) throws {
    try line.encode(to: encoder)
    var rest = encoder.container(keyedBy: Key.self)
    try rest.encode(history, forKey: .history)
  }
}

/// One article as a line holds it. A reader knows by `blocks` that nothing in it is to be guessed.
private struct ArticleLine: Encodable {
  let id: String?
  let url: String?
  let published: String
  let estimated: Bool
  let label: String?
  let title: String
  let source: String?
  let byline: String?
  let summary: String?
  let blocks: [Block]
  /// The page's alone.
  let tags: [String]
  let ownTags: [String]
  let previous: String?
  let next: String?
  let related: [Related]
  let links: [ArticleLink]
  let read: Bool
  let starred: Bool
  let muted: Bool
  let stub: Bool
  /// When the store first saw it; left out where that is not known.
  let arrived: String?
  /// How its source has changed it, and when its page was found gone; not read back.
  let change: String?
  let withdrawn: String?
  /// What was read from the words; not read back.
  let facets: FacetLine?

  struct Related: Encodable {
    let label: String?
    let title: String
    let summary: String?
    let published: String?
    let `self`: Bool
  }

  init(_ article: Article, zone: TimeZone) {
    let headline = article.headline
    id = article.originID
    url = article.url
    published = headline.published.iso8601(in: zone)
    estimated = headline.isDateEstimated
    label = headline.label
    title = headline.title
    source = headline.source
    byline = article.byline
    summary = article.summary
    blocks = article.blocks
    tags = headline.pageTags
    ownTags = headline.ownTags
    previous = article.previous
    next = article.next
    related = article.related.map { entry in
      Related(
        label: entry.item.label, title: entry.item.title, summary: entry.item.summary,
        published: entry.item.published?.iso8601(in: zone), self: entry.item.isSelf)
    }
    links = article.links
    read = headline.status.isRead
    starred = headline.status.isStarred
    muted = headline.status.isMuted
    stub = headline.isStub
    arrived = headline.arrived?.iso8601(in: zone)
    change = headline.change.name
    withdrawn = headline.withdrawn?.iso8601(in: zone)
    facets = FacetLine(headline.facets)
  }
}
