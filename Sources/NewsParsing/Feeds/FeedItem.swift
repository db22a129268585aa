package import NewsModel

/// One entry of a feed, as the feed gives it.
package struct FeedItem: Hashable, Sendable {
  /// The feed's own name for it: `guid`, `id`, `rdf:about`; unique within the feed if all is well.
  package var id: String?
  /// Plain text on one line.
  package var title: String?
  /// The page for people; absolute wherever the feed's address is known, and never one that runs something.
  package var link: String?
  package var published: Timestamp?
  package var updated: Timestamp?
  /// Whether a part of the date was guessed: day and month may be exchanged, or the day is left out.
  package var isDateEstimated = false
  /// The first date of the item that could not be read.
  package var unreadableDate: String?
  /// Names, joined by commas where there are several; plain text on one line.
  package var author: String?
  /// HTML, whatever it was written as; addresses in it are absolute.
  package var summary: String?
  /// HTML like `summary`: the text that the feed calls the full one.
  package var content: String?
  /// Each once, in the feed's order.
  package var tags: [String]
  /// The title of the feed or site that the item was taken from.
  package var source: String?
  /// What newstape itself wrote beside all this; nil in feeds of others.
  package var own: OwnFields?

  /// What an article has that RSS has no elements for.
  package struct OwnFields: Hashable, Sendable {
    package var source: String?
    package var label: String?

    package init(source: String? = nil, label: String? = nil) {
      self.source = source
      self.label = label
    }
  }

  package init(
    id: String? = nil, title: String? = nil, link: String? = nil, published: Timestamp? = nil,
    updated: Timestamp? = nil, author: String? = nil, summary: String? = nil, content: String? = nil,
    tags: [String] = [], source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.link = link
    self.published = published
    self.updated = updated
    self.author = author
    self.summary = summary
    self.content = content
    self.tags = tags
    self.source = source
  }
}
