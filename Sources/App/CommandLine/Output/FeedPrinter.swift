import Foundation
import NewsLibrary
import NewsWriting

/// Prints a feed as one JSON object while it is read: with the memory of one item.
///
/// Title and link come first. Where a feed names them only behind its first items, these wait.
struct FeedPrinter {
  private let zone: TimeZone
  /// Items that wait for the title.
  private var waiting: [UInt8] = []
  private var isBegun = false
  private var isEmpty = true

  init(zone: TimeZone) { self.zone = zone }

  mutating func add(_ item: NewsFeedItem, of feed: NewsFeed, to output: inout Output) throws {
    if !isBegun, feed.title != nil, feed.link != nil { try begin(feed, &output) }
    if !isEmpty { waiting.append(UInt8(ascii: ",")) }
    isEmpty = false
    try JSONLine.append(ParsedFeedItem(item, zone: zone), to: &waiting)
    if isBegun { try output.writeJSON(piece: &waiting) }
  }

  mutating func end(_ feed: NewsFeed, to output: inout Output) throws {
    if !isBegun { try begin(feed, &output) }
    waiting += "]}".utf8
    try output.writeJSON(piece: &waiting)
    try output.writeLine()
  }

  private mutating func begin(_ feed: NewsFeed, _ output: inout Output) throws {
    isBegun = true
    var start: [UInt8] = []
    try JSONLine.append(ParsedFeedObject(feed), to: &start)
    // The object stays open for its items.
    start.removeLast()
    start += ",\"items\":[".utf8
    try output.writeJSON(piece: &start)
    try output.writeJSON(piece: &waiting)
  }
}
