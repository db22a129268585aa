/// The parts of an address, or of a reference to one (RFC 3986, 4.1 and appendix B), as ranges of its bytes.
struct WebReference {
  let bytes: [UInt8]
  private(set) var scheme: Range<Int>?
  private(set) var authority: Range<Int>?
  private(set) var path: Range<Int>
  private(set) var query: Range<Int>?
  private(set) var fragment: Range<Int>?

  init(_ text: some Sequence<UInt8>) {
    bytes = Array(text)
    var index = 0
    let schemeEnd = Self.endOfScheme(bytes)
    if schemeEnd > 0 {
      scheme = 0..<schemeEnd
      index = schemeEnd + 1
    }
    if bytes[index...].starts(with: "//".utf8) {
      let start = index + 2
      index = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
      authority = start..<index
    }
    let pathEnd = bytes[index...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    path = index..<pathEnd
    let fragmentStart = bytes[pathEnd...].firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    if fragmentStart > pathEnd { query = pathEnd + 1..<fragmentStart }
    if fragmentStart < bytes.count { fragment = fragmentStart + 1..<bytes.count }
  }

  /// The host, as written.
  var host: ArraySlice<UInt8>? {
    authority.map { authority in
      let user = bytes[authority].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.lowerBound
      return bytes[user..<authority.upperBound].prefix { $0 != UInt8(ascii: ":") }
    }
  }

  /// `http` or `https`; nil where it is neither.
  var webScheme: String? { isHTTP ? scheme.map { String(decoding: bytes[$0], as: UTF8.self) } : nil }

  /// Where the colon of a scheme stands; 0 where there is none.
  static func endOfScheme(_ bytes: some Sequence<UInt8>) -> Int {
    var offset = 0
    for byte in bytes {
      if byte == UInt8(ascii: ":") { return offset }
      let isPart = byte.isLetter || offset > 0 && (byte.isDigit || byte == 0x2b || byte == 0x2d || byte == 0x2e)
      guard isPart, offset < longestScheme else { return 0 }
      offset += 1
    }
    return 0
  }

  private static let longestScheme = 24

  /// The address that a reference means within this one (RFC 3986, 5.2.2).
  func resolving(_ reference: WebReference) -> [UInt8] {
    if let scheme = reference.scheme {
      // `http:page.html` was allowed once, and still is met (5.2.2, "strict").
      guard reference.authority == nil, let own = self.scheme, isHTTP,
        bytes[own].elementsEqual(reference.bytes[scheme])
      else { return reference.bytes }
      return resolving(WebReference(reference.bytes[(scheme.upperBound + 1)...]))
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
      return result
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
    return result
  }

  var isHTTP: Bool {
    guard let scheme else { return false }
    return bytes[scheme].elementsEqual("http".utf8) || bytes[scheme].elementsEqual("https".utf8)
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
  private static func withoutDots(_ path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard path.contains(UInt8(ascii: ".")) else { return path }
    let isRooted = path.first == UInt8(ascii: "/")
    let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var kept: [ArraySlice<UInt8>] = []
    for segment in segments {
      if segment.elementsEqual("..".utf8) {
        if kept.count > (isRooted ? 1 : 0) { kept.removeLast() }
      } else if !segment.elementsEqual(".".utf8) {
        kept.append(segment)
      }
    }
    // What ended in a dot segment names a folder.
    if let last = segments.last, last.elementsEqual("..".utf8) || last.elementsEqual(".".utf8) { kept.append([]) }
    return Array(kept.joined(separator: [UInt8(ascii: "/")]))[...]
  }
}
