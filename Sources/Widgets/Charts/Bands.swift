/// Even bands of the whole numbers from 1 to a maximum.
struct Bands {
  let maximum: Int
  let count: Int

  /// The band of a value, counted from 0; none for nothing.
  func band(of value: Int) -> Int? {
    guard value > 0, maximum > 0 else { return nil }
    // The division of full width keeps the largest numbers from overflowing.
    let product = UInt(min(value, maximum) - 1).multipliedFullWidth(by: UInt(count))
    return Int(UInt(maximum).dividingFullWidth(product).quotient)
  }

  /// The values of a band; none where the maximum is too small to fill it.
  func limits(of band: Int) -> ClosedRange<Int>? {
    let low = start(of: band)
    let high = band + 1 < count ? start(of: band + 1) - 1 : maximum
    return low <= high ? low...high : nil
  }

  /// The least value whose band is `band` or above: 1 + ⌈band · maximum / count⌉.
  private func start(of band: Int) -> Int {
    let product = UInt(band).multipliedFullWidth(by: UInt(max(0, maximum)))
    let (quotient, remainder) = UInt(count).dividingFullWidth(product)
    return Int(quotient) + (remainder > 0 ? 2 : 1)
  }
}
