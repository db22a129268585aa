/// Finds tags by the bytes of their names.
///
/// Lives as long as the program, in plain memory: an array would be retained and released at every look.
struct HTMLTagTable {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = HTMLTagTable()

  private static let size = 512
  private let keys: UnsafePointer<UInt64>
  private let tags: UnsafePointer<HTMLTag>

  func tag(for key: UInt64) -> HTMLTag {
    var slot = Self.slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return tags[slot] }
      slot = (slot + 1) % Self.size
    }
    return .other
  }

  /// Six bits a letter or digit, which ten of them fit into; names with other characters get a key that no tag has.
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> UInt64 {
    var key: UInt64 = 0
    for index in name {
      let byte = bytes[index]
      let code: UInt64
      if byte.isLetter {
        code = UInt64(byte & 0x1f)
      } else if byte.isDigit {
        code = UInt64(byte - 0x30) + 27
      } else {
        code = 63
      }
      key = key << 6 | code
    }
    return key
  }

  private static func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 55)
  }

  private init() {
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.size)
    keys.initialize(repeating: 0, count: Self.size)
    let tags = UnsafeMutablePointer<HTMLTag>.allocate(capacity: Self.size)
    tags.initialize(repeating: .other, count: Self.size)
    for tag in HTMLTag.allCases where tag != .other {
      let name = Array(String(describing: tag).utf8)
      let key = name.withUnsafeBufferPointer { Self.key($0, 0..<name.count) }
      var slot = Self.slot(of: key)
      while keys[slot] != 0 { slot = (slot + 1) % Self.size }
      keys[slot] = key
      tags[slot] = tag
    }
    self.keys = UnsafePointer(keys)
    self.tags = UnsafePointer(tags)
  }
}
