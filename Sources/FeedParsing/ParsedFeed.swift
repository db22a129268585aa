/// A feed as it was read.
package struct ParsedFeed: Hashable, Sendable {
  /// Plain text on one line.
  package var title: String?
  /// The page for people, absolute wherever the feed's address is known.
  package var link: String?
  /// In the feed's order; empty where they were handed over one by one.
  package var items: [FeedItem]
  /// What was wrong, each kind once.
  package var notes: [FeedNote]
  /// Seconds between two changes, by the feed's own word (`ttl`, `sy:updatePeriod`).
  package var updateInterval: Int?
  /// Where the feed says that it is.
  package var selfLink: String?
  /// A WebSub hub that tells of changes.
  package var hub: String?
  /// The language tag, in small letters.
  package var language: String?

  package init(
    title: String? = nil, link: String? = nil, items: [FeedItem] = [], notes: [FeedNote] = [],
    updateInterval: Int? = nil, selfLink: String? = nil, hub: String? = nil, language: String? = nil
  ) {
    self.title = title
    self.link = link
    self.items = items
    self.notes = notes
    self.updateInterval = updateInterval
    self.selfLink = selfLink
    self.hub = hub
    self.language = language
  }
}
