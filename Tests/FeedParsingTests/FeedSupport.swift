import NewsModel

@testable import FeedParsing

func feed(_ text: String, _ context: FeedContext = FeedContext(address: "https://news.example/feeds/all.xml")) throws
  -> ParsedFeed
{
  try FeedParser.parse(Array(text.utf8), context: context).get()
}

/// A feed of RSS 2.0 with the given elements in its one item.
func item(_ elements: String, attributes: String = "") throws -> FeedItem {
  let items = try feed("<rss version=\"2.0\" \(attributes)><channel><item>\(elements)</item></channel></rss>").items
  return items.first ?? FeedItem()
}

/// The same for a feed of Atom 1.0.
func entry(_ elements: String, attributes: String = "") throws -> FeedItem {
  try feed("<feed xmlns=\"http://www.w3.org/2005/Atom\" \(attributes)><entry>\(elements)</entry></feed>").items.first
    ?? FeedItem()
}
