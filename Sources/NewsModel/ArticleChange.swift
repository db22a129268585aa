/// How much a source changed an article.
package enum ArticleChange: Int64, Comparable, Hashable, Sendable {
  /// Nothing that a reader reads: tags, a label, a page's text in the place of the feed's.
  case none = 0
  /// Its title, summary, text or publish time, and not what they say.
  case wording = 1
  /// What it says.
  case sense = 2

  /// The word for it in files; nil for none.
  package var name: String? {
    switch self {
    case .none: nil
    case .wording: "wording"
    case .sense: "sense"
    }
  }

  package static func < (a: ArticleChange, b: ArticleChange) -> Bool { a.rawValue < b.rawValue }
}

/// What an article said for a time.
package struct KeptVersion: Hashable, Sendable {
  /// From 1, the oldest.
  package var number: Int
  /// The article as it was, with the marks of now.
  package var article: Article
  /// When it arrived; nil where that was before arrivals were kept.
  package var arrived: Timestamp?
  /// Until when it stood; nil for what stands now.
  package var replaced: Timestamp?
  /// What brought it: the name of a subscription, which may be called otherwise by now; nil for a file, a page, or what is gone.
  package var broughtBy: String?
  /// What it changed of the version before it.
  package var change: ArticleChange

  package init(
    number: Int, article: Article, arrived: Timestamp?, replaced: Timestamp?, broughtBy: String?, change: ArticleChange
  ) {
    self.number = number
    self.article = article
    self.arrived = arrived
    self.replaced = replaced
    self.broughtBy = broughtBy
    self.change = change
  }
}
