/// The texts in blocks as they are written (`BodyCoding`), without reading the blocks.
///
/// Every field is a text but the first ones of headings, lists, tables and rows, which are numbers.
struct BodyTexts: Sequence, IteratorProtocol {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next text; nil at the end, and where the bytes are not blocks.
  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "h"), UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "r"):
        position += 1
        guard field() != nil else { return nil }
      case UInt8(ascii: "0")...UInt8(ascii: "9"): return field()
      default: position += 1
      }
    }
    return nil
  }

  private mutating func field() -> UnsafeBufferPointer<UInt8>? {
    var length = 0
    while position < bytes.count, length < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      length = length * 10 + Int(digit)
      position += 1
    }
    let isWhole = position < bytes.count && bytes[position] == UInt8(ascii: ":")
    position += 1
    guard isWhole, length <= bytes.count - position else {
      position = bytes.count
      return nil
    }
    position += length
    return UnsafeBufferPointer(rebasing: bytes[position - length..<position])
  }
}
