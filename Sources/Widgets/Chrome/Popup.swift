package import Terminal
package import TextBasics

/// A box over what was drawn before, with a title in its upper and a footer in its lower border.
package struct Popup: Widget, Hashable {
  package var title: SafeText
  package var footer: SafeText
  package var symbols: Symbols
  /// The style of the inside.
  package var style: Style
  package var borderStyle: Style
  package var titleStyle: Style

  package init(
    title: SafeText, footer: SafeText = "", symbols: Symbols = .unicode, style: Style = .standard,
    borderStyle: Style = .standard, titleStyle: Style = .standard
  ) {
    self.title = title
    self.footer = footer
    self.symbols = symbols
    self.style = style
    self.borderStyle = borderStyle
    self.titleStyle = titleStyle
  }

  /// Draws the border and clears the inside.
  package func draw(in rect: Rect, into buffer: inout Buffer) {
    buffer.fill(rect, style: style)
    guard rect.width >= 2, rect.height >= 2 else { return }
    let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
    for y in [rect.y, bottom] {
      buffer.fill(
        Rect(x: rect.x, y: y, width: rect.width, height: 1), with: SafeText(symbols.horizontal), style: borderStyle)
    }
    for x in [rect.x, right] {
      buffer.fill(
        Rect(x: x, y: rect.y, width: 1, height: rect.height), with: SafeText(symbols.vertical), style: borderStyle)
    }
    buffer.draw(symbol: symbols.downRight, x: rect.x, y: rect.y, in: rect, style: borderStyle)
    buffer.draw(symbol: symbols.downLeft, x: right, y: rect.y, in: rect, style: borderStyle)
    buffer.draw(symbol: symbols.upRight, x: rect.x, y: bottom, in: rect, style: borderStyle)
    buffer.draw(symbol: symbols.upLeft, x: right, y: bottom, in: rect, style: borderStyle)
    label(title, alignment: .left, row: rect.row(0), into: &buffer)
    label(footer, alignment: .right, row: rect.row(rect.height - 1), into: &buffer)
  }

  /// Writes a text with a blank at each side into a border, clear of the corners.
  private func label(_ text: SafeText, alignment: ColumnWidths.Alignment, row: Rect, into buffer: inout Buffer) {
    let room = row.inset(left: 2, right: 2)
    guard !text.isEmpty, room.width > 2 else { return }
    let line = Line.plain(text, style: titleStyle)
      .truncated(to: room.width - 2, widths: buffer.widths, ellipsis: symbols.ellipsis)
    let padded = Line([Span(" ", style: titleStyle)] + line.spans + [Span(" ", style: titleStyle)])
    LineView(padded, alignment: alignment).draw(in: room, into: &buffer)
  }
}
