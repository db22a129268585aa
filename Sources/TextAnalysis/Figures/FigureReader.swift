package import NewsModel

/// Reads the numbers of a text that have a unit: money, shares, what else is counted, prices and percentages; Chinese and English.
///
/// Linear: each number looks at most some 60 bytes back. What counts as a figure, `Tests/TextAnalysisTests/Fixtures/figures.tsv` says.
package struct FigureReader: Sendable {
  /// How far words before a number tell something of it.
  static let reach = 66

  let words: FigureWords

  package init() { words = .shipped }

  /// The figures of the title and of the beginning of the text, in their order.
  ///
  /// - Parameter limit: how many bytes of the text are read.
  package func figures(in text: AnalysedText, limit: Int = 500) -> [Figure] {
    let lead = text.text.lowerBound..<min(text.text.lowerBound + limit, text.text.upperBound)
    let found = figures(in: text.bytes, text.title) + figures(in: text.bytes, lead)
    return zip(found, text.quotes(found.map(\.range))).map { figure, quote in
      Figure(range: figure.bounds, measure: figure.measure(in: text), quote: quote)
    }
  }

  /// The amount that is all that a title says; nil where it says anything else.
  func amount(of text: AnalysedText) -> Amount? {
    let found = figures(in: text.bytes, text.title)
    guard let only = found.first, found.count == 1, only.range == text.title else { return nil }
    return only.amount(in: text)
  }

  func figures(in bytes: [UInt8], _ range: Range<Int>) -> [FoundFigure] {
    guard range.count < 64 << 10, range.lowerBound >= 0, range.upperBound <= bytes.count else { return [] }
    return FigurePass.figures(in: bytes, range, words)
  }
}
