/// The letters with which the readings of an ideograph begin.
///
/// Lives as long as the program, in plain memory: an array would be retained and released at every look.
struct PinyinTable {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = PinyinTable()

  private static let first: UInt32 = 0x4E00
  private static let count = 0x9FFF - 0x4E00 + 1

  /// A set of letters for each ideograph.
  private let letters: UnsafePointer<UInt32>

  /// The letters as a set of bits, `a` the lowest; none for what is no ideograph of the basic block.
  func initials(of scalar: UInt32) -> UInt32 {
    let index = Int(scalar) - Int(Self.first)
    return 0..<Self.count ~= index ? letters[index] : 0
  }

  /// The bit of a letter; none for what is no small letter of ASCII.
  static func bit(of letter: UInt32) -> UInt32 {
    0x61...0x7A ~= letter ? 1 << (letter - 0x61) : 0
  }

  private init() {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.count)
    table.initialize(repeating: 0, count: Self.count)
    PinyinInitials.ofIdeographs.withUTF8Buffer { bytes in
      var index = -1
      for byte in bytes {
        let isFirst = byte < 0x61
        if isFirst { index += 1 }
        table[index] |= Self.bit(of: UInt32(byte) | 0x20)
      }
    }
    letters = UnsafePointer(table)
  }
}
