import NewsModel

/// Makes addresses of the same page equal.
///
/// Scheme and host lose their case, http counts as https, and the standard port, the fragment, a last slash and the
/// `utm_` parameters of campaigns are dropped. The order of other parameters may matter to a server, so it stays, and so does a
/// fragment that is a path of its own (`#/article/7`, `#!/7`): a page that draws itself tells its articles apart by nothing else.
enum CanonicalURL {
  static func make(_ url: String) -> String {
    if isCanonical(url) { return url }
    guard let schemeEnd = url.firstRange(of: "://") else { return url }
    let scheme = url[..<schemeEnd.lowerBound].lowercased()
    var rest = url[schemeEnd.upperBound...]
    var route: Substring = ""
    if let fragment = rest.firstIndex(of: "#") {
      route = rest[fragment...]
      rest = rest[..<fragment]
    }
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let query = rest[hostEnd...].firstIndex(of: "?")
    var path = rest[hostEnd..<(query ?? rest.endIndex)]
    while path.hasSuffix("/") { path = path.dropLast() }
    return (scheme == "http" ? "https" : scheme) + "://" + host(rest[..<hostEnd]) + path
      + (query.map { parameters(rest[rest.index(after: $0)...]) } ?? "")
      + (route.utf8.count > 2 && (route.hasPrefix("#/") || route.hasPrefix("#!")) ? route : "")
  }

  /// The address of an article in the form in which such addresses are compared; nil for what leads to none: `#`, `N/A`, a script, the
  /// front page of a site.
  static func ofArticle(_ url: String) -> String? {
    guard !OriginID.isPlaceholder(url), !scripts.contains(where: url.hasPrefix) else { return nil }
    let address = make(url)
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
  private static func isCanonical(_ url: String) -> Bool {
    let scheme = "https://"
    var url = url
    return url.withUTF8 { bytes in
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

  private static func host(_ text: Substring) -> String {
    let host = text.lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { return String(host.dropLast(port.count)) }
    return host
  }

  private static func parameters(_ text: Substring) -> String {
    let kept = text.split(separator: "&").filter { !$0.hasPrefix("utm_") }
    return kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
  }
}
