package import SourceForms
import TextBasics

/// Reads feeds of any kind: RSS, Atom, RDF, CDF and JSON Feed.
package enum FeedParser {
  /// Reads a feed.
  ///
  /// As much as can be read is read; what was wrong stands in the feed's notes. Nothing is fetched, whatever the feed names. Takes
  /// time linear in the input. Refused is what is empty, no feed at all, or larger than `context.sizeLimit`.
  package static func parse(
    _ bytes: UnsafeRawBufferPointer, context: FeedContext = FeedContext()
  ) -> Result<ParsedFeed, ParseRefusal> {
    var items: [FeedItem] = []
    return read(bytes, context: context) { item, _ in items.append(item) }.map { feed in
      var feed = feed
      feed.items = items
      return feed
    }
  }

  package static func parse(
    _ bytes: [UInt8], context: FeedContext = FeedContext()
  ) -> Result<ParsedFeed, ParseRefusal> {
    bytes.withUnsafeBytes { parse($0, context: context) }
  }

  /// The same item by item, in the feed's order, with the memory of one: each comes with what is known of the feed so far, which is
  /// all of it in most feeds. The feed that is given at the end holds no items.
  package static func read(
    _ bytes: UnsafeRawBufferPointer, context: FeedContext, emit: (FeedItem, ParsedFeed) -> Void
  ) -> Result<ParsedFeed, ParseRefusal> {
    guard bytes.count <= context.sizeLimit else { return .failure(ParseRefusal(.tooLarge(limit: context.sizeLimit))) }
    let text = FeedBytes(bytes, contentType: context.contentType)
    return text.withUTF8(bytes) { utf8 in
      guard let first = utf8.first(where: { $0 > 0x20 }) else { return .failure(ParseRefusal(.empty)) }
      var feed: ParsedFeed
      var ids = KnownIDs()
      if first == UInt8(ascii: "{") {
        var reader = JSONFeedReader(context: context)
        reader.read(utf8) { item, feed in
          ids.note(item)
          emit(item, feed)
        }
        guard reader.isFeed else { return .failure(ParseRefusal(.noFeed)) }
        feed = reader.feed
      } else {
        var reader = FeedReader(utf8, context: context)
        while let item = reader.next() {
          ids.note(item)
          emit(item, reader.head.feed(notes: []))
        }
        guard reader.isFeed else { return .failure(ParseRefusal(.noFeed)) }
        feed = reader.head.feed(notes: reader.notes.all)
      }
      feed.notes = text.notes + feed.notes + ids.notes
      return .success(feed)
    }
  }
}

/// The ids of a feed so far, as digests.
private struct KnownIDs {
  private var digests: Set<UInt64> = []
  private(set) var notes: [FeedNote] = []

  mutating func note(_ item: FeedItem) {
    guard let id = item.id, !digests.insert(FeedDigest(id).value).inserted, notes.isEmpty else { return }
    notes = [.repeatedID(String(String.UnicodeScalarView(id.unicodeScalars.prefix(80))))]
  }
}

/// A digest by which texts of a feed are told apart.
struct FeedDigest {
  private var digest = Digest()
  var value: UInt64 { digest.value }

  init(_ parts: String?...) {
    for part in parts {
      digest.add((part ?? "").utf8)
      // What no UTF-8 text holds parts them.
      digest.add(0xff)
    }
  }

  /// 16 hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
