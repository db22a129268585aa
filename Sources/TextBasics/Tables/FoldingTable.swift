/// What each scalar is folded to: a scalar for a scalar, so that places in folded text lead back to the original.
///
/// Lives as long as the program, in plain memory: an array would be retained and released at every look.
struct FoldingTable {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = FoldingTable()

  private typealias Pair = (source: UInt32, target: UInt32)

  /// For the first plane; 0 for what stays as it is, 1 for what `pairsAbove` knows.
  private let targets: UnsafePointer<UInt16>
  /// The pairs with a scalar of a higher plane, by ascending source.
  private let pairsAbove: UnsafeBufferPointer<Pair>

  @inline(__always)
  func fold(_ scalar: UInt32) -> UInt32 {
    guard scalar < 0x10000 else { return foldAbove(scalar) }
    let target = targets[Int(scalar)]
    if target == 0 { return scalar }
    return target == 1 ? foldAbove(scalar) : UInt32(target)
  }

  /// The scalars that fold to each of the given folded ones, which fold to themselves. Walks through the whole table.
  func sources(of folded: Set<UInt32>) -> [UInt32: [UInt32]] {
    var result = Dictionary(uniqueKeysWithValues: folded.map { ($0, [$0]) })
    for source in 0..<UInt32(0x10000) {
      let target = UInt32(targets[Int(source)])
      if target > 1, folded.contains(target) { result[target]?.append(source) }
    }
    for pair in pairsAbove where folded.contains(pair.target) { result[pair.target]?.append(pair.source) }
    return result
  }

  private func foldAbove(_ scalar: UInt32) -> UInt32 {
    var (low, high) = (0, pairsAbove.count)
    while low < high {
      let middle = (low + high) / 2
      if pairsAbove[middle].source < scalar { low = middle + 1 } else { high = middle }
    }
    return low < pairsAbove.count && pairsAbove[low].source == scalar ? pairsAbove[low].target : scalar
  }

  private init() {
    let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x10000)
    table.initialize(repeating: 0, count: 0x10000)
    var above: [Pair] = []

    func map(_ source: UInt32, to target: UInt32) {
      guard source != target else { return }
      if source < 0x10000 { table[Int(source)] = target < 0x10000 ? UInt16(target) : 1 }
      if max(source, target) >= 0x10000 { above.append((source, target)) }
    }
    func map(_ pairs: StaticString) {
      pairs.withUTF8Buffer { bytes in
        var index = 0
        while index < bytes.count {
          let source = bytes.scalar(at: index)
          let target = bytes.scalar(at: source.end)
          map(source.value, to: target.value)
          index = target.end
        }
      }
    }

    for letter in UInt32(0x41)...0x5A { map(letter, to: letter + 0x20) }
    map(FoldingPairs.lowercase)
    map(FoldingPairs.simplified)
    for fullWidth in UInt32(0xFF01)...0xFF5E {
      let ascii = fullWidth - 0xFEE0
      map(fullWidth, to: table[Int(ascii)] == 0 ? ascii : UInt32(table[Int(ascii)]))
    }
    map(0x3000, to: 0x20)
    for (offset, sign) in [UInt32]([0xA2, 0xA3, 0xAC, 0xAF, 0xA6, 0xA5, 0x20A9]).enumerated() {
      map(0xFFE0 + UInt32(offset), to: sign)
    }

    targets = UnsafePointer(table)
    let pairs = UnsafeMutableBufferPointer<Pair>.allocate(capacity: above.count)
    _ = pairs.initialize(from: above.sorted { $0.source < $1.source })
    pairsAbove = UnsafeBufferPointer(pairs)
  }
}
