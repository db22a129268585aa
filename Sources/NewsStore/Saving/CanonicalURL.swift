/// Makes addresses of the same page equal.
///
/// Scheme and host lose their case, http counts as https, and the standard port, the fragment, a last slash and the
/// `utm_` parameters of campaigns are dropped. The order of other parameters may matter to a server, so it stays.
enum CanonicalURL {
  static func make(_ url: String) -> String {
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
