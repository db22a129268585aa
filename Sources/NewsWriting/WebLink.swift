import WebAddresses

/// An address that a link may lead to: `http` or `https`, in ASCII, without anything that ends an attribute or a line.
struct WebLink: Hashable {
  let address: String

  /// Nil for every other scheme, and for an address with control characters in it.
  init?(_ text: String?) {
    guard let text, let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }),
      text.utf8.count > scheme.utf8.count, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f })
    else { return nil }
    // An apostrophe would end the value of an attribute.
    let bytes = WebAddress.percentEncoded(text.utf8) { WebAddress.mustBeEncoded($0) || $0 == UInt8(ascii: "'") }
    address = String(decoding: bytes, as: UTF8.self)
  }
}
