/// A local name in small letters, packed into two words: names are compared and looked up without a string.
package struct TagName: Hashable {
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  /// nil for names longer than any that means something.
  @inlinable @inline(__always)
  package init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
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

  package init?(_ text: StaticString) {
    self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), 0..<text.utf8CodeUnitCount)
  }

  @inlinable
  package static func == (one: TagName, other: TagName) -> Bool { one.low == other.low && one.high == other.high }

  @inlinable
  package func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(high)
  }
}
