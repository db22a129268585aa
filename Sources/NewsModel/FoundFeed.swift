/// A feed that was found at an address: what the reader is shown before it is subscribed to.
package struct FoundFeed: Hashable, Sendable {
  /// As the feed gives it; empty where it gives none.
  package var title: String
  /// Where the feed itself is fetched from, after redirects.
  package var address: String
  /// The page for people, as the feed gives it.
  package var homePage: String?
  /// How many items it holds now.
  package var items: Int
  /// The titles of some of its newest items, newest first.
  package var newestTitles: [String]

  package init(
    title: String, address: String, homePage: String? = nil, items: Int = 0, newestTitles: [String] = []
  ) {
    self.title = title
    self.address = address
    self.homePage = homePage
    self.items = items
    self.newestTitles = newestTitles
  }
}
