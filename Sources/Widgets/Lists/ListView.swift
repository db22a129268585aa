public import Terminal

/// The visible rows of a list, one line each; the selected row is marked over its whole width.
public struct ListView: Widget {
  public var rowCount: Int
  /// The row at the top.
  public var offset: Int
  public var selected: Int?
  /// Makes the line of a row; asked for visible rows only.
  public var row: @Sendable (Int) -> Line
  public var style: Style
  /// The selected row's background and modifiers; the colours of its text stay, unless this is reverse video.
  public var selectedStyle: Style
  public var symbols: Symbols

  public init(
    rowCount: Int, offset: Int, selected: Int?, row: @escaping @Sendable (Int) -> Line, style: Style = .standard,
    selectedStyle: Style = Style(modifiers: .reverse), symbols: Symbols = .unicode
  ) {
    self.rowCount = rowCount
    self.offset = offset
    self.selected = selected
    self.row = row
    self.style = style
    self.selectedStyle = selectedStyle
    self.symbols = symbols
  }

  /// The row of the list that stands at a row of the screen.
  public func index(atRow y: Int, in rect: Rect) -> Int? {
    guard y >= rect.y, y < rect.maxY else { return nil }
    let index = max(0, offset) + y - rect.y
    return index < rowCount ? index : nil
  }

  public func draw(in rect: Rect, into buffer: inout Buffer) {
    for y in rect.y..<rect.maxY {
      guard let index = index(atRow: y, in: rect) else { return }
      let place = rect.row(y - rect.y)
      let isSelected = index == selected
      buffer.fill(place, style: isSelected ? selectedStyle : style)
      let line = isSelected ? row(index).selected(by: selectedStyle) : row(index)
      LineView(line, symbols: symbols).draw(in: place, into: &buffer)
    }
  }
}
