public import SeededRandom

/// Draws one of many with weights of their own in constant time: the alias method (Walker, 1977; tables after Vose, 1991).
public struct WeightedChoice: Sendable {
  /// For each column the share of the full 32 bits that belongs to itself, and who has the rest.
  private let columns: [(own: UInt32, other: UInt32)]

  /// - Parameter weights: positive numbers, at least one.
  public init(_ weights: [Double]) {
    let mean = weights.reduce(0, +) / Double(weights.count)
    var shares = weights.map { $0 / mean }
    var columns = shares.indices.map { (own: UInt32.max, other: UInt32($0)) }
    var small = shares.indices.filter { shares[$0] < 1 }
    var large = shares.indices.filter { shares[$0] >= 1 }
    while let poor = small.last, let rich = large.last {
      small.removeLast()
      columns[poor] = (UInt32(shares[poor] * Double(UInt32.max)), UInt32(rich))
      shares[rich] -= 1 - shares[poor]
      if shares[rich] < 1 { small.append(large.removeLast()) }
    }
    self.columns = columns
  }

  /// Weights by rank as words of a language have them: `1 / (rank + offset)`, after Zipf and Mandelbrot.
  public static func zipf(count: Int, offset: Double = 1) -> WeightedChoice {
    WeightedChoice((0..<count).map { 1 / (Double($0) + offset) })
  }

  public var count: Int { columns.count }

  public func draw(_ random: inout SeededGenerator) -> Int {
    let random = random.next()
    let index = Int((random >> 32).multipliedFullWidth(by: UInt64(columns.count) << 32).high)
    let column = columns[index]
    return UInt32(truncatingIfNeeded: random) < column.own ? index : Int(column.other)
  }
}
