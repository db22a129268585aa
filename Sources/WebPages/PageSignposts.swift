import Markup
import TextScanning
import WebAddresses

/// Where a page leads that is no feed: whither it sends on by itself, and the feeds among its links.
package struct PageSignposts: Hashable, Sendable {
  /// The target of `<meta http-equiv="refresh">` that takes effect within some seconds; absolute.
  package private(set) var refresh: String?
  /// The addresses of links that look like those of feeds, in the page's order, each once; absolute.
  package private(set) var listedFeeds: [String] = []

  /// More links are no list for a person.
  private static let most = 200
  /// Pages that renew themselves now and then wait longer.
  private static let longestDelay = 10
  private static let longestAddress = 4_096

  /// Reads a page in whatever character set. Linear.
  package init(in bytes: UnsafeRawBufferPointer, contentType: String? = nil, address: String) {
    guard var text = PageText.text(bytes, contentType: contentType) else { return }
    text.withUTF8 { read($0, at: address) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, at address: String) {
    var lexer = MarkupLexer(bytes, dialect: .html)
    var base = address
    var seen: Set<String> = []
    while true {
      let token = lexer.next()
      guard token.kind == .startTag else {
        if token.kind == .end { return }
        continue
      }
      if lexer.matches(token.name, "base") {
        if let written = Self.values(of: token, &lexer)["href"] {
          base = WebAddress.base(written, within: base) ?? base
        }
      } else if lexer.matches(token.name, "meta") {
        let values = Self.values(of: token, &lexer)
        if refresh == nil, values["http-equiv"]?.lowercased() == "refresh", let content = values["content"] {
          refresh = Self.target(of: content).flatMap { WebAddress.resolved($0, base: base) }
        }
      } else if lexer.matches(token.name, "a"), seen.count < Self.most,
        let written = Self.values(of: token, &lexer)["href"],
        let target = WebAddress.resolved(written, base: base), LikelyFeed.mayBeLinked(at: target),
        seen.insert(target).inserted
      {
        listedFeeds.append(target)
      }
    }
  }

  /// The attributes that matter, by their names in small letters.
  private static func values(of token: MarkupToken, _ lexer: inout MarkupLexer) -> [String: String] {
    var values: [String: String] = [:]
    for attribute in lexer.attributes(of: token) where attribute.value.count <= longestAddress {
      let name = lexer.verbatim(attribute.name.prefix(16)).lowercased()
      guard ["href", "http-equiv", "content"].contains(name), values[name] == nil else { continue }
      values[name] = lexer.string(attribute.value, in: .attribute)
    }
    return values
  }

  /// The address in `0; url=/feed.xml`; nil where there is none, or where the page stays for a while.
  private static func target(of content: String) -> String? {
    let digits = content.drop { $0 == " " }.prefix { $0.isNumber }
    guard let delay = Int(digits), delay <= longestDelay, let sign = content.firstRange(of: "="),
      content[..<sign.lowerBound].lowercased().contains("url")
    else { return nil }
    let target = content[sign.upperBound...].trimmed(of: ["\"", "'"])
    return target.isEmpty ? nil : String(target)
  }
}
