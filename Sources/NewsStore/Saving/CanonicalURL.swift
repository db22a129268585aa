/// Makes addresses of the same page equal.
///
/// Scheme and host lose their case, http counts as https, and the standard port, the fragment, a last slash and the
/// `utm_` parameters of campaigns are dropped. The order of other parameters may matter to a server, so it stays.
enum CanonicalURL {
  static func make(_ url: String) -> String {
    if isCanonical(url) { return url }
    guard let schemeEnd = url.firstRange(of: "://") else { return url }
    let scheme = url[..<schemeEnd.lowerBound].lowercased()
    var rest = url[schemeEnd.upperBound...]
    if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let query = rest[hostEnd...].firstIndex(of: "?")
    var path = rest[hostEnd..<(query ?? rest.endIndex)]
    while path.hasSuffix("/") { path = path.dropLast() }
    return (scheme == "http" ? "https" : scheme) + "://" + host(rest[..<hostEnd]) + path
      + (query.map { parameters(rest[rest.index(after: $0)...]) } ?? "")
  }

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
