package import Terminal
package import TextBasics

/// A line that is being typed, after a label, in one row; it scrolls so that the cursor is always seen.
package struct Prompt: Widget, Hashable {
  package var label: SafeText
  package var text: String
  /// How many characters stand before the cursor.
  package var cursor: Int
  package var labelStyle: Style
  package var style: Style

  package init(
    label: SafeText, text: String, cursor: Int, labelStyle: Style = .standard, style: Style = .standard
  ) {
    self.label = label
    self.text = text
    self.cursor = cursor
    self.labelStyle = labelStyle
    self.style = style
  }

  package init(
    label: SafeText, field: TextField, labelStyle: Style = .standard, style: Style = .standard
  ) {
    self.init(
      label: label, text: field.text, cursor: field.cursor, labelStyle: labelStyle, style: style)
  }

  /// Where the terminal's cursor belongs.
  package func cursorPoint(in rect: Rect, widths: ColumnWidths = ColumnWidths()) -> Point {
    let room = textRoom(in: rect, widths)
    return Point(x: room.x + visible(columns: room.width, widths).cursorColumn, y: rect.y)
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    let row = rect.row(0)
    buffer.fill(row, style: style)
    let room = textRoom(in: row, buffer.widths)
    LineView(.plain(label, style: labelStyle)).draw(in: row.splitLeft(room.x - row.x).left, into: &buffer)
    buffer.write(visible(columns: room.width, buffer.widths).text, in: room, style: style)
  }

  /// What the label leaves: the label gives way before the cursor does.
  private func textRoom(in rect: Rect, _ widths: ColumnWidths) -> Rect {
    let labelColumns = widths.columns(label)
    return rect.row(0).splitLeft(labelColumns < rect.width ? labelColumns : 0).rest
  }

  /// The text from the first character that is seen on, and the cursor's column in it.
  private func visible(columns limit: Int, _ widths: ColumnWidths) -> (text: SafeText, cursorColumn: Int) {
    let pieces = text.map { SafeText(String($0)) }
    let columns = pieces.map { widths.columns($0) }
    let cursor = cursor.clamped(to: 0...pieces.count)
    var start = cursor
    var before = 0
    // The cursor takes a column of its own, so that it is seen behind the last character too.
    while start > 0, before + columns[start - 1] < limit {
      start -= 1
      before += columns[start]
    }
    return (pieces[start...].reduce("") { $0 + $1 }, before)
  }
}
