package import Terminal
import TextBasics

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
