package import Terminal
package import TextBasics

/// A series as small columns in one row, `▁▁▂▂▃▅█`, with the latest value at the right edge.
///
/// Where there are more values than columns each column shows the largest of its values. The lowest sign stands for
/// nothing alone, and the highest for the largest value.
package struct Sparkline: Widget, Hashable {
  package var values: [Int]
  package var symbols: Symbols
  package var style: Style

  package init(values: [Int], symbols: Symbols = .unicode, style: Style = .standard) {
    self.values = values
    self.symbols = symbols
    self.style = style
  }

  /// The sparkline as text of exactly `width` columns, for a span in a line; blanks stand where values are missing.
  package static func text(values: [Int], width: Int, symbols: Symbols = .unicode) -> SafeText {
    let signs = signs(values, width: width, symbols)
    return SafeText(String(repeating: " ", count: max(0, width - signs.count)) + signs.joined())
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    let row = rect.row(0)
    guard !row.isEmpty else { return }
    let signs = Self.signs(values, width: row.width, symbols)
    for (index, sign) in signs.enumerated() {
      buffer.draw(symbol: sign, x: row.maxX - signs.count + index, y: row.y, in: row, style: style)
    }
  }

  private static func signs(_ values: [Int], width: Int, _ symbols: Symbols) -> [String] {
    let peaks = Resampling.peaks(of: values, places: width)
    let maximum = Double(peaks.max() ?? 0)
    return peaks.map { value in
      guard value > 0 else { return symbols.sparks[0] }
      let level = (Double(value) / maximum * Double(symbols.sparks.count - 1)).rounded(.up)
      return symbols.sparks[Int(level).clamped(to: 0...symbols.sparks.count - 1)]
    }
  }
}

/// Values of a series made fit for a number of places.
enum Resampling {
  /// One value a place: the largest of those that fall on it, so that no peak is lost; negative values count as 0.
  ///
  /// A series that has fewer values than there are places stays as it is.
  static func peaks(of values: [Int], places: Int) -> [Int] {
    guard places > 0 else { return [] }
    guard values.count > places else { return values.map { max(0, $0) } }
    return (0..<places).map { place in
      let start = place * values.count / places
      let end = (place + 1) * values.count / places
      return values[start..<end].reduce(0, max)
    }
  }
}
