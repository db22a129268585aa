internal import Foundation
internal import NewsFetching
internal import NewsModel
internal import NewsParsing

/// What was fetched, read as feed or page.
enum WebReading {
  static func feed(_ body: FetchedBody, zone: TimeZone) -> Result<ParsedFeed, ParseRefusal> {
    NewsParser.parseFeed(
      body.bytes, context: FeedContext(address: body.address, contentType: body.contentType, zone: zone))
  }

  /// An entry of a feed as news of a subscription, of which the store knows the name and the tags when it saves it.
  static func item(_ entry: FeedItem, of subscription: Subscription, now: Timestamp) -> Item {
    var item = entry.item(source: subscription.name, now: now)
    item.source = nil
    return item
  }

  static func page(_ body: FetchedBody, zone: TimeZone, now: Timestamp) -> Result<Item, ParseRefusal> {
    NewsParser.parseWebPage(
      body.bytes, contentType: body.contentType, address: body.address, context: ParsingContext(zone: zone, now: now))
  }

  /// The addresses of the feeds that a page names.
  static func feeds(namedBy body: FetchedBody) -> [String] {
    body.bytes.withUnsafeBytes {
      NewsParser.feedLinks(in: $0, contentType: body.contentType, address: body.address).map(\.address)
    }
  }
}
