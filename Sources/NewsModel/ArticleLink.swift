/// A link in an article's body.
public struct ArticleLink: Hashable, Sendable, Codable {
  /// What the page shows for it.
  public var text: String
  /// Absolute, `http` or `https`.
  public var address: String

  public init(text: String, address: String) {
    self.text = text
    self.address = address
  }

  /// The site that the link leads to: `news.example` of `https://news.example/1`.
  public var host: String {
    let rest = address.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }
    return String(rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
  }

  /// The most that are kept of one article.
  public static let most = 200
}
