/// Addresses as feeds and pages write them: resolved, tidied, and only of kinds that a reader can follow.
enum FeedAddress {
  /// Longer ones are taken for damage.
  static let longest = 8_192

  /// The address that `reference` means at the place `base`; nil where it is none, or one that could run something.
  ///
  /// Blanks around and line breaks within are taken out, as browsers do (URL Standard, 4.4); blanks within become `%20`.
  /// A reference that stays relative, because there is no base, is given as it is.
  static func resolved(_ reference: String, base: String?) -> String? {
    resolved(reference, within: Self.reference(to: base))
  }

  /// A base in its parts, for whoever resolves many references; nil where it is none.
  static func reference(to base: String?) -> WebReference? {
    guard let base, !base.isEmpty else { return nil }
    let reference = WebReference(base.utf8)
    return reference.scheme == nil ? nil : reference
  }

  /// - Parameter base: asked for only where the reference is relative.
  static func resolved(_ reference: String, within base: @autoclosure () -> WebReference?) -> String? {
    guard let tidied = tidied(reference) else { return nil }
    let bytes = tidied.utf8
    if beginsWithHost(bytes, base: base) { return (base().flatMap(\.webScheme) ?? "http") + "://" + tidied }
    let schemeEnd = WebReference.endOfScheme(bytes)
    if schemeEnd > 0 {
      guard followable.contains(tidied.prefix(schemeEnd).lowercased()) else { return nil }
      // By far the most are absolute; `http:page.html` is not.
      if bytes.dropFirst(schemeEnd + 1).starts(with: "//".utf8) { return tidied }
      guard tidied.prefix(schemeEnd).lowercased().hasPrefix("http") else { return tidied }
    }
    guard let absolute = base() else { return tidied }
    return String(decoding: absolute.resolving(WebReference(bytes)), as: UTF8.self)
  }

  /// Whether the scheme was forgotten: `www.news.example/1.html`, or the host of the place itself. No folder is called so.
  private static func beginsWithHost(_ bytes: String.UTF8View, base: () -> WebReference?) -> Bool {
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

  /// A base that an attribute declares, within the one that holds so far.
  static func base(_ declared: String, within base: String?) -> String? { resolved(declared, base: base) ?? base }

  private static func tidied(_ text: String) -> String? {
    var text = text
    guard text.utf8.count <= longest else { return nil }
    let isTidy = text.withUTF8 { bytes in !bytes.isEmpty && !bytes.contains { $0 <= 0x20 || $0 == 0x7f } }
    if isTidy { return text }
    var bytes = Array(text.utf8.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty else { return nil }
    var output: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x09, 0x0a, 0x0d: break
      case 0x20: output += "%20".utf8
      case ..<0x20, 0x7f: output += "%\(String(byte >> 4, radix: 16))\(String(byte & 15, radix: 16).uppercased())".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Everything else is dropped: `javascript:`, `data:`, `file:` and whatever will be thought of.
  private static let followable: Set<String> = [
    "http", "https", "ftp", "ftps", "sftp", "gopher", "gemini", "mailto", "news", "nntp", "magnet", "irc", "tel",
    "xmpp",
    "feed", "acct", "webcal",
  ]
}
