/// A number for what a page holds and where it belongs, written at its head: a page with other bytes is told from one that says that
/// nothing is to be found.
///
/// Eight bytes at a time, multiplied by an odd constant, the high half folded into the low one (as splitmix does): finds any change
/// of single bytes, and others but for one in 2⁶⁴. It is no protection against somebody who means harm.
enum PageSeal {
  static let size = 8

  /// Writes the seal over the first bytes of a page, which are kept free for it.
  ///
  /// - Parameter place: where the page belongs in its block.
  static func seal(_ page: inout [UInt8], place: UInt64) {
    let seal = page.withUnsafeBytes { value(of: $0, place) }
    withUnsafeBytes(of: seal.littleEndian) { page.replaceSubrange(..<size, with: $0) }
  }

  /// Whether the page is as it was sealed.
  static func isWhole(_ page: UnsafeRawBufferPointer, place: UInt64) -> Bool {
    page.count >= size && UInt64(littleEndian: page.loadUnaligned(as: UInt64.self)) == value(of: page, place)
  }

  private static func value(of page: UnsafeRawBufferPointer, _ place: UInt64) -> UInt64 {
    var state = mixed(place ^ UInt64(page.count) << 44)
    var position = size
    while position + 8 <= page.count {
      state = mixed(state ^ UInt64(littleEndian: page.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position += 8
    }
    var rest: UInt64 = 0
    while position < page.count {
      rest = rest << 8 | UInt64(page[position])
      position += 1
    }
    return mixed(state ^ rest)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = (word ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return product ^ product >> 29
  }
}
