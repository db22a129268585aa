/// A feed that a page names (`<link rel="alternate" type="application/rss+xml">`).
public struct FeedLink: Hashable, Sendable {
  /// What the page calls it; may be empty.
  public var title: String
  public var address: String
  /// The media type without parameters, in small letters.
  public var type: String

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
