import NewsModel

/// A figure where it stands in a folded text.
struct FoundFigure {
  var range: Range<Int>
  var clause: Int
  var low: Double
  var high: Double
  var measure: Figure.Measure
  /// Where a unit of Latin letters stands that is no money, share or percentage: the text writes MW, the folded text mw.
  var word: Range<Int>?
  /// 合计, 总价: the sum of what stands beside it.
  var isSum = false
  /// The old one of two levels: 由120元, "from $120".
  var isFormer = false
  /// The stake of who acts, no change of anything: 持股5%以上股东, "5% holder".
  var isHoldersStake = false

  var bounds: ClosedRange<Double> { min(low, high)...max(low, high) }

  /// With the unit as the text writes it: MW, not mw.
  func measure(in text: AnalysedText) -> Figure.Measure {
    word.map { .amount(.other(text.quote($0))) } ?? measure
  }

  func amount(in text: AnalysedText) -> Amount? {
    guard case .amount(let unit) = measure(in: text) else { return nil }
    return Amount(range: bounds, unit: unit)
  }

  /// What measures a change and not how much there is of something, as percentages do.
  private static let ratios: Set<String> = ["倍", "基点", "bp"]
  /// The rank of what is no amount.
  fileprivate static let noAmount = 4

  /// Totals of money tell more than shares, and these more than what else is counted or a price.
  fileprivate var rank: Int {
    guard case .amount(let unit) = measure else { return Self.noAmount }
    return switch unit {
    case .currency: 0
    case .shares: 1
    case .other(let word): Self.ratios.contains(word) ? Self.noAmount : 2
    case .price: 3
    }
  }
}

extension Collection<FoundFigure> {
  /// The amount of an event: a total of money, else shares, else what else is counted, else a price. A sum wins over its parts, the new
  /// level over the old one, what stands in the clause of the event over the rest; then the first counts.
  ///
  /// - Parameter prefersPrice: for target prices, where a total is another company's matter.
  func mainAmount(in clause: Int? = nil, prefersPrice: Bool = false) -> FoundFigure? {
    func key(_ figure: FoundFigure) -> (Int, Int, Int, Int) {
      let rank = prefersPrice && figure.rank == 3 ? -1 : figure.rank
      return (
        rank, figure.isFormer ? 1 : 0, figure.isSum ? 0 : 1, clause.map { $0 == figure.clause ? 0 : 1 } ?? 0
      )
    }
    // The first of equals, as `min` keeps it.
    return filter { $0.rank < FoundFigure.noAmount }.min { key($0) < key($1) }
  }
}
