/// A number that tells texts apart and stays the same from version to version: FNV-1a with 64 bits (Fowler, Noll, Vo).
///
/// Two different texts share one about as often as chance has it. It is no protection against texts that were made to share one. Time
/// grows with the bytes.
package struct Digest: Hashable, Sendable {
  package var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inlinable package init() {}

  @inlinable package init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  @inlinable package mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

  @inlinable package mutating func add(_ bytes: some Sequence<UInt8>) {
    // A loop over bytes that lie beside each other needs no iterator.
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { for byte in $0 { add(byte) } }
    if isDone == nil { for byte in bytes { add(byte) } }
  }

  /// The lowest bits, with what the highest say mixed in; at most 63 bits, so that a store reads it as any number.
  @inlinable package func bits(_ count: Int) -> Int64 { Int64((value ^ value >> 32) & (1 << UInt64(count) - 1)) }
}
