import GRDB
import NewsModel

/// All that an article said, by when it arrived, among which words that come late take their place.
///
/// Whatever order snapshots are imported in, the same was known at each moment: words stand from the moment that they name until that of the
/// next ones. Words that say the same as those before them bring nothing; those that say the same as the next ones move their arrival. That
/// words stood until a later snapshot is not kept, so that words which come back after others need to be imported after them.
struct VersionTimeline {
  private struct Entry {
    /// With its body, and with when it arrived.
    var article: StoredArticle
    /// The subscription that brought it; nil for a file or a page.
    var feed: Int64?
    /// What it changed of the one before it.
    var change: ArticleChange
    var facetsAreRead = false

    var arrived: Timestamp { article.arrived ?? Timestamp(0) }

    func holds(_ item: StoredArticle) -> Bool { article.updated(with: item).saysTheSame(as: article) }
  }

  /// Oldest first; the last one is what stands.
  private var entries: [Entry]
  private(set) var hasChanged = false

  /// More versions are read and written again for no single item.
  private static let mostEntries = 64

  /// - Returns: nil where a version cannot be read, where there are too many, and where the first arrival is not known.
  init?(_ present: StoredArticle, _ versions: FormerVersions) throws {
    let kept = try versions.all(of: present.key)
    let former = kept.compactMap(\.self)
    guard former.count == kept.count, former.count < Self.mostEntries, present.arrived != nil,
      let bodies = versions.bodies(of: former, before: present.body)
    else { return nil }
    entries = []
    var (feed, change) = (present.body.feed, ArticleChange.none)
    for (version, body) in zip(former, bodies) {
      var article = version.article
      article.body = body
      (article.status, article.tags.own) = (present.status, present.tags.own)
      article.traits = ArticleTraits(article)
      entries.append(Entry(article: article, feed: feed, change: change, facetsAreRead: version.facetsAreRead))
      (feed, change) = (version.feed, version.change)
    }
    var last = present
    last.arrived = former.last?.replaced ?? present.arrived
    entries.append(Entry(article: last, feed: feed, change: change))
  }

  /// Oldest first, each with when it arrived.
  var articles: [StoredArticle] { entries.map(\.article) }

  /// When what stands arrived.
  var since: Timestamp { entries.last?.arrived ?? Timestamp(0) }

  /// Whether words are those of some version.
  func holds(_ item: StoredArticle) -> Bool {
    entries.contains { $0.holds(item) }
  }

  /// Gives words their place; those of `since` and after have theirs behind all others, and are not looked at.
  ///
  /// - Parameter freeID: gives the id of an article of this time.
  mutating func weave(
    _ item: StoredArticle, at moment: Timestamp, freeID: (Timestamp) throws -> Int64
  ) throws {
    guard moment < since, !entries.contains(where: { $0.arrived == moment && $0.holds(item) }) else { return }
    let place = entries.firstIndex { $0.arrived > moment } ?? entries.endIndex - 1
    let next = entries[place].article
    // What came before all others is filled up from none of them: nobody knew them then.
    var words = place > 0 ? entries[place - 1].article.updated(with: item) : item
    if place > 0, words.saysTheSame(as: entries[place - 1].article) { return }
    hasChanged = true
    guard !words.saysTheSame(as: next) else { return entries[place].article.arrived = moment }
    (words.key, words.status, words.tags.own) = (next.key, next.status, next.tags.own)
    words.id = words.published.minute == next.published.minute ? next.id : try freeID(words.published)
    words.arrived = moment
    words.traits = ArticleTraits(words)
    entries.insert(Entry(article: words, feed: item.body.feed, change: .none), at: place)
    if place > 0 { entries[place].change = entries[place - 1].article.change(to: words) }
    entries[place + 1].change = words.change(to: next)
    noteChanges()
  }

  /// Each version knows the weightiest change until then.
  private mutating func noteChanges() {
    var weightiest = ArticleChange.none
    for place in entries.indices {
      weightiest = max(weightiest, entries[place].change)
      entries[place].article.change = max(entries[place].article.change, weightiest)
    }
  }

  /// Writes the versions anew.
  ///
  /// - Returns: what stands, which knows now when the first version arrived and what changed since.
  func write(_ versions: FormerVersions, of present: StoredArticle) throws -> StoredArticle {
    try versions.removeAll(of: present.key)
    for (entry, next) in zip(entries, entries.dropFirst()) {
      try versions.keep(
        entry.article, before: next.article,
        by: SourceChange(arrived: next.arrived, feed: next.feed, change: next.change),
        facetsAreRead: entry.facetsAreRead)
    }
    var result = present
    result.arrived = entries.first?.arrived
    result.change = max(present.change, entries.last?.article.change ?? .none)
    return result
  }
}

extension StoredArticle {
  /// Whether both have the same words, terms and time, whatever the store knows of them beside.
  fileprivate func saysTheSame(as other: StoredArticle) -> Bool {
    var copy = self
    (copy.id, copy.key, copy.status, copy.facets) = (other.id, other.key, other.status, other.facets)
    (copy.arrived, copy.change, copy.withdrawn) = (other.arrived, other.change, other.withdrawn)
    (copy.traits, copy.host, copy.feed) = (other.traits, other.host, other.feed)
    return copy == other
  }
}
