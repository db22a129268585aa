package import NewsModel
import TextBasics

/// One answer of a feed, or one file, while its items arrive, in one transaction or in many.
///
/// Two items of a body that say different things are different articles, whatever id or address they share: so it remembers which
/// articles its items are. An item that is a known article by a name alone, and says something else, waits until the body has
/// ended: the article's own item may still come.
package struct ArrivingBody: Sendable {
  /// The articles that its items are.
  private var keys = KeySet()
  private(set) var sharedNames: SharedNames
  private var waiting: [Waiting] = []

  private struct Waiting {
    var draft: ItemDraft
    var name: Int64
  }

  /// So many items wait at most, which bounds memory; then those that wait are decided by what is known so far.
  private static let mostWaiting = 1_000

  init(sharedNames: SharedNames) { self.sharedNames = sharedNames }

  /// One of which nothing has come yet.
  package init() { self.init(sharedNames: SharedNames()) }

  /// Whether items wait for its end.
  package var hasWaitingItems: Bool { !waiting.isEmpty }

  var isCrowded: Bool { waiting.count >= Self.mostWaiting }

  func holds(_ article: StoredArticle) -> Bool { keys.contains(article.key) }

  mutating func note(_ key: Int64) { keys.insert(key) }

  /// Lets an item wait that is a known article by `name` alone. A name that items bear which say different things names neither.
  mutating func postpone(_ draft: ItemDraft, named name: Int64) {
    let isShared = waiting.contains { other in
      other.name == name && !Likeness(other.draft.content.article, draft.content.article).saysTheSame
    }
    if isShared { sharedNames.insert(name) }
    waiting.append(Waiting(draft: draft, name: name))
  }

  /// The items that waited, in their order; none waits any more.
  mutating func removeWaiting() -> [ItemDraft] {
    defer { waiting = [] }
    return waiting.map(\.draft)
  }
}

/// A set of keys of articles that came or lie near one another: a bit for each, so that a million take a quarter of a megabyte.
private struct KeySet {
  private var words: [Int64: UInt64] = [:]

  func contains(_ key: Int64) -> Bool { (words[key >> 6] ?? 0) & Self.bit(key) != 0 }

  mutating func insert(_ key: Int64) { words[key >> 6, default: 0] |= Self.bit(key) }

  private static func bit(_ key: Int64) -> UInt64 { 1 << UInt64(key & 63) }
}

/// The ids, addresses and titles that several items of one body bear which say different things: each names none of them.
package struct SharedNames: Sendable {
  /// Of `Identity`.
  private var digests: Set<Int64> = []

  package init() {}

  /// What an item of a feed says, as the feed has it.
  package struct Entry: Hashable, Sendable {
    package var id: String?
    package var address: String?
    package var title: String
    package var text: String

    package init(id: String?, address: String?, title: String, text: String) {
      self.id = id
      self.address = address
      self.title = title
      self.text = text
    }

    /// Whether nothing speaks against both being one item that stands there twice.
    fileprivate func saysTheSame(as other: Entry) -> Bool {
      if !text.isEmpty, text == other.text { return true }
      return title == other.title && (text.isEmpty || other.text.isEmpty)
    }
  }

  /// Those of all items that a feed holds now, those among them that are known and need not be saved.
  package init(_ entries: some Sequence<Entry>, of feed: Subscription.ID) {
    var first: [Int64: Entry] = [:]
    for entry in entries {
      var entry = entry
      entry.title = Folding.foldTitle(entry.title)
      for name in entry.names(in: feed) {
        if let other = first[name] {
          if !entry.saysTheSame(as: other) { digests.insert(name) }
        } else {
          first[name] = entry
        }
      }
    }
  }

  mutating func insert(_ digest: Int64) { digests.insert(digest) }

  func contains(_ digest: Int64) -> Bool { digests.contains(digest) }
}

extension SharedNames.Entry {
  /// The title is folded already.
  fileprivate func names(in feed: Subscription.ID) -> [Int64] {
    [
      OriginID.named(id).map { Identity.originDigest($0, scope: -feed.rawValue) },
      address.flatMap(Identity.address).map(Identity.addressDigest), Identity.bareTitleDigest(title),
    ].compactMap(\.self)
  }
}
