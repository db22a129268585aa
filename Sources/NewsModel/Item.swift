/// A news item as found in a page, a file or a feed: not saved yet.
public struct Item: Hashable, Sendable {
  /// The origin's own id for it, unique within its source; nil where the origin gives none.
  public var originID: String?
  public var url: String?
  /// The portal's headline label (今日热搜), without its colon or brackets.
  public var label: String?
  /// The headline without its label.
  public var title: String
  public var source: String?
  public var byline: String?
  /// When it was published; nil where the text does not say and nothing else is known.
  public var published: Timestamp?
  /// True where `published` is a guess: the file's time because the text says nothing, or a date of which a part was guessed.
  public var isDateEstimated: Bool
  public var summary: String?
  public var blocks: [Block]
  public var tags: [String]
  /// The titles of the pages that this one calls previous and next.
  public var previous: String?
  public var next: String?
  public var related: [RelatedItem]
  /// Only its headline is known, as another page's list of related news gives it.
  public var isStub: Bool
  /// What its reader had done to it where it comes from; done again to an article that is new here.
  public var marks: [StatusAction]
  /// What the body links to, in its order, each address once.
  public var links: [ArticleLink]
  /// The lines of the input that its reader took for no part of the article, in their order: notices, buttons, credits. Not stored.
  public var removed: [String]

  public init(
    originID: String? = nil, url: String? = nil, label: String? = nil, title: String, source: String? = nil,
    byline: String? = nil, published: Timestamp? = nil, isDateEstimated: Bool = false, summary: String? = nil,
    blocks: [Block] = [], tags: [String] = [], previous: String? = nil, next: String? = nil,
    related: [RelatedItem] = [], isStub: Bool = false, marks: [StatusAction] = [], links: [ArticleLink] = [],
    removed: [String] = []
  ) {
    self.originID = originID
    self.url = url
    self.label = label
    self.title = title
    self.source = source
    self.byline = byline
    self.published = published
    self.isDateEstimated = isDateEstimated
    self.summary = summary
    self.blocks = blocks
    self.tags = tags
    self.previous = previous
    self.next = next
    self.related = related
    self.isStub = isStub
    self.marks = marks
    self.links = links
    self.removed = removed
  }
}

/// A headline in a page's list of related news; its title may be cut short by the page.
public struct RelatedItem: Hashable, Sendable, Codable {
  public var label: String?
  public var title: String
  public var summary: String?
  public var published: Timestamp?
  /// True where the entry is the page itself.
  public var isSelf: Bool

  public init(
    label: String? = nil, title: String, summary: String? = nil, published: Timestamp? = nil, isSelf: Bool = false
  ) {
    self.label = label
    self.title = title
    self.summary = summary
    self.published = published
    self.isSelf = isSelf
  }
}
