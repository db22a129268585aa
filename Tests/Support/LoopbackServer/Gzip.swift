/// Packs bytes as gzip (RFC 1951, 1952) for tests: small where the bytes repeat, which is all that bombs need.
public enum Gzip {
  /// - Parameter period: bytes after which the contents repeat: 1 for a run of equal ones. Runs of 258 bytes that do are packed
  ///   into 13 bits; everything else stays as long as it is, or nearly.
  public static func pack(_ bytes: [UInt8], period: Int = 1) -> [UInt8] {
    var bits = BitWriter(bytes: [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
    // One block, the last, with the fixed codes.
    bits.write(1, count: 1)
    bits.write(1, count: 2)
    let distance = distanceCode(period)
    var position = 0
    while position < bytes.count {
      if repeats(bytes, at: position, period) {
        bits.writeCode(0b1100_0101, count: 8)
        bits.writeCode(distance.code, count: 5)
        bits.write(distance.extra, count: distance.extraBits)
        position += longestMatch
      } else {
        let byte = UInt32(bytes[position])
        if byte < 144 { bits.writeCode(0x30 + byte, count: 8) } else { bits.writeCode(0x190 + byte - 144, count: 9) }
        position += 1
      }
    }
    bits.writeCode(0, count: 7)
    var result = bits.finished
    for value in [checksum(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
      for shift in stride(from: 0, to: 32, by: 8) { result.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    return result
  }

  /// The period of what `pack` makes of one byte again and again: so that it can be packed once more.
  public static let periodOfBomb = 13

  private static let longestMatch = 258

  private static func repeats(_ bytes: [UInt8], at position: Int, _ period: Int) -> Bool {
    guard position >= period, position + longestMatch <= bytes.count else { return false }
    for offset in position..<position + longestMatch where bytes[offset] != bytes[offset - period] { return false }
    return true
  }

  /// For the distances 1 … 16.
  private static func distanceCode(_ distance: Int) -> (code: UInt32, extra: UInt32, extraBits: Int) {
    let starts = [1, 2, 3, 4, 5, 7, 9, 13]
    let code = starts.lastIndex { $0 <= distance } ?? 0
    return (UInt32(code), UInt32(distance - starts[code]), [0, 0, 0, 0, 1, 1, 2, 2][code])
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table: [UInt32] = (0..<256).map { index in
      var value = UInt32(index)
      for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xedb8_8320 : value >> 1 }
      return value
    }
    var state = ~UInt32(0)
    for byte in bytes { state = table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ (state >> 8) }
    return ~state
  }

  private struct BitWriter {
    var bytes: [UInt8]
    private var pending: UInt32 = 0
    private var count = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Lowest bit first.
    mutating func write(_ value: UInt32, count bits: Int) {
      pending |= value << count
      count += bits
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        count -= 8
      }
    }

    /// A Huffman code: highest bit first.
    mutating func writeCode(_ code: UInt32, count bits: Int) {
      for bit in stride(from: bits - 1, through: 0, by: -1) { write(code >> bit & 1, count: 1) }
    }

    var finished: [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes }
  }
}
