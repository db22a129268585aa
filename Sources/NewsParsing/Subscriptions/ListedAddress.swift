import NewsModel

/// Addresses of feeds as lists write them.
enum ListedAddress {
  /// The address with `http` or `https` before it, also where it is written with `feed:`; nil where it leads elsewhere.
  static func web(_ text: String) -> String? {
    let address = TypedAddress.withoutFeedScheme(text[...].trimmed)
    let isSound = Subscription.isFetchable(address) && !address.contains(ascii: "\"") && !address.contains(ascii: "<")
    return isSound ? address : nil
  }

  static func host(_ address: String) -> String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    let host = rest.split(separator: "@").last ?? rest
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}
