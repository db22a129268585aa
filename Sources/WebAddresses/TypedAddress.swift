/// An address as people type it or copy it from somewhere: without its scheme, with blanks, as that of a feed.
package struct TypedAddress: Hashable, Sendable {
  /// With a scheme; whether anything can be fetched from there is another question.
  package let address: String
  /// Whether no scheme was written, so that `https` is a guess.
  package let isSchemeAssumed: Bool

  package init(_ text: String) {
    let text = Self.withoutFeedScheme(text.filter { !$0.isWhitespace }[...])
    isSchemeAssumed = !Self.hasScheme(text)
    address = isSchemeAssumed ? "https://" + text.drop { $0 == "/" } : text
  }

  /// The same over `http`, for a server that does not speak `https`; nil where the scheme was written.
  package var overHTTP: String? { isSchemeAssumed ? "http" + address.dropFirst("https".count) : nil }

  /// The address that programs are asked to open as a feed (`feed:https://…`, `feed://…`), as the web has it.
  package static func withoutFeedScheme(_ text: Substring) -> String {
    for scheme in feedSchemes where text.prefix(scheme.count + 1).lowercased() == scheme + ":" {
      let rest = text.dropFirst(scheme.count + 1)
      guard rest.hasPrefix("//") else { return String(rest) }
      return hasScheme(rest.dropFirst(2)) ? String(rest.dropFirst(2)) : "http:" + rest
    }
    return String(text)
  }

  private static let feedSchemes = ["feed", "pcast", "itpc"]

  private static func hasScheme(_ text: some StringProtocol) -> Bool {
    guard let end = text.firstRange(of: "://") else { return false }
    return end.lowerBound > text.startIndex && text[..<end.lowerBound].utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
  }
}
