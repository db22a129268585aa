import WebAddresses

/// A link in an article's body.
package struct ArticleLink: Hashable, Sendable, Codable {
  /// What the page shows for it.
  package var text: String
  /// Absolute, `http` or `https`, without user name and password.
  package var address: String

  package init(text: String, address: String) {
    self.text = text
    self.address = AddressSecrets.withoutUser(address)
  }

  /// The most that are kept of one article.
  package static let most = 200
}
