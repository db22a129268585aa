/// A local name in small letters, packed into two words: names are compared and looked up without a string.
struct FeedName: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// nil for names longer than any that means something.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard (1...16).contains(range.count) else { return nil }
    for (offset, index) in range.enumerated() {
      var byte = bytes[index]
      if byte &- 0x41 < 26 { byte |= 0x20 }
      if offset < 8 {
        low |= UInt64(byte) << UInt64(offset * 8)
      } else {
        high |= UInt64(byte) << UInt64(offset * 8 - 64)
      }
    }
  }

  init?(_ text: StaticString) {
    self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), 0..<text.utf8CodeUnitCount)
  }
}
