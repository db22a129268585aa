import WebAddresses

/// The cookies of one chain of redirects: some sites let nobody in who does not bring back what they just gave.
///
/// They go back as RFC 6265 has it (5.3, 5.4) until the chain ends, and are forgotten then: a server learns nothing from them that it did
/// not know a moment ago.
struct ChainCookies {
  private struct Cookie {
    let name: Substring
    let value: Substring
    /// The host that set it, or the domain that it names.
    let domain: String
    let isOfHostAlone: Bool
    let path: String
    let needsEncryption: Bool

    func belongs(to address: WebAddress) -> Bool {
      let host = address.hostName
      guard host == domain || !isOfHostAlone && host.hasSuffix("." + domain) else { return false }
      guard !needsEncryption || address.isEncrypted else { return false }
      let wanted = address.pathName
      return wanted == path || wanted.hasPrefix(path.hasSuffix("/") ? path : path + "/")
    }
  }

  private var cookies: [Cookie] = []
  private static let most = 50
  /// In bytes, of a field that sets one.
  private static let longest = 4_096

  /// Adds the cookie of a field `Set-Cookie` of an answer from an address.
  mutating func add(_ field: String, from address: WebAddress) {
    guard FetchJob.canBeSent(field), field.utf8.count <= Self.longest else { return }
    var parts = field.split(separator: ";", omittingEmptySubsequences: false)[...]
    guard let first = parts.popFirst(), let sign = first.firstIndex(of: "=") else { return }
    let name = Self.trimmed(first[..<sign])
    guard !name.isEmpty else { return }
    var (domain, path, needsEncryption, isExpired) = (nil as String?, Self.folder(of: address.pathName), false, false)
    for part in parts {
      let words = part.split(separator: "=", maxSplits: 1)
      let value = words.count > 1 ? Self.trimmed(words[1]) : ""
      switch words.first.map({ Self.trimmed($0).lowercased() }) {
      case "domain": domain = value.drop { $0 == "." }.lowercased()
      case "path": if value.hasPrefix("/") { path = String(value) }
      case "secure": needsEncryption = true
      case "max-age": isExpired = (Int(value) ?? 1) <= 0
      default: break
      }
    }
    let host = address.hostName
    if let domain, domain != host, !Self.mayNameDomain(domain, host: host) { return }
    let new = Cookie(
      name: name, value: Self.trimmed(first[sign...].dropFirst()), domain: domain ?? host, isOfHostAlone: domain == nil,
      path: path, needsEncryption: needsEncryption)
    cookies.removeAll { $0.name == new.name && $0.domain == new.domain && $0.path == new.path }
    if !isExpired, cookies.count < Self.most { cookies.append(new) }
  }

  /// The value of the field `Cookie` for a request; nil where there is none to send.
  func field(for address: WebAddress) -> String? {
    let sent = cookies.filter { $0.belongs(to: address) }.map { "\($0.name)=\($0.value)" }
    return sent.isEmpty ? nil : sent.joined(separator: "; ")
  }

  /// Whether a host may set a cookie for a domain: one that it lies in, and in which not everybody may have a host. Without a list of
  /// those, a name of two short parts (`co.uk`, `com.cn`) counts as one.
  private static func mayNameDomain(_ domain: String, host: String) -> Bool {
    let labels = domain.split(separator: ".")
    guard labels.count >= 2, host.hasSuffix("." + domain), labels.last?.allSatisfy(\.isNumber) == false else {
      return false
    }
    return labels.count > 2 || labels[0].utf8.count > 3 || labels[1].utf8.count > 2
  }

  /// Where a cookie without a path goes: up to the last slash (5.1.4).
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
