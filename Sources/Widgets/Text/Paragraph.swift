public import Terminal

/// Rows of text that were wrapped before, scrolled by `offset` rows.
public struct Paragraph: Widget, Hashable {
  public var lines: [Line]
  public var offset: Int
  public var symbols: Symbols

  public init(lines: [Line], offset: Int = 0, symbols: Symbols = .unicode) {
    self.lines = lines
    self.offset = offset
    self.symbols = symbols
  }

  public func draw(in rect: Rect, into buffer: inout Buffer) {
    for (row, line) in lines.dropFirst(max(0, offset)).prefix(rect.height).enumerated() {
      LineView(line, symbols: symbols).draw(in: rect.row(row), into: &buffer)
    }
  }
}
