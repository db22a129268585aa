import NewsModel

/// Addresses of feeds as lists write them.
enum ListedAddress {
  /// The address with `http` or `https` before it, also where it is written with `feed:`; nil where it leads elsewhere.
  static func web(_ text: String) -> String? {
    let address = TypedAddress.withoutFeedScheme(text[...].trimmed)
    let start = address.prefix(8).lowercased()
    guard let scheme = ["https://", "http://"].first(where: { start.hasPrefix($0) }),
      address.utf8.count > scheme.utf8.count,
      !address.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7f || $0 == "\"" || $0 == "<" })
    else { return nil }
    return address
  }

  static func host(_ address: String) -> String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    let host = rest.split(separator: "@").last ?? rest
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}
