/// The order of three numbers of two digits each, one of which is the year: `22/06/07`, `15-06-22`.
struct ShortYearOrder {
  /// Of two digits.
  private(set) var year: Int
  private(set) var month: Int
  private(set) var day: Int
  /// Whether another order gives another day that exists.
  private(set) var isExchangeable = false

  /// The first order that gives a day: the year first, as China and ISO 8601 write it, or the month or the day, as others do.
  ///
  /// - Parameters:
  ///   - isYearFirst: which order is tried first.
  ///   - isMonthFirst: which of the other two is tried first.
  init(_ first: Int, _ second: Int, _ third: Int, isYearFirst: Bool, isMonthFirst: Bool = false) {
    let byYear = (first, second, third)
    let byMonth = (third, first, second)
    let byDay = (third, second, first)
    let others = isMonthFirst ? [byMonth, byDay] : [byDay, byMonth]
    let orders = isYearFirst ? [byYear] + others : others + [byYear]
    let real = orders.filter { (1...12).contains($0.1) && (1...31).contains($0.2) }
    (year, month, day) = real.first ?? orders[0]
    if let best = real.first { isExchangeable = real.contains { $0 != best } }
  }
}
