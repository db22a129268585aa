import Terminal
import TextBasics
import Widgets
import Wording

/// Draws a picker as a box over the panes.
struct PickerView {
  let picker: Picker
  let layout: PickerLayout
  let presentation: Presentation

  /// Draws the box; returns the cursor's place.
  func draw(into buffer: inout Buffer) -> Point {
    let styles = presentation.styles
    Popup(
      title: SafeText(picker.title), footer: SafeText(Self.footer(of: picker, presentation)),
      symbols: presentation.symbols, style: styles.popup, borderStyle: styles.popupBorder, titleStyle: styles.popupTitle
    ).draw(in: layout.frame, into: &buffer)
    let input = layout.frame.inset(left: 2, top: 1, right: 2, bottom: 1).row(0)
    let line = InputLine(
      label: "> ", text: picker.field.text, cursor: picker.field.cursor, labelStyle: styles.popupTitle,
      style: styles.popup)
    line.draw(in: input, into: &buffer)
    drawEntries(into: &buffer)
    if picker.matches.isEmpty {
      let text = picker.isLoading ? presentation.words.loading : presentation.words.noMatch
      buffer.write(SafeText(text), in: layout.list.row(0), style: styles.popup)
    }
    return line.cursorPoint(in: input, widths: presentation.widths)
  }

  static func footer(of picker: Picker, _ presentation: Presentation) -> String {
    let count = picker.isLoading ? "" : "\(picker.matches.count)/\(picker.items.count)"
    guard picker.allowsMarking else { return count }
    let words = presentation.words
    return "Tab " + (picker.purpose == .field(.tag) ? words.marksAll : words.marksSeveral) + "  " + count
  }

  private func drawEntries(into buffer: inout Buffer) {
    guard var row = layout.row(atLine: picker.offset) else { return }
    while let place = layout.place(ofRow: row), place.lines.lowerBound < picker.offset + layout.list.height {
      draw(row, in: place, &buffer)
      row += 1
    }
  }

  /// The row of the screen for a line of the list; empty where it is scrolled out of sight.
  private func rect(ofLine line: Int) -> Rect { layout.list.row(line - picker.offset) }

  private func draw(_ row: Int, in place: PickerLayout.Place, _ buffer: inout Buffer) {
    let styles = presentation.styles
    let match = picker.matches[row]
    let item = picker.items[match.index]
    var lines = place.lines
    if place.hasHeading {
      buffer.write(SafeText(item.group), in: rect(ofLine: lines.lowerBound), style: styles.popupTitle)
      lines = lines.dropFirst()
    }
    let isSelected = row == picker.selectedRow
    let style = isSelected ? styles.selection : styles.popup
    if isSelected { for line in lines { buffer.fill(rect(ofLine: line).inset(left: -1, right: -1), style: style) } }
    // Nothing is drawn where a row is empty.
    let texts = drawSides(of: item, in: rect(ofLine: lines.lowerBound), style: style, &buffer)
    var positions = MatchedPositions(match.positions, in: item.text)
    for (line, text) in zip(lines, layout.lines(of: item.text, presentation.widths)) {
      let room = Rect(x: texts.x, y: rect(ofLine: line).y, width: texts.width, height: rect(ofLine: line).height)
      buffer.write(presentation.truncate(text, to: room.width), in: room, style: style)
      for columns in positions.columns(in: text, presentation.widths) {
        buffer.restyle(room.inset(left: columns.lowerBound).splitLeft(columns.count).left) {
          $0.adding(presentation.styles.match.modifiers.union(.bold).union(.underline))
        }
      }
    }
  }

  /// Draws what stands beside the text of an entry; returns the place that is left for the text.
  private func drawSides(of item: Picker.Item, in rect: Rect, style: Style, _ buffer: inout Buffer) -> Rect {
    var room = rect
    if layout.leadColumns > 0 {
      let (lead, rest) = room.splitLeft(layout.leadColumns)
      let keyStyle = style == presentation.styles.selection ? style : presentation.styles.popupTitle
      buffer.write(presentation.truncate(SafeText(item.lead), to: lead.width), in: lead, style: keyStyle)
      room = rest.inset(left: 2)
    }
    let detail = presentation.truncate(SafeText(item.detail), to: room.width / 3)
    if !detail.isEmpty {
      let columns = presentation.widths.columns(detail)
      buffer.write(detail, in: room.splitLeft(room.width - columns).rest, style: style)
      room = room.inset(right: columns + 1)
    }
    if picker.allowsMarking {
      let mark = picker.marked.contains(item.value) ? presentation.symbols.check : " "
      room = room.splitLeft(buffer.write(SafeText(mark), in: room, style: style) + 1).rest
    }
    return room
  }
}

/// The characters of a text that matched, found again in its lines, which leave out blanks at their ends.
private struct MatchedPositions {
  private let wanted: Set<Int>
  private var rest: [(offset: Int, scalar: Unicode.Scalar)].SubSequence

  init(_ positions: [Int], in text: String) {
    wanted = Set(positions)
    rest = wanted.isEmpty ? [] : Array(SafeText(text).string.unicodeScalars.enumerated().map { ($0, $1) })[...]
  }

  /// The columns of the next line that matched.
  mutating func columns(in line: SafeText, _ widths: ColumnWidths) -> [Range<Int>] {
    guard !wanted.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var column = 0
    for scalar in line.string.unicodeScalars {
      while let next = rest.first, next.scalar != scalar { rest = rest.dropFirst() }
      let columns = widths.columns(scalar)
      if let place = rest.popFirst(), wanted.contains(place.offset) { found.append(column..<column + columns) }
      column += columns
    }
    return found
  }
}
