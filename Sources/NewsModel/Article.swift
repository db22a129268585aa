/// An article's place in the store. Ids follow publish time: the newer article has the larger id.
///
/// An id changes when an article's time is corrected; what must last is named by `ArticleKey`.
public struct ArticleID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public init(_ rawValue: Int64) { self.rawValue = rawValue }
  public static func < (a: ArticleID, b: ArticleID) -> Bool { a.rawValue < b.rawValue }
}

/// The stable public name of an article: `newstape show KEY`, the selection and undo use it.
public struct ArticleKey: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public init(_ rawValue: Int64) { self.rawValue = rawValue }
  public var description: String { String(rawValue) }
}

/// What the reader did to an article. It outlives a re-import and a change of text.
public struct ArticleStatus: Hashable, Sendable, Codable {
  public var isRead: Bool
  public var isStarred: Bool
  /// Left out of every list and count, except where a query speaks of muted articles.
  public var isMuted: Bool

  public init(isRead: Bool = false, isStarred: Bool = false, isMuted: Bool = false) {
    self.isRead = isRead
    self.isStarred = isStarred
    self.isMuted = isMuted
  }
}

/// One row of the news feed: all that a list shows, and nothing of the body.
public struct Headline: Hashable, Sendable {
  public var id: ArticleID
  public var key: ArticleKey
  public var label: String?
  public var title: String
  public var source: String?
  public var published: Timestamp
  /// True where the text gave no time and the file's was taken.
  public var isDateEstimated: Bool
  /// Known from another page's related list only: no body yet.
  public var isStub: Bool
  public var status: ArticleStatus
  /// The page's tags, in its order.
  public var pageTags: [String]
  /// The reader's own tags in the order in which they were given; the page may have some of them too.
  public var ownTags: [String]

  public init(
    id: ArticleID, key: ArticleKey, label: String? = nil, title: String, source: String? = nil, published: Timestamp,
    isDateEstimated: Bool = false, isStub: Bool = false, status: ArticleStatus = ArticleStatus(), tags: [String] = [],
    ownTags: [String] = []
  ) {
    self.id = id
    self.key = key
    self.label = label
    self.title = title
    self.source = source
    self.published = published
    self.isDateEstimated = isDateEstimated
    self.isStub = isStub
    self.status = status
    pageTags = tags
    self.ownTags = ownTags
  }

  /// All tags: the page's in its order, then the reader's own.
  public var tags: [String] { ownTags.isEmpty ? pageTags : pageTags + ownTags.filter { !pageTags.contains($0) } }
}

/// A saved article with its body.
public struct Article: Hashable, Sendable {
  public var headline: Headline
  /// The origin's own id for it; nil where the origin gives none.
  public var originID: String?
  /// Without user name and password: see `AddressSecrets`.
  public var url: String?
  public var byline: String?
  public var summary: String?
  public var blocks: [Block]
  public var previous: String?
  public var next: String?
  public var related: [RelatedArticle]
  /// What the body links to, in its order.
  public var links: [ArticleLink]
  /// Whose text `blocks` is.
  public var textOrigin: TextOrigin
  /// How much of the text is not there, in bytes, because only its beginning was wanted.
  public var bytesLeftOut = 0

  public init(
    headline: Headline, originID: String? = nil, url: String? = nil, byline: String? = nil, summary: String? = nil,
    blocks: [Block] = [], previous: String? = nil, next: String? = nil, related: [RelatedArticle] = [],
    links: [ArticleLink] = [], textOrigin: TextOrigin = .own
  ) {
    self.headline = headline
    self.originID = originID
    self.url = url.map(AddressSecrets.withoutUser)
    self.byline = byline
    self.summary = summary
    self.blocks = blocks
    self.previous = previous
    self.next = next
    self.related = related
    self.links = links
    self.textOrigin = textOrigin
  }
}

/// An entry of an article's related list, with the stored article it stands for where there is one.
public struct RelatedArticle: Hashable, Sendable {
  public var item: RelatedItem
  public var key: ArticleKey?

  public init(item: RelatedItem, key: ArticleKey? = nil) {
    self.item = item
    self.key = key
  }
}
