/// A hash of bodies that may be stored: unlike `Hasher`, it is the same in every run and on every machine.
///
/// Words of 64 bits are multiplied into the state and the halves of the product of 128 bits joined, as wyhash does it
/// (Wang Yi, 2019). It tells bodies apart that differ by accident; whoever wants two equal hashes can make them. Some 10 GB
/// a second.
enum BodyHash {
  static func of(_ bytes: [UInt8]) -> UInt64 {
    var state = UInt64(bytes.count) ^ 0x9e37_79b9_7f4a_7c15
    bytes.withUnsafeBytes { bytes in
      var start = 0
      while start + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        state = mix(state ^ word)
        start += 8
      }
      var last: UInt64 = 0
      for byte in bytes[start...] { last = last << 8 | UInt64(byte) }
      state = mix(state ^ last)
    }
    return state
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xa076_1d64_78bd_642f).multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
    return product.high ^ product.low
  }
}
