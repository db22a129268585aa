/// Folds the bytes of a string: runs that stay as they are get copied whole, ASCII is folded by eight bytes.
struct FoldingScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table = FoldingTable.shared

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The offset of a place before which nothing changes, or nil where nothing changes at all.
  func firstChange() -> Int? {
    var index = 0
    while index < bytes.count {
      if let word = asciiWord(at: index) {
        guard word.lowercasedASCII == word else { return index }
        index += 8
      } else {
        let (scalar, end) = bytes.scalar(at: index)
        guard table.fold(scalar) == scalar else { return index }
        index = end
      }
    }
    return nil
  }

  /// Writes the folded text, of which the bytes before `start` are known to stay; nil where `output` is too small.
  func fold(from start: Int, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    guard let base = output.baseAddress else { return nil }
    var count = 0
    var runStart = 0
    var index = start

    func hasCopiedRun(andRoomFor bytesNeeded: Int) -> Bool {
      let length = index - runStart
      guard count + length + bytesNeeded <= output.count else { return false }
      if length > 0 {
        UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(output)[count...])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[runStart..<index]))
      }
      count += length
      return true
    }

    while index < bytes.count {
      if let word = asciiWord(at: index) {
        let folded = word.lowercasedASCII
        if folded != word {
          guard hasCopiedRun(andRoomFor: 8) else { return nil }
          UnsafeMutableRawPointer(base).storeBytes(of: folded, toByteOffset: count, as: UInt64.self)
          count += 8
          runStart = index + 8
        }
        index += 8
      } else {
        let (scalar, end) = bytes.scalar(at: index)
        let folded = table.fold(scalar)
        if folded != scalar {
          guard hasCopiedRun(andRoomFor: UTF8.width(of: folded)) else { return nil }
          count = output.write(scalar: folded, at: count)
          runStart = end
        }
        index = end
      }
    }
    return hasCopiedRun(andRoomFor: 0) ? count : nil
  }

  /// The eight bytes from `index` on, if they are there and all ASCII.
  @inline(__always)
  private func asciiWord(at index: Int) -> UInt64? {
    guard bytes[index] < 0x80, index + 8 <= bytes.count, let base = bytes.baseAddress else { return nil }
    let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0 ? word : nil
  }
}

extension UInt64 {
  /// Eight ASCII bytes with A–Z in lower case: a carry into the high bit of a byte tells whether it lies in the range.
  @inline(__always)
  fileprivate var lowercasedASCII: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let fromA = self &+ ones &* (0x80 - 0x41)
    let beyondZ = self &+ ones &* (0x80 - 0x5B)
    return self | (fromA & ~beyondZ & (ones &* 0x80)) >> 2
  }
}
