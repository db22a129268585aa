import Foundation
import NewsFetching
import NewsModel
import NewsParsing

/// What was fetched, read as feed or page.
enum WebReading {
  /// - Parameter limit: of a feed that is served as a packed file, in bytes once unpacked.
  static func feed(_ body: FetchedBody, zone: TimeZone, limit: Int) -> Result<ParsedFeed, FetchFailure> {
    unpacked(body.bytes, limit: limit).flatMap { bytes in
      NewsParser.parseFeed(
        bytes, context: FeedContext(address: body.address, contentType: body.contentType, zone: zone)
      )
      .mapError { _ in .notNews }
    }
  }

  /// The contents of a file of gzip, such as `feed.xml.gz`; other bytes as they are.
  private static func unpacked(_ bytes: [UInt8], limit: Int) -> Result<[UInt8], FetchFailure> {
    guard GzipInflater.isGzip(bytes), var inflater = GzipInflater() else { return .success(bytes) }
    var output: [UInt8] = []
    do {
      try bytes.withUnsafeBytes { bytes in
        try inflater.feed(bytes) { piece in
          guard output.count + piece.count <= limit else { throw FetchFailure.tooLarge(limit: limit) }
          output.append(contentsOf: piece)
        }
      }
    } catch {
      return .failure(error as? FetchFailure ?? .broken)
    }
    return inflater.isAtEnd ? .success(output) : .failure(.broken)
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

  /// The feeds that a page names.
  static func feeds(namedBy body: FetchedBody) -> [FeedLink] {
    body.bytes.withUnsafeBytes {
      NewsParser.feedLinks(in: $0, contentType: body.contentType, address: body.address)
    }
  }

  static func signposts(on body: FetchedBody) -> PageSignposts {
    body.bytes.withUnsafeBytes { PageSignposts(in: $0, contentType: body.contentType, address: body.address) }
  }
}
