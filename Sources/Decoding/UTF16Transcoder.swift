/// Turns a stream of UTF-16 bytes into UTF-8 piece by piece.
package struct UTF16Transcoder {
  private let isBigEndian: Bool
  /// The bytes of a unit, or of half a surrogate pair, that the next piece completes.
  private var pending: [UInt8] = []

  /// Fails for any other set.
  package init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf16LittleEndian: isBigEndian = false
    case .utf16BigEndian: isBigEndian = true
    default: return nil
    }
  }

  package mutating func convert(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> [UInt8] {
    pending.append(contentsOf: bytes)
    var units: [UInt16] = []
    units.reserveCapacity(pending.count / 2)
    for index in stride(from: 0, to: pending.count - 1, by: 2) {
      let (first, second) = (UInt16(pending[index]), UInt16(pending[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    var used = units.count * 2
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      used -= 2
    }
    pending.removeFirst(used)
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
