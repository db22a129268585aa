import NewsModel

/// Addresses of feeds as lists write them.
enum ListedAddress {
  /// The address with `http` or `https` before it, also where it is written with `feed:`; nil where it leads elsewhere.
  static func web(_ text: String) -> String? {
    let address = TypedAddress.withoutFeedScheme(text[...].trimmed)
    guard Subscription.isFetchable(address), address.isKeptWhole, !address.contains(ascii: "\""),
      !address.contains(ascii: "<")
    else { return nil }
    return address
  }

  static func host(_ address: String) -> String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    let host = rest.split(separator: "@").last ?? rest
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}
