import NewsModel

/// A block of a page with what tells whether it belongs to an article.
struct HTMLBlock {
  var block: Block
  /// The element in which it stands.
  var node: Int
  /// Bytes of its text, and of those the ones within links and within bold type.
  var size = 0
  var linked = 0
  var bold = 0

  /// The share of its text that is links, 0 … 1.
  var linkShare: Double { size > 0 ? Double(linked) / Double(size) : 0 }
}
