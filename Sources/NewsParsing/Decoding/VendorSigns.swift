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
