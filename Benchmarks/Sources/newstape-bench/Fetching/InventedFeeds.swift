import Corpus

/// Feeds of invented news, each with articles that no other one has.
struct InventedFeeds {
  let bodies: [[UInt8]]

  init(_ count: Int, items: Int, from generator: NewsGenerator) {
    var article = NewsArticle()
    bodies = (0..<count).map { number in
      var feed: [UInt8] = []
      FeedFormat.appendStart(to: &feed)
      for rank in number * items..<(number + 1) * items {
        generator.write(rank, to: &article)
        FeedFormat.append(article, to: &feed)
      }
      FeedFormat.appendEnd(to: &feed)
      return feed
    }
  }

  /// A list of sources to import: one for each number, at the address that it gets.
  static func opml(_ count: Int, address: (Int) -> String) -> String {
    let outlines = (0..<count).map { "<outline type=\"rss\" text=\"源\($0)\" xmlUrl=\"\(address($0))\"/>" }
    return "<opml version=\"2.0\"><body>\(outlines.joined(separator: "\n"))</body></opml>\n"
  }
}
