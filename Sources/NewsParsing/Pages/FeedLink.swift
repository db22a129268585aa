/// A feed that a page names (`<link rel="alternate" type="application/rss+xml">`).
package struct FeedLink: Hashable, Sendable {
  /// What the page calls it; may be empty.
  package var title: String
  package var address: String
  /// The media type without parameters, in small letters.
  package var type: String

  init(title: String, address: String, type: String) {
    self.title = title
    self.address = address
    self.type = type
  }

  /// The media type of a feed; nil for others.
  static func mediaType(_ text: String) -> String? {
    let type = text.prefix { $0 != ";" }.lowercased()[...].trimmed
    return types.contains(type) ? String(type) : nil
  }

  private static let types: Set<Substring> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    "application/x.atom+xml",
    "application/x-atom+xml", "text/rss+xml",
  ]
}
