import WebAddresses

/// An article's place in the store. Ids follow publish time: the newer article has the larger id.
///
/// An id changes when an article's time is corrected; what must last is named by `ArticleKey`.
package struct ArticleID: RawRepresentable, Hashable, Comparable, Sendable, Codable {
  package var rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
  package static func < (a: ArticleID, b: ArticleID) -> Bool { a.rawValue < b.rawValue }
}

/// The stable public name of an article: `newstape show KEY`, the selection and undo use it.
package struct ArticleKey: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  package var rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ rawValue: Int64) { self.rawValue = rawValue }
  package var description: String { String(rawValue) }
}

/// What the reader did to an article. It outlives a re-import and a change of text.
package struct ArticleStatus: Hashable, Sendable, Codable {
  package var isRead: Bool
  package var isStarred: Bool
  /// Left out of every list and count, except where a query speaks of muted articles.
  package var isMuted: Bool

  package init(isRead: Bool = false, isStarred: Bool = false, isMuted: Bool = false) {
    self.isRead = isRead
    self.isStarred = isStarred
    self.isMuted = isMuted
  }
}

/// One row of the news feed: all that a list shows, and nothing of the body.
package struct Headline: Hashable, Sendable {
  package var id: ArticleID
  package var key: ArticleKey
  package var label: String?
  package var title: String
  package var source: String?
  package var published: Timestamp
  /// True where the text gave no time and the file's was taken.
  package var isDateEstimated: Bool
  /// Known from another page's related list only: no body yet.
  package var isStub: Bool
  package var status: ArticleStatus
  /// The page's tags, in its order.
  package var pageTags: [String]
  /// The reader's own tags in the order in which they were given; the page may have some of them too.
  package var ownTags: [String]
  /// What was read from the words of the article; empty as long as nobody has looked.
  package var facets: FacetValues
  /// When the store first saw it; nil where that was before arrivals were kept.
  package var arrived: Timestamp?
  /// The weightiest change by its source so far.
  package var change: ArticleChange
  /// When its page was found gone; nil where it was not.
  package var withdrawn: Timestamp?

  package init(
    id: ArticleID, key: ArticleKey, label: String? = nil, title: String, source: String? = nil, published: Timestamp,
    isDateEstimated: Bool = false, isStub: Bool = false, status: ArticleStatus = ArticleStatus(), tags: [String] = [],
    ownTags: [String] = [], facets: FacetValues = FacetValues(), arrived: Timestamp? = nil,
    change: ArticleChange = .none, withdrawn: Timestamp? = nil
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
    self.facets = facets
    self.arrived = arrived
    self.change = change
    self.withdrawn = withdrawn
  }

  /// All tags: the page's in its order, then the reader's own.
  package var tags: [String] { ownTags.isEmpty ? pageTags : pageTags + ownTags.filter { !pageTags.contains($0) } }
}

/// A saved article with its body.
@dynamicMemberLookup
package struct Article: Hashable, Sendable {
  package var headline: Headline
  /// The address is without user name and password: see `AddressSecrets`.
  package var details: ArticleDetails
  package var blocks: [Block]
  package var related: [RelatedArticle]
  /// What the body links to, in its order.
  package var links: [ArticleLink]
  /// Whose text `blocks` is.
  package var textOrigin: TextOrigin
  /// How much of the text is not there, in bytes, because only its beginning was wanted.
  package var bytesLeftOut = 0

  package init(
    headline: Headline, details: ArticleDetails = ArticleDetails(), blocks: [Block] = [],
    related: [RelatedArticle] = [], links: [ArticleLink] = [], textOrigin: TextOrigin = .own
  ) {
    self.headline = headline
    self.details = details
    self.details.url = details.url.map(AddressSecrets.withoutUser)
    self.blocks = blocks
    self.related = related
    self.links = links
    self.textOrigin = textOrigin
  }

  package subscript(dynamicMember field: WritableKeyPath<ArticleDetails, String?>) -> String? {
    get { details[keyPath: field] }
    set { details[keyPath: field] = newValue }
  }

  /// Who speaks in it: the source, then the writer, as far as they are known.
  package var credits: [String] { [headline.source, details.byline].compactMap(\.self) }
}

