package import Foundation
import NewsModel

/// The start of the JSON object that `newstape parse --as feed` prints: what stands before the items.
package struct FeedObject: Encodable, Sendable {
  package var feed: ParsedFeed

  package init(_ feed: ParsedFeed) { self.feed = feed }

  private enum Key: String, CodingKey { case kind, title, link }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode("feed", forKey: .kind)
    try fields.encodeIfPresent(feed.title, forKey: .title)
    try fields.encodeIfPresent(feed.link, forKey: .link)
  }
}

/// An item of a feed as a JSON object: every key is there, what is missing is null.
package struct FeedItemObject: Encodable, Sendable {
  package var item: FeedItem
  /// The zone in which dates are written.
  package var zone: TimeZone

  package init(_ item: FeedItem, zone: TimeZone) {
    self.item = item
    self.zone = zone
  }

  private enum Key: String, CodingKey {
    case id, title, link, published, dateEstimated, updated, author, summary, content, tags
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encodeIfPresent(item.id, forKey: .id)
    try fields.encodeIfPresent(item.heading, forKey: .title)
    try fields.encodeIfPresent(item.link, forKey: .link)
    try fields.encodeIfPresent(item.published?.iso8601(in: zone), forKey: .published)
    // As of a page: only where it is so.
    if item.isDateEstimated { try fields.encode(true, forKey: .dateEstimated) }
    try fields.encodeIfPresent(item.updated?.iso8601(in: zone), forKey: .updated)
    try fields.encodeIfPresent(item.author, forKey: .author)
    try fields.encodeIfPresent(item.summary, forKey: .summary)
    try fields.encodeIfPresent(item.content, forKey: .content)
    try fields.encode(item.tags, forKey: .tags)
  }
}
