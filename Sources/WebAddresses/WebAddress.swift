/// A web address, or a reference from one place to another, in its parts (RFC 3986, 4.1 and appendix B).
///
/// This is the one place where addresses are parsed, resolved, compared and prepared for a request. Texts that only have to be sound
/// stay `String`: `resolved`, `absolute` and `canonical` give back most addresses as they are, without an allocation.
package struct WebAddress: Hashable, Sendable {
  package let bytes: [UInt8]
  package private(set) var scheme: Range<Int>?
  package private(set) var authority: Range<Int>?
  package private(set) var path: Range<Int>
  package private(set) var query: Range<Int>?
  package private(set) var fragment: Range<Int>?

  /// Longer ones, in bytes, are damage.
  package static let longest = 8 << 10

  /// Any bytes have parts; whether they are an address is for the caller to ask.
  package init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    let schemeEnd = Self.endOfScheme(bytes)
    if schemeEnd > 0 {
      scheme = 0..<schemeEnd
      index = schemeEnd + 1
    }
    if bytes[index...].starts(with: "//".utf8) {
      let start = index + 2
      // Browsers read a backslash as a slash: what stands behind it is no host.
      index = bytes[start...].firstIndex(where: Self.endsAuthority) ?? bytes.count
      authority = start..<index
    }
    let pathEnd = bytes[index...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    path = index..<pathEnd
    let fragmentStart = bytes[pathEnd...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    if fragmentStart > pathEnd { query = pathEnd + 1..<fragmentStart }
    if fragmentStart < bytes.count { fragment = fragmentStart + 1..<bytes.count }
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  /// What relative references are resolved against; nil where the text has no scheme.
  package init?(base: String?) {
    guard let base, !base.isEmpty else { return nil }
    self.init(base)
    if scheme == nil { return nil }
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Host and port, as written.
  var hostAndPort: ArraySlice<UInt8>? {
    authority.map { authority in
      let host = bytes[authority].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.lowerBound
      return bytes[host..<authority.upperBound]
    }
  }

  /// The host as written, without user and port.
  package var host: ArraySlice<UInt8>? {
    hostAndPort.map { host in
      if host.first == UInt8(ascii: "["), let end = host.firstIndex(of: UInt8(ascii: "]")) { return host[...end] }
      return host.prefix { $0 != UInt8(ascii: ":") }
    }
  }

  /// Whether the scheme is `http` or `https`, in small letters.
  package var isHTTP: Bool {
    guard let scheme else { return false }
    return bytes[scheme].elementsEqual("http".utf8) || bytes[scheme].elementsEqual("https".utf8)
  }

  /// Where the colon of a scheme stands; 0 where there is none.
  static func endOfScheme(_ bytes: some Sequence<UInt8>) -> Int {
    var offset = 0
    for byte in bytes {
      if byte == UInt8(ascii: ":") { return offset }
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isPart = isLetter || offset > 0 && (byte &- 0x30 < 10 || byte == 0x2b || byte == 0x2d || byte == 0x2e)
      guard isPart, offset < longestScheme else { return 0 }
      offset += 1
    }
    return 0
  }

  private static let longestScheme = 24
}

// MARK: - Resolving

extension WebAddress {
  /// The address that a reference means within this one (RFC 3986, 5.2.2).
  package func resolving(_ reference: WebAddress) -> WebAddress {
    if let scheme = reference.scheme {
      // `http:page.html` was allowed once, and still is met (5.2.2, "strict").
      guard reference.authority == nil, let own = self.scheme, isHTTP,
        bytes[own].elementsEqual(reference.bytes[scheme])
      else { return reference }
      return resolving(WebAddress(bytes: Array(reference.bytes[(scheme.upperBound + 1)...])))
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + reference.bytes.count + 1)
    if let scheme {
      result += bytes[scheme]
      result.append(UInt8(ascii: ":"))
    }
    if let other = reference.authority {
      result += "//".utf8
      result += reference.bytes[other]
      result += Self.withoutDots(reference.bytes[reference.path])
      reference.appendTail(to: &result)
      return WebAddress(bytes: result)
    }
    if let authority {
      result += "//".utf8
      result += bytes[authority]
    }
    if reference.path.isEmpty {
      result += bytes[path]
      if reference.query == nil, let query { result += [UInt8(ascii: "?")] + bytes[query] }
    } else if reference.bytes[reference.path].first == UInt8(ascii: "/") {
      result += Self.withoutDots(reference.bytes[reference.path])
    } else {
      result += Self.withoutDots(merged(reference.bytes[reference.path])[...])
    }
    reference.appendTail(to: &result)
    return WebAddress(bytes: result)
  }

  private func appendTail(to result: inout [UInt8]) {
    for (sign, part) in [("?", query), ("#", fragment)] as [(Unicode.Scalar, Range<Int>?)] {
      guard let part else { continue }
      result.append(UInt8(ascii: sign))
      result += bytes[part]
    }
  }

  /// 5.2.3
  private func merged(_ other: ArraySlice<UInt8>) -> [UInt8] {
    if authority != nil, path.isEmpty { return [UInt8(ascii: "/")] + other }
    guard let slash = bytes[path].lastIndex(of: UInt8(ascii: "/")) else { return Array(other) }
    return Array(bytes[path.lowerBound...slash]) + other
  }

  /// The path without `.` and `..` (5.2.4).
  static func withoutDots(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard path.contains(UInt8(ascii: ".")) else { return path }
    let isRooted = path.first == UInt8(ascii: "/")
    let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard segments.contains(where: isDots) else { return path }
    var kept: [ArraySlice<UInt8>] = []
    for segment in segments {
      if segment.elementsEqual("..".utf8) {
        if kept.count > (isRooted ? 1 : 0) { kept.removeLast() }
      } else if !isDots(segment) {
        kept.append(segment)
      }
    }
    // What ended in a dot segment names a folder.
    if let last = segments.last, isDots(last) { kept.append([]) }
    return Array(kept.joined(separator: [UInt8(ascii: "/")]))[...]
  }

  private static func isDots(_ segment: ArraySlice<UInt8>) -> Bool {
    segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8)
  }
}
