import WebAddresses

/// What a query asks of the address of an article: `url:example.com`, `url:example.com/2024`, `url:/2024/`, `url:markets`.
///
/// A text whose part before the first slash has a dot names a host: addresses on it, and on hosts below it, whose path begins with the
/// rest. Any other text may stand anywhere in an address. No text stands for articles without an address. Case never matters.
package struct AddressCondition: Hashable, Sendable {
  /// As it is typed, in small letters, without `https://`.
  package let text: String
  /// Nil where any part of an address is meant.
  package let host: String?
  /// What the path begins with; empty where any will do.
  private let path: String

  package init(_ text: String) {
    var rest = Substring(text.lowercased())
    while let scheme = Self.schemes.first(where: rest.hasPrefix) { rest = rest.dropFirst(scheme.count) }
    self.text = String(rest)
    let end = rest.firstIndex(of: "/") ?? rest.endIndex
    let first = rest[..<end]
    let isHost = first.contains(".") && first.first != "." && !first.contains(where: \.isWhitespace)
    host = isHost ? String(first) : nil
    path = isHost && rest[end...] != "/" ? String(rest[end...]) : ""
  }

  private static let schemes = ["https://", "http://"]

  /// Whether the host is all that is asked for.
  package var isOfHostAlone: Bool { host != nil && path.isEmpty }

  /// Whether a host, in small letters, is the one that is named or lies below it.
  package func names(host other: String) -> Bool {
    guard let host else { return false }
    return other == host || other.utf8.count > host.utf8.count && other.hasSuffix("." + host)
  }

  package func matches(_ address: String?) -> Bool {
    guard let address, !address.isEmpty else { return text.isEmpty }
    guard !text.isEmpty else { return false }
    guard host != nil else { return Self.withoutScheme(address.lowercased()).contains(text) }
    guard let other = Self.host(of: address), names(host: other) else { return false }
    let parts = WebAddress(address)
    return path.isEmpty
      || String(decoding: parts.bytes[parts.path.lowerBound...], as: UTF8.self).lowercased().hasPrefix(path)
  }

  private static func withoutScheme(_ address: String) -> Substring {
    schemes.first(where: address.hasPrefix).map { address.dropFirst($0.count) } ?? address[...]
  }

  /// The host of an address in small letters; nil where it has none.
  package static func host(of address: String) -> String? {
    guard let host = WebAddress(address).host, !host.isEmpty else { return nil }
    return String(decoding: host, as: UTF8.self).lowercased()
  }
}
