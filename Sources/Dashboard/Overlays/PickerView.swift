import Terminal
import TextBasics
import Widgets
import Wording

/// Draws a picker as a box over the panes.
struct PickerView {
  let picker: Picker
  let presentation: Presentation

  private static func frame(for picker: Picker, in bounds: Rect) -> Rect {
    let width = min(bounds.width, max(36, min(72, bounds.width * 3 / 5)))
    let wanted = max(6, picker.items.count + 3)
    let height = min(bounds.height, min(wanted, max(8, bounds.height * 3 / 4)))
    return Rect(x: (bounds.width - width) / 2, y: (bounds.height - height) / 3, width: width, height: height)
  }

  /// Entries that fit on screen: the frame without border and input line.
  static func listHeight(for picker: Picker, in bounds: Rect) -> Int {
    max(1, frame(for: picker, in: bounds).height - 3)
  }

  /// The entry at a place on screen, as a row of the matches.
  static func row(at point: Point, for picker: Picker, in bounds: Rect) -> Int? {
    let list = frame(for: picker, in: bounds).inset(left: 1, top: 2, right: 1, bottom: 1)
    guard list.contains(point) else { return nil }
    let row = picker.offset + point.y - list.y
    return picker.matches.indices.contains(row) ? row : nil
  }

  /// Draws the box; returns the cursor's place.
  func draw(in bounds: Rect, into buffer: inout Buffer) -> Point {
    let styles = presentation.styles
    let frame = Self.frame(for: picker, in: bounds)
    let count = picker.isLoading ? "" : "\(picker.matches.count)/\(picker.items.count)"
    Popup(
      title: SafeText(picker.title), footer: SafeText(footer(count)), symbols: presentation.symbols,
      style: styles.popup, borderStyle: styles.popupBorder, titleStyle: styles.popupTitle
    ).draw(in: frame, into: &buffer)
    let inner = frame.inset(left: 2, top: 1, right: 2, bottom: 1)
    let line = InputLine(
      label: "> ", text: picker.field.text, cursor: picker.field.cursor, labelStyle: styles.popupTitle,
      style: styles.popup)
    line.draw(in: inner.row(0), into: &buffer)
    let list = inner.inset(top: 1)
    for row in 0..<list.height where picker.matches.indices.contains(picker.offset + row) {
      draw(picker.offset + row, in: list.row(row), &buffer)
    }
    if picker.matches.isEmpty {
      let text = picker.isLoading ? presentation.words.loading : presentation.words.noMatch
      buffer.write(SafeText(text), in: list.row(0), style: styles.popup)
    }
    return line.cursorPoint(in: inner.row(0), widths: presentation.widths)
  }

  private func footer(_ count: String) -> String {
    guard picker.allowsMarking else { return count }
    let words = presentation.words
    return "Tab " + (picker.purpose == .field(.tag) ? words.marksAll : words.marksSeveral) + "  " + count
  }

  private func draw(_ row: Int, in rect: Rect, _ buffer: inout Buffer) {
    let styles = presentation.styles
    let widths = presentation.widths
    let match = picker.matches[row]
    let item = picker.items[match.index]
    let isSelected = row == picker.selectedRow
    let style = isSelected ? styles.selection : styles.popup
    if isSelected { buffer.fill(rect.inset(left: -1, right: -1), style: style) }
    let detail = presentation.truncate(SafeText(item.detail), to: rect.width / 3)
    let detailColumns = widths.columns(detail)
    buffer.write(detail, in: rect.splitLeft(rect.width - detailColumns).rest, style: style)
    let mark = picker.marked.contains(item.value) ? presentation.symbols.check : " "
    var room = rect.inset(right: detailColumns + 1)
    if picker.allowsMarking { room = room.splitLeft(buffer.write(SafeText(mark), in: room, style: style) + 1).rest }
    let text = presentation.truncate(SafeText(item.text), to: room.width)
    buffer.write(text, in: room, style: style)
    highlight(match.positions, of: text, in: room, &buffer)
  }

  /// Makes the characters that matched stand out.
  private func highlight(_ positions: [Int], of text: SafeText, in rect: Rect, _ buffer: inout Buffer) {
    guard !positions.isEmpty else { return }
    let wanted = Set(positions)
    var x = rect.x
    for (offset, scalar) in text.string.unicodeScalars.enumerated() {
      let columns = presentation.widths.columns(scalar)
      if wanted.contains(offset) {
        buffer.restyle(Rect(x: x, y: rect.y, width: columns, height: 1)) {
          $0.adding(presentation.styles.match.modifiers.union(.bold).union(.underline))
        }
      }
      x += columns
    }
  }
}
