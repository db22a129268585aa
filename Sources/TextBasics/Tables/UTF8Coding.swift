extension UnsafeBufferPointer<UInt8> {
  /// The scalar whose first byte stands at `index`, and the index after it.
  ///
  /// The bytes should be well-formed, as those of a `String` always are. Of others the scalars mean nothing, but none reaches beyond
  /// the end: what a damaged store holds may be looked at.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, index + 1) }
    guard index + UTF8.length(of: UInt8(truncatingIfNeeded: first)) <= count else { return (0xFFFD, count) }
    let second = UInt32(self[index + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, index + 2) }
    let third = UInt32(self[index + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, index + 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[index + 3] & 0x3F), index + 4)
  }

  /// Where the scalar begins whose last byte stands before `end`, which must not be 0.
  func startOfScalar(before end: Int) -> Int {
    var start = end - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
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
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}

extension UTF8 {
  /// Bytes of the scalar that begins with this one, which is not ASCII.
  @inline(__always)
  static func length(of first: UInt8) -> Int { first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

  /// Bytes that a scalar takes.
  @inline(__always)
  static func width(of scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Writes a scalar, for which there must be room, and gives the index after it.
  @inline(__always)
  func write(scalar: UInt32, at index: Int) -> Int {
    if scalar < 0x80 {
      self[index] = UInt8(truncatingIfNeeded: scalar)
      return index &+ 1
    }
    let width = UTF8.width(of: scalar)
    var bits = scalar
    for offset in stride(from: width - 1, to: 0, by: -1) {
      self[index + offset] = 0x80 | UInt8(truncatingIfNeeded: bits & 0x3F)
      bits >>= 6
    }
    let marker: UInt8 = width == 2 ? 0xC0 : width == 3 ? 0xE0 : 0xF0
    self[index] = marker | UInt8(truncatingIfNeeded: bits)
    return index + width
  }
}

extension Array<UInt8> {
  mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(truncatingIfNeeded: scalar))
    } else {
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { buffer in
        let width = buffer.write(scalar: scalar, at: 0)
        append(contentsOf: buffer[..<width])
      }
    }
  }
}
