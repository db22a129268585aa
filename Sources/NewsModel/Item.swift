/// A news item as found in a page, a file or a feed: not saved yet.
@dynamicMemberLookup
package struct Item: Hashable, Sendable {
  package var details: ArticleDetails
  /// The portal's headline label (今日热搜), without its colon or brackets.
  package var label: String?
  /// The headline without its label.
  package var title: String
  package var source: String?
  /// When it was published; nil where the text does not say and nothing else is known.
  package var published: Timestamp?
  /// True where `published` is a guess: the file's time because the text says nothing, or a date of which a part was guessed.
  package var isDateEstimated: Bool
  package var blocks: [Block]
  package var tags: [String]
  package var related: [RelatedItem]
  /// Only its headline is known, as another page's list of related news gives it.
  package var isStub: Bool
  /// What its reader had done to it where it comes from; done again to an article that is new here.
  package var marks: [StatusAction]
  /// When it was first seen, where what holds it says so; nil for when it is saved.
  package var arrived: Timestamp?
  /// When its page was found gone, where what holds it says so; kept for an article that is new here.
  package var withdrawn: Timestamp?
  /// What the body links to, in its order, each address once.
  package var links: [ArticleLink]
  /// What it said before its source changed it, the oldest first; kept for an article that is new here.
  package var former: [FormerItem] = []
  /// The lines of the input that its reader took for no part of the article, in their order: notices, buttons, credits. Not stored.
  package var removed: [String]

  package init(
    originID: String? = nil, url: String? = nil, label: String? = nil, title: String, source: String? = nil,
    byline: String? = nil, published: Timestamp? = nil, isDateEstimated: Bool = false, summary: String? = nil,
    blocks: [Block] = [], tags: [String] = [], previous: String? = nil, next: String? = nil,
    related: [RelatedItem] = [], isStub: Bool = false, marks: [StatusAction] = [], arrived: Timestamp? = nil,
    links: [ArticleLink] = [], removed: [String] = []
  ) {
    details = ArticleDetails(
      originID: originID, url: url, byline: byline, summary: summary, previous: previous, next: next)
    self.label = label
    self.title = title
    self.source = source
    self.published = published
    self.isDateEstimated = isDateEstimated
    self.blocks = blocks
    self.tags = tags
    self.related = related
    self.isStub = isStub
    self.marks = marks
    self.arrived = arrived
    self.links = links
    self.removed = removed
  }

  package subscript(dynamicMember field: WritableKeyPath<ArticleDetails, String?>) -> String? {
    get { details[keyPath: field] }
    set { details[keyPath: field] = newValue }
  }
}

/// What an article said until its source changed it.
package struct FormerItem: Hashable, Sendable {
  /// More of one article are not taken in.
  package static let most = 500

  package var item: Item
  /// When the next version arrived.
  package var replaced: Timestamp

  package init(_ item: Item, until replaced: Timestamp) {
    self.item = item
    self.replaced = replaced
  }
}

/// A headline in a page's list of related news; its title may be cut short by the page.
package struct RelatedItem: Hashable, Sendable, Codable {
  package var label: String?
  package var title: String
  package var summary: String?
  package var published: Timestamp?
  /// True where the entry is the page itself.
  package var isSelf: Bool

  package init(
    label: String? = nil, title: String, summary: String? = nil, published: Timestamp? = nil, isSelf: Bool = false
  ) {
    self.label = label
    self.title = title
    self.summary = summary
    self.published = published
    self.isSelf = isSelf
  }
}

/// The origin's own ids of articles (`Item.originID`): which texts are one.
package enum OriginID {
  /// The text where it is an id; nil for what stands for "none", such as `N/A`, `null`, `-`, `0` or 无.
  ///
  /// O(length); most ids are recognised by their first digit.
  package static func named(_ text: String?) -> String? {
    guard let text, !isPlaceholder(text) else { return nil }
    return text
  }

  /// Whether a text stands for "none" in a place where an id or an address should stand: nothing but signs and zeros, or one of the
  /// words for it, in whatever brackets or quotes.
  package static func isPlaceholder(_ text: String) -> Bool {
    let numbers = UInt8(ascii: "1")...UInt8(ascii: "9")
    guard !text.utf8.contains(where: numbers.contains) else { return text == "-1" }
    guard text.utf8.count <= longest else { return false }
    let word = String(String.UnicodeScalarView(text.unicodeScalars.filter(\.properties.isAlphabetic))).lowercased()
    return words.contains(word)
  }

  /// In bytes; no word in brackets is longer, nor is an id of zeros.
  private static let longest = 40

  /// Without signs and zeros; the empty one is what is left of `-`, `0` and `#`.
  private static let words: Set<String> = [
    "", "na", "none", "null", "nil", "nan", "nat", "undefined", "unknown", "empty", "missing", "false", "true",
    "notavailable", "notapplicable", "tbd", "无", "無", "暂无", "暫無", "没有", "沒有", "空", "未知", "不详", "不詳", "缺失",
  ]
}
