/// A digest by which texts are told apart: FNV-1a (Fowler, Noll, Vo) with 64 bits. It stays the same from version to version.
struct FeedDigest {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init(_ parts: String?...) {
    for part in parts {
      for byte in (part ?? "").utf8 { add(byte) }
      // What no UTF-8 text holds parts them.
      add(0xff)
    }
  }

  private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// 16 hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
