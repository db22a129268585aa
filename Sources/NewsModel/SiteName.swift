/// Addresses as people know them.
package enum SiteName {
  /// The site of an address: `news.example` of `https://news.example/1`, with its port where there is one.
  package static func of(_ address: String) -> String {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority)
  }
}
