/// Makes addresses of the same page equal.
///
/// Scheme and host lose their case, http counts as https, and the standard port, the fragment, a last slash and the
/// `utm_` parameters of campaigns are dropped. The order of other parameters may matter to a server, so it stays, and so does a
/// fragment that is a path of its own (`#/article/7`, `#!/7`): a page that draws itself tells its articles apart by nothing else.
extension WebAddress {
  package static func canonical(_ address: String) -> String {
    if isCanonical(address) { return address }
    guard let schemeEnd = address.firstRange(of: "://") else { return address }
    let scheme = address[..<schemeEnd.lowerBound].lowercased()
    var rest = address[schemeEnd.upperBound...]
    var route: Substring = ""
    if let fragment = rest.firstIndex(of: "#") {
      route = rest[fragment...]
      rest = rest[..<fragment]
    }
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let query = rest[hostEnd...].firstIndex(of: "?")
    var path = rest[hostEnd..<(query ?? rest.endIndex)]
    while path.hasSuffix("/") { path = path.dropLast() }
    return (scheme == "http" ? "https" : scheme) + "://" + canonicalHost(rest[..<hostEnd]) + path
      + (query.map { parameters(rest[rest.index(after: $0)...]) } ?? "")
      + (route.utf8.count > 2 && (route.hasPrefix("#/") || route.hasPrefix("#!")) ? route : "")
  }

  /// The canonical address of an article; nil for what leads to none: a script, the front page of a site.
  package static func canonicalOfArticle(_ address: String) -> String? {
    guard !scripts.contains(where: address.hasPrefix) else { return nil }
    let address = canonical(address)
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")), address.utf8[colon...].starts(with: "://".utf8)
    else { return address }
    let rest = address.utf8[colon...].dropFirst(3)
    guard let path = rest.firstIndex(where: { "/?#".utf8.contains($0) }) else { return nil }
    let name = rest[path...]
    return name.count <= longestFrontPage && frontPages.contains(String(name)?.lowercased() ?? "") ? nil : address
  }

  private static let scripts = ["javascript:", "about:", "data:", "mailto:"]

  /// What servers call the page that they show for a host alone.
  private static let frontPages: Set<String> = Set(
    ["index", "default", "home", "main"].flatMap { name in
      ["", ".html", ".htm", ".shtml", ".php", ".jsp", ".asp", ".aspx"].map { "/" + name + $0 }
    })
  private static let longestFrontPage = 14

  /// Whether a look at each byte is enough to see that nothing is to be done, as with most addresses of articles.
  private static func isCanonical(_ address: String) -> Bool {
    let scheme = "https://"
    var address = address
    return address.withUTF8 { bytes in
      guard bytes.starts(with: scheme.utf8), let last = bytes.last, last != UInt8(ascii: "/") else { return false }
      let rest = bytes[scheme.utf8.count...]
      let hostEnd = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      return rest[..<hostEnd].allSatisfy(isPlainInHost)
        && !rest[hostEnd...].contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    }
  }

  private static func isPlainInHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
  }

  private static func canonicalHost(_ text: Substring) -> String {
    let host = text.lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { return String(host.dropLast(port.count)) }
    return host
  }

  private static func parameters(_ text: Substring) -> String {
    let kept = text.split(separator: "&").filter { !$0.hasPrefix("utm_") }
    return kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
  }
}

// MARK: - Sites as people know them

extension WebAddress {
  /// The site of an address: `news.example` of `https://news.example/1`, with its port where there is one, without the user. Of a
  /// text without a scheme what stands before its first slash.
  package static func site(of address: String) -> String {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority)
  }

  /// What a site is called that has no other name: its host, without the `www.` of many.
  package static func siteName(of address: String) -> String {
    let site = site(of: address)
    let host = site.first == "[" ? site[...] : site.prefix { $0 != ":" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// Scheme, user, host and port: what a path from the root of the site goes behind. Nil where there is no scheme.
  package static func root(of address: String) -> String? {
    guard let schemeEnd = address.firstRange(of: "://") else { return nil }
    let host = address[schemeEnd.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(address[..<schemeEnd.upperBound] + host)
  }
}
