/// A number for all that an item of a feed says: what has the number of a known item is that item, unchanged, and need not be looked
/// up, nor made ready for the store.
///
/// Two different items have one number once in 2⁶⁴ pairs.
package struct ItemDigest: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// - Parameters:
  ///   - texts: all texts of the item in a fixed order, nil where there is none.
  ///   - numbers: the same for numbers.
  package init(texts: some Sequence<String?>, numbers: some Sequence<Int64?>) {
    var mixer = Mixer()
    for text in texts { mixer.add(text) }
    for number in numbers { mixer.add(UInt64(bitPattern: number ?? .min)) }
    rawValue = mixer.state
  }
}

/// Takes texts eight bytes at a time: multiplied by an odd constant, the high half folded into the low one (as splitmix does).
private struct Mixer {
  private(set) var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0xBF58_476D_1CE4_E5B9
    state ^= state >> 29
  }

  mutating func add(_ text: String?) {
    guard var text else { return add(UInt64.max) }
    text.withUTF8 { bytes in
      // The length first: two neighbouring texts are not the same as one text of both.
      add(UInt64(bytes.count))
      let raw = UnsafeRawBufferPointer(bytes)
      var position = 0
      while position + 8 <= raw.count {
        add(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian)
        position += 8
      }
      var rest: UInt64 = 0
      while position < raw.count {
        rest = rest << 8 | UInt64(raw[position])
        position += 1
      }
      add(rest)
    }
  }
}
