import TextBasics

/// Addresses as feeds, pages, lists and people write them.
extension WebAddress {
  /// The address that `reference` means at the place `base`; nil where it is none, one that could run something, or one with
  /// characters that are not kept in a text: a mark of direction would make it another address once it is stored.
  ///
  /// Blanks around and line breaks within are taken out, as browsers do (URL Standard, 4.4); blanks within become `%20`.
  /// A reference that stays relative, because there is no base, is given as it is.
  package static func resolved(_ reference: String, base: String?) -> String? {
    resolved(reference, within: WebAddress(base: base))
  }

  /// - Parameter base: asked for only where the reference is relative.
  package static func resolved(_ reference: String, within base: @autoclosure () -> WebAddress?) -> String? {
    guard let tidied = tidied(reference) else { return nil }
    let bytes = tidied.utf8
    if beginsWithHost(bytes, base: base) { return (base().flatMap(\.webScheme) ?? "http") + "://" + tidied }
    let schemeEnd = endOfScheme(bytes)
    if schemeEnd > 0 {
      guard followable.contains(tidied.prefix(schemeEnd).lowercased()) else { return nil }
      // By far the most are absolute; `http:page.html` is not.
      if bytes.dropFirst(schemeEnd + 1).starts(with: "//".utf8) { return tidied }
      guard tidied.prefix(schemeEnd).lowercased().hasPrefix("http") else { return tidied }
    }
    guard let absolute = base() else { return tidied }
    return absolute.resolving(WebAddress(tidied)).text
  }

  /// The address that a link means on a page; nil for what leads to no other page of the web (`#top`, `mailto:`,
  /// `javascript:`), and for a relative one where the page's address is not known.
  package static func absolute(_ link: String, base: String? = nil) -> String? {
    guard link.utf8.first != UInt8(ascii: "#"), link.utf8.count <= longestLink,
      let address = resolved(link, base: base)
    else { return nil }
    let isPlain = address.unicodeScalars.allSatisfy { scalar in
      !(0x7f...0xa0).contains(scalar.value) && scalar != "\"" && scalar != "<" && scalar != ">" && scalar != "`"
    }
    let parts = WebAddress(address)
    guard isPlain, parts.isHTTP, let authority = parts.authority, !authority.isEmpty else { return nil }
    return address
  }

  /// A base that an attribute declares, within the one that holds so far.
  package static func base(_ declared: String, within base: String?) -> String? {
    resolved(declared, base: base) ?? base
  }

  /// The address of a feed as a list of feeds has it, with `http` or `https` before it, also where it is written with `feed:`; nil
  /// where it leads elsewhere.
  package static func listed(_ text: String) -> String? {
    let address = TypedAddress.withoutFeedScheme(text[...].withoutBlanks)
    guard isFetchable(address), isKeptWhole(address), !address.utf8.contains(UInt8(ascii: "\"")),
      !address.utf8.contains(UInt8(ascii: "<"))
    else { return nil }
    return address
  }

  /// Whether an address can be fetched: `http` or `https`, with a host, without blanks or control characters.
  package static func isFetchable(_ address: String) -> Bool {
    guard address.utf8.count <= longestFetchable, let schemeEnd = address.firstRange(of: "://") else { return false }
    let scheme = address[..<schemeEnd.lowerBound].lowercased()
    let host = address[schemeEnd.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return (scheme == "http" || scheme == "https") && !host.isEmpty
      && !address.unicodeScalars.contains { $0.value <= 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// Of a link in a page, in bytes: longer ones carry data.
  private static let longestLink = 2_048
  /// Of a subscription, in bytes.
  package static let longestFetchable = 4_096

  /// Whether the scheme was forgotten: `www.news.example/1.html`, or the host of the place itself. No folder is called so.
  private static func beginsWithHost(_ bytes: String.UTF8View, base: () -> WebAddress?) -> Bool {
    // Nearly all have a scheme, or begin with a slash.
    guard let first = bytes.first, first != UInt8(ascii: "/"), !bytes.starts(with: "http".utf8) else { return false }
    let host = bytes.prefix { !"/?#:".utf8.contains($0) }
    guard let dot = host.firstIndex(of: UInt8(ascii: ".")), dot != host.startIndex else { return false }
    let rest = host[dot...].dropFirst()
    if host[..<dot].elementsEqual("www".utf8) {
      return rest.contains(UInt8(ascii: ".")) && rest.last != UInt8(ascii: ".")
    }
    guard let own = base()?.host, !own.isEmpty else { return false }
    return own.elementsEqual(host) || own.starts(with: "www.".utf8) && own.dropFirst(4).elementsEqual(host)
  }

  /// `http` or `https`; nil where it is neither.
  private var webScheme: String? { isHTTP ? scheme.map { String(decoding: bytes[$0], as: UTF8.self) } : nil }

  private static func tidied(_ text: String) -> String? {
    var text = text
    guard text.utf8.count <= longest else { return nil }
    // Most addresses are ASCII without a blank: one look at their bytes is enough.
    let (isTidy, isASCII) = text.withUTF8 { bytes in
      (!bytes.isEmpty && !bytes.contains { $0 <= 0x20 || $0 == 0x7f }, !bytes.contains { $0 >= 0x80 })
    }
    if isTidy { return isASCII || isKeptWhole(text) ? text : nil }
    var bytes = Array(text.utf8.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty else { return nil }
    bytes.removeAll { $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
    let tidied = String(decoding: percentEncoded(bytes) { $0 <= 0x20 || $0 == 0x7f }, as: UTF8.self)
    return isASCII || isKeptWhole(tidied) ? tidied : nil
  }

  /// Whether nothing is dropped where the text is kept.
  private static func isKeptWhole(_ text: String) -> Bool { KeptText(text).string == text }

  /// Everything else is dropped: `javascript:`, `data:`, `file:` and whatever will be thought of.
  private static let followable: Set<String> = [
    "http", "https", "ftp", "ftps", "sftp", "gopher", "gemini", "mailto", "news", "nntp", "magnet", "irc", "tel",
    "xmpp", "feed", "acct", "webcal",
  ]
}

extension Substring {
  /// Without blanks of any width at both ends.
  fileprivate var withoutBlanks: Substring {
    var text = self
    while let first = text.unicodeScalars.first, first.properties.isWhitespace { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, last.properties.isWhitespace { text.unicodeScalars.removeLast() }
    return text
  }
}
