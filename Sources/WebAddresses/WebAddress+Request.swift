import Foundation

/// Addresses as they go over the wire: ASCII alone, the host in Punycode and in small letters, everything else percent-encoded where
/// it must be. A `%` stays as it is: what is encoded already is not encoded again. The fragment is dropped.
extension WebAddress {
  /// Nil for anything but `http` and `https` with a host.
  package init?(forRequest address: String) { self.init(forRequest: Array(address.utf8)) }

  /// - Parameter bytes: in any encoding, as servers write them in `Location`.
  package init?(forRequest bytes: [UInt8]) {
    self.init(forRequest: WebAddress(bytes: Self.trimmed(bytes)))
  }

  private init?(forRequest written: WebAddress) {
    let bytes = written.bytes
    guard bytes.count <= Self.longest, let scheme = written.scheme, let authority = written.authority else {
      return nil
    }
    let name = String(decoding: bytes[scheme], as: UTF8.self).lowercased()
    // Line feeds and the like do not belong in an address; what carries them means harm.
    guard name == "http" || name == "https", !bytes.contains(where: { $0 < 0x20 || $0 == 0x7f }) else { return nil }
    let hostStart = bytes[authority].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.lowerBound
    guard let host = Self.asciiHost(bytes[hostStart..<authority.upperBound]) else { return nil }
    let path = Self.withoutDots(bytes[written.path])
    var sent = Array("\(name)://".utf8)
    sent += Self.sendable(bytes[authority.lowerBound..<hostStart])
    sent += host.utf8
    if path.first != UInt8(ascii: "/") { sent.append(UInt8(ascii: "/")) }
    sent += Self.sendable(path)
    if let query = written.query { sent += [UInt8(ascii: "?")] + Self.sendable(bytes[query]) }
    self.init(bytes: sent)
  }

  /// Where a redirect from here leads (RFC 3986, 5.2), ready for the next request. Nil where that is no web address.
  ///
  /// - Parameter reference: in any encoding, as servers write `Location`.
  package func redirected(to reference: [UInt8]) -> WebAddress? {
    let reference = WebAddress(bytes: Self.trimmed(reference))
    // A scheme alone, as in `http:`, names no place.
    guard !reference.bytes.isEmpty, reference.scheme == nil || reference.authority != nil else { return nil }
    return WebAddress(forRequest: resolving(reference))
  }

  /// Host and port of a request: what the limit of connections counts by.
  package var endpoint: String {
    let host = hostAndPort.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return host.contains(":") ? host : host + (isEncrypted ? ":443" : ":80")
  }

  /// The host of a request without its port.
  package var hostName: String { host.map { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// The path of a request without the query; it begins with a slash.
  package var pathName: String { String(decoding: bytes[path], as: UTF8.self) }

  package var isEncrypted: Bool { bytes.starts(with: "https:".utf8) }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 }) else {
      return []
    }
    return Array(bytes[first...last])
  }

  /// The host with its port, in lower case; names that are not ASCII by UTS 46 (IDNA), which Foundation knows.
  private static func asciiHost(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.isEmpty else { return nil }
    if bytes.allSatisfy({ !mustBeEncoded($0) && $0 != UInt8(ascii: "%") }) {
      return String(decoding: bytes, as: UTF8.self).lowercased()
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      let components = URLComponents(string: "http://" + text, encodingInvalidCharacters: true),
      let host = components.encodedHost, !host.isEmpty, host.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "%") })
    else { return nil }
    return components.port.map { "\(host):\($0)" } ?? host
  }

  private static func sendable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    percentEncoded(bytes, where: mustBeEncoded)
  }

  /// What RFC 3986 has no place for, and what is not ASCII.
  package static func mustBeEncoded(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x7f || withoutPlace.contains(byte)
  }

  /// The bytes with those encoded that `isEncoded` names.
  package static func percentEncoded(_ bytes: some Collection<UInt8>, where isEncoded: (UInt8) -> Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for byte in bytes {
      if isEncoded(byte) {
        result += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static let withoutPlace = Array("\"<>\\^`{|}".utf8)
  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
