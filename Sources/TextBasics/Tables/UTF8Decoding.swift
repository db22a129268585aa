extension UnsafeBufferPointer<UInt8> {
  /// The scalar whose first byte stands at `index`, and the index after it.
  ///
  /// The bytes must be those of a `String`, which are always well-formed: nothing is checked.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, index + 1) }
    let second = UInt32(self[index + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, index + 2) }
    let third = UInt32(self[index + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, index + 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[index + 3] & 0x3F), index + 4)
  }

  /// Whether the byte at `index` begins one of the ideographs U+4000 to U+9FFF: three bytes, two columns, always plain.
  @inline(__always)
  func isIdeograph(at index: Int) -> Bool {
    self[index] &- 0xE4 < 6
  }
}

extension String {
  /// The text of some bytes of a string, cut between scalars.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.init(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Calls `body` with the UTF-8 bytes, without a copy where the string is a native one.
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}

extension Array<UInt8> {
  mutating func append(scalar: UInt32) {
    switch scalar {
    case ..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800: append(contentsOf: [0xC0 | UInt8(truncatingIfNeeded: scalar >> 6), .continuation(scalar)])
    case ..<0x10000:
      append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      append(.continuation(scalar >> 6))
      append(.continuation(scalar))
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      append(.continuation(scalar >> 12))
      append(.continuation(scalar >> 6))
      append(.continuation(scalar))
    }
  }
}

extension UInt8 {
  fileprivate static func continuation(_ bits: UInt32) -> UInt8 {
    0x80 | UInt8(truncatingIfNeeded: bits & 0x3F)
  }
}
