import TextScanning

/// Tells by an address alone whether a feed is likely to be there.
package enum LikelyFeed {
  /// Whether the address ends as those of feeds do: `/rss/finance.xml`, `/feed`, `?feed=rss2`.
  package static func isAt(_ address: String) -> Bool {
    let address = address.lowercased().prefix { $0 != "#" }
    let path = address.prefix { $0 != "?" }
    let query = address[path.endIndex...].dropFirst().split(separator: "&")
    if query.contains(where: { $0.hasPrefix("feed=") || $0 == "format=rss" || $0 == "format=xml" || $0 == "type=rss" })
    {
      return true
    }
    guard let last = segments(of: path).last, !isForMachines(last) else { return false }
    return folders.contains(last) || endings.contains { last.hasSuffix($0) }
  }

  /// Whether a link of a page is worth a look: beside such addresses what lies in a folder for feeds, or on a host for them, and is no page.
  static func mayBeLinked(at address: String) -> Bool {
    if isAt(address) { return true }
    let path = address.lowercased().prefix { $0 != "?" && $0 != "#" }
    let host = path.split(separator: "/").dropFirst().first ?? ""
    let segments = segments(of: path)
    guard let last = segments.last, !isForMachines(last), !pageEndings.contains(where: { last.hasSuffix($0) }) else {
      return false
    }
    return segments.contains(where: folders.contains) || hosts.contains { host.hasPrefix($0) }
  }

  private static func segments(of path: Substring) -> [Substring] {
    // The first three are scheme and host.
    path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3).filter { !$0.isEmpty }
  }

  private static func isForMachines(_ name: Substring) -> Bool {
    name.contains("sitemap") || name.contains("opensearch")
  }

  /// Whether it is a feed of what readers say, by its address or by what it is called.
  package static func isOfComments(address: String, title: String) -> Bool {
    let path = address.lowercased().split(separator: "/").dropFirst(2)
    if path.contains(where: {
      $0 == "comments" || $0 == "comment" || $0.contains("comments-") || $0.contains("-comments")
        || $0.contains("feed=comments")
    }) {
      return true
    }
    let title = title.lowercased()
    return words.contains { title.contains($0) }
  }

  private static let folders: Set<Substring> = ["feed", "feeds", "rss", "rss2", "atom", "rdf"]
  private static let endings = [".xml", ".rss", ".atom", ".rdf", ".rss2", ".xml.gz", ".rss.gz"]
  private static let pageEndings = [".html", ".htm", ".shtml", ".php", ".asp", ".aspx", ".jsp", ".opml", ".json"]
  private static let hosts = ["rss.", "feeds.", "feed."]
  private static let words = ["comments", "评论", "評論", "留言", "コメント", "댓글"]
}

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
