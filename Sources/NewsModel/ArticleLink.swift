/// A link in an article's body.
public struct ArticleLink: Hashable, Sendable, Codable {
  /// What the page shows for it.
  public var text: String
  /// Absolute, `http` or `https`, without user name and password.
  public var address: String

  public init(text: String, address: String) {
    self.text = text
    self.address = AddressSecrets.withoutUser(address)
  }

  /// The most that are kept of one article.
  public static let most = 200
}
