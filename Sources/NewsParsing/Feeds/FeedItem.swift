public import NewsModel

/// One entry of a feed, as the feed gives it.
public struct FeedItem: Hashable, Sendable {
  /// The feed's own name for it: `guid`, `id`, `rdf:about`; unique within the feed if all is well.
  public var id: String?
  /// Plain text on one line.
  public var title: String?
  /// The page for people; absolute wherever the feed's address is known, and never one that runs something.
  public var link: String?
  public var published: Timestamp?
  public var updated: Timestamp?
  /// Whether a part of the date was guessed: day and month may be exchanged, or the day is left out.
  public var isDateEstimated = false
  /// The first date of the item that could not be read.
  public var unreadableDate: String?
  /// Names, joined by commas where there are several; plain text on one line.
  public var author: String?
  /// HTML, whatever it was written as; addresses in it are absolute.
  public var summary: String?
  /// HTML like `summary`: the text that the feed calls the full one.
  public var content: String?
  /// Each once, in the feed's order.
  public var tags: [String]
  /// The title of the feed or site that the item was taken from.
  public var source: String?
  /// What newstape itself wrote beside all this; nil in feeds of others.
  public var own: OwnFields?

  /// What an article has that RSS has no elements for.
  public struct OwnFields: Hashable, Sendable {
    public var source: String?
    public var label: String?

    public init(source: String? = nil, label: String? = nil) {
      self.source = source
      self.label = label
    }
  }

  public init(
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
