/// Undoes the commonest accident of feeds: UTF-8 that was taken for windows-1252 and written as UTF-8 once more (`â€¦` for `…`).
enum Mojibake {
  /// nil where the text is none: unless all of its characters beyond ASCII can be such bytes and together are valid UTF-8.
  static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    guard let first = bytes.firstBeyondASCII, isLead(bytes[first]) else { return nil }
    guard let text = String(validating: bytes[first...], as: UTF8.self) else { return nil }
    var output = Array(bytes[..<first])
    for scalar in text.unicodeScalars {
      guard let byte = byte(of: scalar) else { return nil }
      output.append(byte)
    }
    return String(validating: output, as: UTF8.self) == nil ? nil : output
  }

  /// The text with the characters of windows-1252 in the place of C1 controls, which nobody means; nil where there are none.
  static func withoutControls(_ bytes: [UInt8]) -> [UInt8]? {
    guard let first = bytes.withUnsafeBufferPointer(firstControl) else { return nil }
    var output = Array(bytes[..<first])
    output.reserveCapacity(bytes.count)
    var index = first
    while index < bytes.count {
      if bytes[index] == 0xc2, index + 1 < bytes.count, (0x80...0x9f).contains(bytes[index + 1]),
        let scalar = Unicode.Scalar(scalars[Int(bytes[index + 1] - 0x80)]), let meant = UTF8.encode(scalar)
      {
        output += meant
        index += 2
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  /// In UTF-8 all of them, and few others, begin with one byte.
  private static func firstControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while let start = bytes.offset(of: 0xc2, from: index) {
      if start + 1 < bytes.count, (0x80...0x9f).contains(bytes[start + 1]) { return start }
      index = start + 1
    }
    return nil
  }

  /// What begins U+00C2 to U+00F4 in UTF-8: the characters that the first byte of a sequence is taken for.
  private static func isLead(_ byte: UInt8) -> Bool { byte == 0xc3 }

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < 0x100 ? UInt8(scalar.value) : windows1252[scalar.value]
  }

  private static let windows1252 = Dictionary(
    uniqueKeysWithValues: scalars.enumerated().map { ($1, UInt8(0x80 + $0)) })

  /// The bytes 80 to 9F of windows-1252.
  private static let scalars: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
    0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e,
    0x178,
  ]
}

extension [UInt8] {
  /// Where the first byte that is not ASCII stands; eight at a time.
  var firstBeyondASCII: Int? {
    withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      { index += 8 }
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      return index < bytes.count ? index : nil
    }
  }
}
