import Foundation
public import SeededRandom

/// What invented news draws.
extension SeededGenerator {
  /// The generator of one thing among many of its kind, such as an article: whoever knows its number can draw the same again.
  public init(seed: UInt64, kind: UInt64, number: Int = 0) {
    self.init(seed: seed)
    self = SeededGenerator(seed: next() ^ kind)
    self = SeededGenerator(seed: next() ^ UInt64(truncatingIfNeeded: number))
    self = SeededGenerator(seed: next())
  }

  /// A number from 0 up to, not including, `bound`, which must be positive.
  public mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  public mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// A number from 0 up to, not including, 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Whether something happens that happens in this share of all cases.
  public mutating func chance(_ share: Double) -> Bool { unit() < share }

  /// A number of mean 0 and variance 1, nearly normal: the sum of twelve even ones.
  public mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }

  /// How often something happens that happens `mean` times on average (Knuth's method; `mean` must be small).
  public mutating func poisson(_ mean: Double) -> Int {
    let limit = exp(-mean)
    var count = 0
    var product = unit()
    while product > limit {
      product *= unit()
      count += 1
    }
    return count
  }
}
