package import Foundation
package import NewsModel

/// An item as the JSON object that `newstape parse --as page` prints: every key is there, what is missing is null.
package struct PageObject: Encodable, Sendable {
  package var item: Item
  /// The zone in which dates are written.
  package var zone: TimeZone

  package init(_ item: Item, zone: TimeZone) {
    self.item = item
    self.zone = zone
  }

  private enum Key: String, CodingKey {
    case kind, label, title, source, byline, published, dateEstimated, summary, text, blocks, tags, previous, next
    case related, url, links, removed
    case isSelf = "self"
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode("page", forKey: .kind)
    try fields.encode(item.label, forKey: .label)
    try fields.encode(item.title, forKey: .title)
    try fields.encode(item.source, forKey: .source)
    try fields.encode(item.byline, forKey: .byline)
    try fields.encode(item.published?.iso8601(in: zone), forKey: .published)
    // The page itself gave no date, so that the file's time stands in its place, or not the whole of one.
    if item.isDateEstimated { try fields.encode(true, forKey: .dateEstimated) }
    try fields.encode(item.summary, forKey: .summary)
    try fields.encode(item.blocks.plainText, forKey: .text)
    try fields.encode(item.blocks, forKey: .blocks)
    try fields.encode(item.tags, forKey: .tags)
    try fields.encode(item.previous, forKey: .previous)
    try fields.encode(item.next, forKey: .next)
    try fields.encode(item.related.map { Related(item: $0, zone: zone) }, forKey: .related)
    if let url = item.url { try fields.encode(url, forKey: .url) }
    if !item.links.isEmpty { try fields.encode(item.links, forKey: .links) }
    if !item.removed.isEmpty { try fields.encode(item.removed, forKey: .removed) }
  }

  private struct Related: Encodable {
    let item: RelatedItem
    let zone: TimeZone

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(item.label, forKey: .label)
      try fields.encode(item.title, forKey: .title)
      try fields.encode(item.summary, forKey: .summary)
      try fields.encode(item.published?.iso8601(in: zone), forKey: .published)
      try fields.encode(item.isSelf, forKey: .isSelf)
    }
  }
}
