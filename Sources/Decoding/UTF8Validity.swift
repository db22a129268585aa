/// How much of some bytes is UTF-8.
package struct UTF8Validity {
  /// Sequences of two bytes, which other sets may form by chance.
  package private(set) var short = 0
  /// Sequences of three and four bytes, which they hardly ever form.
  package private(set) var long = 0
  /// Bytes that belong to no sequence.
  package private(set) var invalid = 0

  package var isASCII: Bool { short == 0 && long == 0 && invalid == 0 }
  /// Whether the text is UTF-8 in which something was damaged.
  package var isDamagedUTF8: Bool { invalid > 0 && short + long > invalid * 10 }

  /// Looks at every byte once, at eight a time where they are ASCII and at six where they are Chinese.
  package init(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var index = 0
    while index < count {
      if index + 8 <= count {
        let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if word & 0x8080_8080_8080_8080 == 0 {
          index += 8
          continue
        }
        // Two of what is looked for below.
        if word & 0xc0c0_f0c0_c0f0 == 0x8080_e080_80e0, Self.isFree(word), Self.isFree(word >> 24) {
          long += 2
          index += 6
          continue
        }
      }
      // Nearly all Chinese text: three bytes beginning with E1 to EF, other than ED.
      if index + 4 <= count {
        let word = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        if word & 0x00c0_c0f0 == 0x0080_80e0, Self.isFree(UInt64(word)) {
          long += 1
          index += 3
          continue
        }
      }
      let length = Self.sequence(bytes, index)
      switch length {
      case 0:
        invalid += 1
        index += 1
      case 1: index += 1
      case 2:
        short += 1
        index += 2
      default:
        long += 1
        index += length
      }
    }
  }

  /// Whether any two bytes may follow the lead byte of three that is the lowest one of `word`.
  @inline(__always)
  private static func isFree(_ word: UInt64) -> Bool { word & 0x0f != 0 && word & 0x0f != 0x0d }

  /// The length of the sequence at `index`; 0 where there is none (Unicode, table 3-7).
  @inline(__always)
  private static func sequence(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    func follows(_ offset: Int) -> Bool { index + offset < bytes.count && bytes[index + offset] & 0xc0 == 0x80 }
    switch lead {
    case 0xc2...0xdf: return follows(1) ? 2 : 0
    case 0xe0...0xef:
      guard follows(1), follows(2) else { return 0 }
      let second = bytes[index + 1]
      return (lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) ? 0 : 3
    case 0xf0...0xf4:
      guard follows(1), follows(2), follows(3) else { return 0 }
      let second = bytes[index + 1]
      return (lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f) ? 0 : 4
    default: return 0
    }
  }
}