/// An entry of an article's related list, with the stored article it stands for where there is one.
package struct RelatedArticle: Hashable, Sendable {
  package var item: RelatedItem
  package var key: ArticleKey?

  package init(item: RelatedItem, key: ArticleKey? = nil) {
    self.item = item
    self.key = key
  }
}

extension Article {
  /// The article with as much of its text as can be laid out between two frames.
  ///
  /// - Parameter limit: in bytes; each piece of the text (a paragraph, an item of a list, a cell), and each line of one, counts some
  ///   more. What is beyond it is counted in `bytesLeftOut`.
  /// - Complexity: linear in `limit` and in the number of pieces.
  package func beginning(upTo limit: Int) -> Article {
    var room = limit
    var result = self
    result.blocks = []
    for block in blocks {
      guard room > 0 else { break }
      result.blocks.append(block.beginning(&room))
    }
    result.bytesLeftOut = blocks.reduce(0) { $0 + $1.size } - result.blocks.reduce(0) { $0 + $1.size }
    return result
  }
}

extension Block {
  /// The bytes of its text.
  fileprivate var size: Int {
    switch self {
    case .paragraph(let text), .heading(let text, _), .quote(let text), .code(let text), .figure(let text):
      text.utf8.count
    case .list(let items): items.reduce(0) { $0 + $1.utf8.count }
    case .table(let rows): rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.utf8.count } }
    }
  }

  /// As much of it as there is room for; takes that from the room.
  fileprivate func beginning(_ room: inout Int) -> Block {
    switch self {
    case .paragraph(let text): .paragraph(text.beginning(&room))
    case .heading(let text, let level): .heading(text.beginning(&room), level: level)
    case .quote(let text): .quote(text.beginning(&room))
    case .code(let text): .code(text.beginning(&room))
    case .figure(let text): .figure(text.beginning(&room))
    case .list(let items): .list(Block.taking(items, &room) { $0.beginning(&$1) })
    case .table(let rows):
      .table(Block.taking(rows, &room) { row, room in Block.taking(row, &room) { $0.beginning(&$1) } })
    }
  }

  private static func taking<T>(_ pieces: [T], _ room: inout Int, _ take: (T, inout Int) -> T) -> [T] {
    var taken: [T] = []
    for piece in pieces where room > 0 { taken.append(take(piece, &room)) }
    return taken
  }
}

extension String {
  /// What a line of text costs besides its bytes.
  private static let costOfLine = 32

  fileprivate func beginning(_ room: inout Int) -> String {
    room -= Self.costOfLine
    var end = utf8.startIndex
    while end < utf8.endIndex, room > 0 {
      room -= utf8[end] == UInt8(ascii: "\n") ? Self.costOfLine : 1
      end = utf8.index(after: end)
    }
    while String.Index(end, within: self) == nil { end = utf8.index(before: end) }
    return end < endIndex ? String(self[..<end]) : self
  }
}

/// Which text of an article is shown, where its page may have another than its feed.
package enum TextOrigin: Hashable, Sendable {
  /// The text that came with it; no other is wanted.
  case own
  /// That of its page, in the place of the feed's.
  case page
  /// The feed's, until the page comes. The failure is that of the last attempt; nil where there was none yet.
  case pagePending(FetchFailure?)
  /// The feed's: the page could not be had, and is not tried again.
  case pageMissing(FetchFailure)
}

/// A link in an article's body.
package struct ArticleLink: Hashable, Sendable, Codable {
  /// What the page shows for it.
  package var text: String
  /// Absolute, `http` or `https`, without user name and password.
  package var address: String

  package init(text: String, address: String) {
    self.text = text
    self.address = AddressSecrets.withoutUser(address)
  }

  /// The most that are kept of one article.
  package static let most = 200
}
