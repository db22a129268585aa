package import Terminal
import TextBasics

/// A horizontal bar whose last cell is filled by eighths.
struct Bar {
  /// From 0 to 1; what lies outside, or is no number, is drawn as the nearest of them or as 0.
  var fraction: Double
  var symbols: Symbols

  init(fraction: Double, symbols: Symbols) {
    self.fraction = fraction.isNaN ? 0 : fraction.clamped(to: 0...1)
    self.symbols = symbols
  }

  /// A bar for a value where `maximum` would fill the row.
  init(value: Int, maximum: Int, symbols: Symbols) {
    self.init(fraction: maximum > 0 ? Double(value) / Double(maximum) : 0, symbols: symbols)
  }

  /// The length in steps of a cell: at least one for what is more than nothing.
  func steps(width: Int) -> Int {
    guard fraction > 0, width > 0 else { return 0 }
    return max(1, Int((fraction * Double(width * symbols.bars.count)).rounded()))
  }

  func draw(in row: Rect, style: Style, into buffer: inout Buffer) {
    guard let full = symbols.bars.last else { return }
    let (cells, part) = steps(width: row.width).quotientAndRemainder(dividingBy: symbols.bars.count)
    let (solid, rest) = row.splitLeft(cells)
    buffer.fill(solid, with: SafeText(full), style: style)
    if part > 0 { buffer.draw(symbol: symbols.bars[part - 1], x: rest.x, y: rest.y, in: rest, style: style) }
  }
}

/// How far something has come, as a bar between two edges: `▕███▌    ▏`, in ASCII `[###    ]`.
package struct ProgressBar: Widget, Hashable {
  /// From 0 to 1; what lies outside, or is no number, is drawn as the nearest of them or as 0.
  package var fraction: Double
  package var symbols: Symbols
  package var style: Style

  package init(fraction: Double, symbols: Symbols = .unicode, style: Style = .standard) {
    self.fraction = fraction
    self.symbols = symbols
    self.style = style
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    guard rect.width >= 3, rect.height >= 1 else { return }
    let row = rect.row(0)
    buffer.fill(row, style: style)
    let hasEighths = symbols.bars.count > 1
    buffer.write(hasEighths ? "▕" : "[", in: row, style: style)
    buffer.write(hasEighths ? "▏" : "]", in: row.inset(left: row.width - 1), style: style)
    Bar(fraction: fraction, symbols: symbols).draw(in: row.inset(left: 1, right: 1), style: style, into: &buffer)
  }
}
