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
