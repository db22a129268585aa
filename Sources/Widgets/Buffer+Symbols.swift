import Terminal
import TextBasics

extension Buffer {
  /// Draws a symbol of one column at a place, if that lies in `rect`.
  mutating func draw(symbol: String, x: Int, y: Int, in rect: Rect, style: Style) {
    guard rect.contains(Point(x: x, y: y)) else { return }
    fill(Rect(x: x, y: y, width: 1, height: 1), with: SafeText(symbol), style: style)
  }
}

extension Style {
  /// The style of text in a selected row: its own colour on the background of the selection.
  ///
  /// In reverse video colours would change places cell by cell, so there the selection's colours win.
  func selected(by selection: Style) -> Style {
    let modifiers = self.modifiers.union(selection.modifiers)
    if selection.modifiers.contains(.reverse) {
      return Style(foreground: selection.foreground, background: selection.background, modifiers: modifiers)
    }
    return Style(foreground: foreground, background: selection.background, modifiers: modifiers)
  }
}

extension Line {
  /// The line as it looks in a selected row.
  func selected(by selection: Style) -> Line {
    Line(spans.map { Span($0.text, style: $0.style.selected(by: selection)) })
  }
}

extension Comparable {
  /// The nearest value of a range.
  func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
