/// What a terminal shows in one place, held without an allocation, so that a screen full of them is plain memory.
///
/// At most six scalars: safe text has no more in one place than a character with four marks, and ncurses takes five.
/// Of longer runs, as of Hangul jamo, the rest is left out.
package struct Glyph: Hashable, Sendable {
  /// Three scalars each of 21 bits, the first one lowest; 0 is none.
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// The most scalars that it can hold.
  package static let capacity = 6
  private static let bits: UInt64 = 21
  private static let mask: UInt64 = 1 << bits - 1

  /// Nothing, as in the right half of a wide character.
  package init() {}

  package init(_ text: String) {
    for (index, scalar) in text.unicodeScalars.prefix(Self.capacity).enumerated() { set(index, scalar.value) }
  }

  @inline(__always)
  private init(scalar: UInt32) { first = UInt64(scalar) }

  /// A scalar with the marks that some bytes of a string hold.
  init(scalar: UInt32, marks bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.init(scalar: scalar)
    var (count, index) = (1, range.lowerBound)
    while index < range.upperBound, count < Self.capacity {
      let mark = bytes.scalar(at: index)
      set(count, mark.value)
      (count, index) = (count + 1, mark.end)
    }
  }

  /// The scalars of some bytes of a string, cut between scalars.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var (scalar, end) = bytes.scalar(at: range.lowerBound)
    first = UInt64(scalar)
    var count = 1
    while end < range.upperBound, count < Self.capacity {
      (scalar, end) = bytes.scalar(at: end)
      set(count, scalar)
      count += 1
    }
  }

  package static var blank: Glyph { Glyph(scalar: 0x20) }

  package var isEmpty: Bool { first == 0 }

  /// The code point of the scalar at a place below `capacity`; 0 where there is none.
  package subscript(index: Int) -> UInt32 {
    let word = index < 3 ? first : second
    return UInt32(truncatingIfNeeded: word >> (UInt64(index % 3) * Self.bits) & Self.mask)
  }

  private mutating func set(_ index: Int, _ scalar: UInt32) {
    let shifted = UInt64(scalar) << (UInt64(index % 3) * Self.bits)
    if index < 3 { first |= shifted } else { second |= shifted }
  }

  package var text: String {
    var text = String.UnicodeScalarView()
    for index in 0..<Self.capacity {
      guard self[index] != 0, let scalar = Unicode.Scalar(self[index]) else { break }
      text.append(scalar)
    }
    return String(text)
  }
}
