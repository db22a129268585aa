/// An address that a link may lead to: `http` or `https`, in ASCII, without anything that ends an attribute or a line.
struct WebLink: Hashable {
  let address: String

  /// Nil for every other scheme, and for an address with control characters in it.
  init?(_ text: String?) {
    guard let text, let scheme = ["https://", "http://"].first(where: { text.lowercased().hasPrefix($0) }),
      text.utf8.count > scheme.utf8.count, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f })
    else { return nil }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x80, !Self.encoded.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
      }
    }
    address = String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
  /// What RFC 3986 has no place for.
  private static let encoded = Set(" \"'<>\\^`{|}".utf8)
}
