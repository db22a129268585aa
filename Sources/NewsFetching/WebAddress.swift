import Foundation

/// An `http` or `https` address as it goes over the wire: ASCII alone, the host in Punycode, everything else percent-encoded
/// where it must be. A `%` stays as it is: what is encoded already is not encoded again. The fragment is dropped.
struct WebAddress: Hashable {
  /// The whole of it.
  let text: String
  /// Host and port, in lower case: what the limit of connections counts by.
  let host: String

  /// The host without its port.
  var hostName: Substring {
    let end = host.hasPrefix("[") ? host.firstIndex(of: "]").map { host.index(after: $0) } : host.firstIndex(of: ":")
    return host[..<(end ?? host.endIndex)]
  }

  var isEncrypted: Bool { text.hasPrefix("https:") }

  /// The path without the query; it begins with a slash.
  var path: Substring {
    guard let authority = text.firstRange(of: "://")?.upperBound,
      let start = text[authority...].firstIndex(of: "/")
    else { return "/" }
    return text[start...].prefix { $0 != "?" }
  }

  init?(_ address: String) { self.init(bytes: Array(address.utf8)) }

  /// - Parameter bytes: in any encoding, as servers write them in `Location`.
  init?(bytes given: [UInt8]) {
    let bytes = Self.trimmed(given)
    guard bytes.count <= Self.longest, let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    let authorityStart = colon + 3
    guard scheme == "http" || scheme == "https", bytes[colon...].starts(with: "://".utf8) else { return nil }
    // Line feeds and the like do not belong in an address; what carries them means harm.
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7f }) else { return nil }

    let authorityEnd = bytes[authorityStart...].firstIndex { Self.endsAuthority.contains($0) } ?? bytes.endIndex
    let authority = bytes[authorityStart..<authorityEnd]
    let hostStart = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authorityStart
    guard let host = Self.asciiHost(authority[hostStart...]) else { return nil }

    var rest = bytes[authorityEnd...]
    if let fragment = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
    let user = Self.encoded(authority[..<hostStart])
    let path = Self.encoded(rest.first == UInt8(ascii: "/") ? Self.withoutDots(rest) : [UInt8(ascii: "/")] + rest)
    text = "\(scheme)://\(user)\(host)\(path)"
    self.host = host.contains(":") ? host : host + (scheme == "http" ? ":80" : ":443")
  }

  /// Where a redirect from here leads (RFC 3986, 5.2). Nil where that is no web address.
  ///
  /// - Parameter reference: in any encoding, as servers write `Location`.
  func resolving(_ reference: [UInt8]) -> WebAddress? {
    let reference = Self.trimmed(reference)
    guard let first = reference.first else { return nil }
    if Self.hasScheme(reference) { return WebAddress(bytes: Array(reference)) }
    let bytes = Array(text.utf8)
    let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0
    let pathStart = bytes[(colon + 3)...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
    let pathEnd = bytes[pathStart...].firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    let kept =
      switch first {
      case UInt8(ascii: "/"): reference.starts(with: "//".utf8) ? bytes[...colon] : bytes[..<pathStart]
      case UInt8(ascii: "?"): bytes[..<pathEnd]
      case UInt8(ascii: "#"): bytes[...]
      default: bytes[...(bytes[..<pathEnd].lastIndex(of: UInt8(ascii: "/")) ?? pathStart)]
      }
    return WebAddress(bytes: Array(kept) + reference)
  }

  private static func hasScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }) else { return false }
    return bytes[end] == UInt8(ascii: ":")
  }

  /// Longer ones are nobody's address.
  static let longest = 8 << 10
  private static let endsAuthority = Array("/?#\\".utf8)

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return []
    }
    return bytes[first...last]
  }

  /// The host with its port, in lower case; names that are not ASCII by UTS 46 (IDNA), which Foundation knows.
  private static func asciiHost(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.isEmpty else { return nil }
    if bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f && !refusedInHost.contains($0) }) {
      return String(decoding: bytes, as: UTF8.self).lowercased()
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      let components = URLComponents(string: "http://" + text, encodingInvalidCharacters: true),
      let host = components.encodedHost, !host.isEmpty, host.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "%") })
    else { return nil }
    return components.port.map { "\(host):\($0)" } ?? host
  }

  private static let refusedInHost = Array("\"%<>\\^`{|}".utf8)

  /// The path without `.` and `..`: libcurl would leave them out too, but then this would not be what goes over the wire.
  private static func withoutDots(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    let segments = bytes[..<end].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard segments.contains(where: isDots) else { return bytes }
    var kept: [ArraySlice<UInt8>] = []
    for segment in segments.dropFirst() {
      if segment.elementsEqual("..".utf8) { _ = kept.popLast() } else if !isDots(segment) { kept.append(segment) }
    }
    if let last = segments.last, isDots(last) { kept.append([]) }
    return ArraySlice(kept.flatMap { [UInt8(ascii: "/")] + $0 } + bytes[end...])
  }

  private static func isDots(_ segment: ArraySlice<UInt8>) -> Bool {
    segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8)
  }

  private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: mustBeEncoded) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3)
    for byte in bytes {
      if mustBeEncoded(byte) {
        result.append(UInt8(ascii: "%"))
        result.append(hexadecimal[Int(byte >> 4)])
        result.append(hexadecimal[Int(byte & 15)])
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func mustBeEncoded(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x7f || encodedInPath.contains(byte)
  }

  private static let encodedInPath = Array("\"<>\\^`{|}".utf8)
  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
