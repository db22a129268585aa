/// RFC 4648, 4, with blanks in it.
package enum Base64 {
  /// nil where the bytes are not base64, or what they stand for is no text.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard let output = Self.bytes(bytes) else { return nil }
    let isText = String(validating: output, as: UTF8.self) != nil && !output.contains(0)
    return isText ? output : nil
  }

  /// What they stand for; nil where the bytes are not base64.
  package static func bytes(_ bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 3 / 4)
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in bytes {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 0x41
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 0x61 + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="), ...0x20: continue
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }
}
