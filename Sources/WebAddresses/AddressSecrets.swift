/// What of an address lets one in: the user name and password before the host, and parameters that are keys.
///
/// Nothing that people see, and no file that may be handed on, shows them; only what fetches does. A user name counts as well, as
/// many services take a token there. A secret within the path cannot be told from any other path.
package enum AddressSecrets {
  /// A text with addresses in it, or one address, in which every secret is `***`.
  package static func masked(_ text: String) -> String {
    replacing(text) { _ in mask }
  }

  /// An address without its secrets: user and password, and the whole parameters.
  package static func removed(from address: String) -> String {
    let link = withoutUser(address)
    guard let query = link.firstIndex(of: "?") else { return link }
    let end = link[query...].firstIndex(of: "#") ?? link.endIndex
    let parameters = link[link.index(after: query)..<end].split(omittingEmptySubsequences: false) {
      $0 == "&" || $0 == ";"
    }
    let kept = parameters.filter { secretName(of: Array($0.utf8)[...]) == nil }
    if kept.count == parameters.count { return link }
    return link[..<query] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + link[end...]
  }

  /// A link without user and password, as it leaves the program: its parameters may be part of it.
  package static func withoutUser(_ link: String) -> String {
    guard link.utf8.contains(UInt8(ascii: "@")) else { return link }
    let bytes = Array(link.utf8)
    guard let user = secrets(in: bytes).first(where: { $0.place == .user })?.range, user.upperBound < bytes.count else {
      return link
    }
    return String(decoding: bytes[..<user.lowerBound] + bytes[(user.upperBound + 1)...], as: UTF8.self)
  }

  /// An address that was shown masked and then edited, with those secrets put back that are still masked in it.
  package static func restored(_ edited: String, from address: String) -> String {
    let original = Array(address.utf8)
    let known = secrets(in: original).map {
      (place: $0.place, text: String(decoding: original[$0.range], as: UTF8.self))
    }
    return replacing(edited) { secret in
      secret.text == mask ? known.first { $0.place == secret.place }?.text ?? mask : secret.text
    }
  }

  private static let mask = "***"

  // MARK: - Finding

  private enum Place: Hashable {
    case user
    case parameter(String)
  }

  private struct Secret {
    var place: Place
    var range: Range<Int>
  }

  private static func replacing(
    _ text: String, with replacement: (_ secret: (place: Place, text: String)) -> String
  ) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    for secret in secrets(in: bytes) {
      result += bytes[start..<secret.range.lowerBound]
      result += replacement((secret.place, String(decoding: bytes[secret.range], as: UTF8.self))).utf8
      start = secret.range.upperBound
    }
    return start == 0 ? text : String(decoding: result + bytes[start...], as: UTF8.self)
  }

  /// The secrets in the order of the text; an address ends at a blank.
  private static func secrets(in bytes: [UInt8]) -> [Secret] {
    var found: [Secret] = []
    for word in bytes.indices.split(whereSeparator: { bytes[$0] <= 0x20 }) {
      let word = bytes[word.startIndex..<word.endIndex]
      let (user, rest) = userRange(in: word)
      if let user { found.append(Secret(place: .user, range: user)) }
      found += parameters(in: word[rest...])
    }
    return found
  }

  /// What stands before the `@` of an address, and where its path begins.
  private static func userRange(in word: ArraySlice<UInt8>) -> (user: Range<Int>?, rest: Int) {
    let scheme = word.firstRange(of: Array("://".utf8))
    let start = scheme?.upperBound ?? word.firstIndex { !quotes.contains($0) } ?? word.endIndex
    let end = word[start...].firstIndex { pathStarts.contains($0) } ?? word.endIndex
    let authority = word[start..<end]
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      // Without a scheme, only a password tells an address from one of mail.
      let isSecret = at > start && (scheme != nil || authority[..<at].contains(UInt8(ascii: ":")))
      return (isSecret ? start..<at : nil, end)
    }
    guard scheme != nil, let colon = authority.lastIndex(of: UInt8(ascii: ":")) else { return (nil, end) }
    let port = authority[(colon + 1)...]
    // A password with a slash in it looks like a path, and one that was cut like a port.
    if let at = word[end...].firstIndex(of: UInt8(ascii: "@")), port.first.map(isDigit) == false {
      return (start..<at, at)
    }
    return (port.suffix(3).elementsEqual("…".utf8) ? start..<end : nil, end)
  }

  private static func parameters(in rest: ArraySlice<UInt8>) -> [Secret] {
    guard let query = rest.firstIndex(of: UInt8(ascii: "?")) else { return [] }
    let end = rest[query...].firstIndex { $0 == UInt8(ascii: "#") || quotes.contains($0) } ?? rest.endIndex
    let separators = [UInt8(ascii: "&"), UInt8(ascii: ";")]
    return rest[(query + 1)..<end].split(whereSeparator: { separators.contains($0) }).compactMap { parameter in
      secretName(of: parameter).map { name in
        Secret(place: .parameter(name), range: (parameter.startIndex + name.utf8.count + 1)..<parameter.endIndex)
      }
    }
  }

  /// The name of a parameter that has a secret for a value; nil where it has none.
  private static func secretName(of parameter: ArraySlice<UInt8>) -> String? {
    guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")), equals + 1 < parameter.endIndex else { return nil }
    let name = String(decoding: parameter[..<equals], as: UTF8.self)
    return names.contains(name.lowercased().filter { $0 != "_" && $0 != "-" }) ? name : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static let pathStarts = Set("/?#\\".utf8)
  private static let quotes = Set("\"'([<".utf8)

  /// The names of parameters whose value is a key, without `_` and `-`. `code` is none: it is what exchanges call a share.
  private static let names: Set<String> = [
    "token", "accesstoken", "authtoken", "usertoken", "feedtoken", "rsstoken", "auth", "authkey", "authorization",
    "key", "apikey",
    "accesskey", "feedkey", "userkey", "secret", "clientsecret", "password", "passwd", "passphrase", "pass", "pwd",
    "pw",
    "credential", "credentials", "sig", "signature", "sign", "session", "sessionid", "sid",
  ]
}
