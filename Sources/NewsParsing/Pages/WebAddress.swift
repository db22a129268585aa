/// The addresses of what a page links to.
enum WebAddress {
  private static let longest = 2_048

  /// The address that a link means on a page; nil for what leads to no other page of the web (`#top`, `mailto:`,
  /// `javascript:`), and for a relative one where the page's address is not known.
  static func absolute(_ link: String, base: String? = nil) -> String? {
    guard link.utf8.first != UInt8(ascii: "#"), link.utf8.count <= longest,
      let address = FeedAddress.resolved(link, base: base)
    else { return nil }
    let isPlain = address.unicodeScalars.allSatisfy { scalar in
      !(0x7f...0xa0).contains(scalar.value) && scalar != "\"" && scalar != "<" && scalar != ">" && scalar != "`"
    }
    let parts = WebReference(address.utf8)
    guard isPlain, address.isKeptWhole, parts.isHTTP, let authority = parts.authority, !authority.isEmpty else {
      return nil
    }
    return address
  }
}
