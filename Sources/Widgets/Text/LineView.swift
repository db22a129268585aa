package import Terminal
package import TextBasics

/// Draws a line into the first row of a rectangle, cut where it does not fit.
package struct LineView: Widget, Hashable {
  package var line: Line
  package var alignment: ColumnWidths.Alignment
  /// Whether a cut line ends in an ellipsis.
  package var ellipsis: Bool
  package var symbols: Symbols

  package init(
    _ line: Line, alignment: ColumnWidths.Alignment = .left, ellipsis: Bool = true, symbols: Symbols = .unicode
  ) {
    self.line = line
    self.alignment = alignment
    self.ellipsis = ellipsis
    self.symbols = symbols
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    guard !rect.isEmpty else { return }
    let shown = line.truncated(to: rect.width, widths: buffer.widths, ellipsis: ellipsis ? symbols.ellipsis : "")
    var rest = rect.row(0)
    if alignment != .left {
      let free = max(0, rect.width - shown.columns(buffer.widths))
      rest = rest.splitLeft(alignment == .right ? free : free / 2).rest
    }
    for span in shown.spans {
      buffer.write(span.text, in: rest, style: span.style)
      rest = rest.splitLeft(buffer.widths.columns(span.text)).rest
    }
  }
}
