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
    drawChoice(in: input, into: &buffer)
    drawEntries(into: &buffer)
    if picker.matches.isEmpty {
      let words = presentation.words
      let isEmptyLog = picker.purpose == .log && picker.items.isEmpty
      let text = picker.isLoading ? words.loading : isEmptyLog ? words.noMessages : words.noMatch
      buffer.write(SafeText(text), in: layout.list.row(0), style: styles.popup)
    }
    return line.cursorPoint(in: input, widths: presentation.widths)
  }

  static func footer(of picker: Picker, _ presentation: Presentation) -> String {
    let count = picker.isLoading ? "" : "\(picker.matches.count)/\(picker.items.count)"
    guard picker.allowsMarking else { return count }
    let words = presentation.words
    var keys = presentation.keyName(.tab) + " " + words.marksSeveral + "  "
    if picker.asksForAllOrAny {
      keys += presentation.keyName(.backTab) + " " + (picker.matchesAny ? words.asksForAll : words.asksForAny) + "  "
    }
    return keys + count
  }

  /// At the end of the line that is typed: what the marked tags are together, and how many articles have them.
  private func drawChoice(in input: Rect, into buffer: inout Buffer) {
    guard picker.asksForAllOrAny, !picker.marked.isEmpty || picker.matchesAny else { return }
    let words = presentation.words
    let count = picker.foundCount.map { " · " + words.total($0) } ?? ""
    let text = SafeText((picker.matchesAny ? words.anyOfThem : words.allOfThem) + count)
    let columns = presentation.widths.columns(text)
    // What is typed has the first claim.
    let typed = presentation.widths.columns(SafeText(picker.field.text)) + 4
    guard typed + columns <= input.width else { return }
    buffer.write(text, in: input.splitLeft(input.width - columns).rest, style: presentation.styles.popupTitle)
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
    var edits = [false, true].map { isAddition in
      let scalars = item.edits.filter { $0.isAddition == isAddition }.flatMap(\.scalars)
      return (isAddition: isAddition, positions: MatchedPositions(scalars, in: item.text))
    }
    var positions = MatchedPositions(match.positions, in: item.text)
    for (line, text) in zip(lines, layout.lines(of: item.text, presentation.widths)) {
      let room = Rect(x: texts.x, y: rect(ofLine: line).y, width: texts.width, height: rect(ofLine: line).height)
      let columns = buffer.write(presentation.truncate(text, to: room.width), in: room, style: style)
      if case .link(let address) = item.value { buffer.link(room.splitLeft(columns).left, toText: address) }
      for index in edits.indices {
        let isAddition = edits[index].isAddition
        for columns in edits[index].positions.columns(in: text, presentation.widths) {
          buffer.restyle(room.inset(left: columns.lowerBound).splitLeft(columns.count).left) {
            styles.editing($0, isAddition: isAddition, isSelected: isSelected)
          }
        }
      }
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
    let text = picker.detail(of: item, inGroups: picker.standsInGroups)
    let detail = presentation.truncate(SafeText(text), to: room.width / 3)
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

/// Where the entries of a list stand: in a box as wide as they are, up to four fifths of the screen. Entries may take several
/// lines, and headings stand above the first ones of their groups.
///
/// The box follows from all entries, so that it stays while what is typed narrows them; the lines follow from those that match.
struct PickerLayout: Sendable {
  /// The lines of an entry within the list, its heading among them.
  struct Place {
    var lines: Range<Int>
    var hasHeading = false
  }

  /// The screen that it was made for.
  let bounds: Rect
  /// The box.
  let frame: Rect
  /// What stands left of the texts takes so much.
  let leadColumns: Int
  private let wraps: Bool
  /// Where each entry that matches stands; nil where each takes one line.
  private(set) var places: [Place]?
  private(set) var lineCount = 0

  private static let narrowest = 36
  /// The columns of the border and of a blank at each side.
  private static let border = 4
  /// More entries are not measured: every key has to be answered at once.
  private static let measured = 2_000

  init(_ picker: Picker, in bounds: Rect, _ presentation: Presentation) {
    self.bounds = bounds
    wraps = picker.wraps
    let items = picker.items
    let widths = presentation.widths
    func columns(_ text: String) -> Int { text.isEmpty ? 0 : widths.columns(SafeText(text)) }
    let sample = items.prefix(Self.measured)
    let lead = sample.reduce(0) { max($0, columns($1.lead)) }
    let texts = sample.reduce(0) { widest, item in
      let detail = columns(picker.detail(of: item, inGroups: false))
      return max(widest, columns(item.text) + (detail == 0 ? 0 : detail + 2))
    }
    let borders = max(columns(picker.title) + 2, columns(PickerView.footer(of: picker, presentation)) + 2)
    let wanted = max(borders, texts + (lead == 0 ? 0 : lead + 2) + (picker.allowsMarking ? 2 : 0)) + Self.border
    let width = min(bounds.width, max(Self.narrowest, min(wanted, bounds.width * 4 / 5)))
    leadColumns = min(lead, width / 3)
    let room = width - Self.border - (leadColumns == 0 ? 0 : leadColumns + 2)
    let lines =
      wraps || picker.hasGroups
      ? Self.places(of: items.indices.map { items[$0] }, withHeadings: true, wraps, columns: room, widths).lines
      : items.count
    let height = min(bounds.height, min(max(6, lines + 3), max(8, bounds.height * 3 / 4)))
    frame = Rect(
      x: (bounds.width - width) / 2, y: (bounds.height - height) / 3, width: width, height: height)
  }

  /// Places the entries that match.
  mutating func place(_ picker: Picker, _ widths: ColumnWidths) {
    guard wraps || picker.standsInGroups else {
      places = nil
      lineCount = picker.matches.count
      return
    }
    let matching = picker.matches.map { picker.items[$0.index] }
    (places, lineCount) = Self.places(
      of: matching, withHeadings: picker.standsInGroups, wraps, columns: textColumns, widths)
  }

  private static func places(
    of items: [Picker.Item], withHeadings: Bool, _ wraps: Bool, columns: Int, _ widths: ColumnWidths
  ) -> (places: [Place], lines: Int) {
    var line = 0
    var group = ""
    let places = items.map { item in
      let hasHeading = withHeadings && item.group != group
      group = item.group
      let count = wraps ? widths.wrap(SafeText(item.text), columns: columns).count : 1
      let first = line
      line += count + (hasHeading ? 1 : 0)
      return Place(lines: first..<line, hasHeading: hasHeading)
    }
    return (places, line)
  }
}

extension PickerLayout {
  /// The place of the list: the box without border and input line.
  var list: Rect { frame.inset(left: 2, top: 2, right: 2, bottom: 1) }

  /// The columns of a text that may take several lines.
  private var textColumns: Int { list.width - (leadColumns == 0 ? 0 : leadColumns + 2) }

  /// What stands of a text: its lines where it may take several.
  func lines(of text: String, _ widths: ColumnWidths) -> [SafeText] {
    wraps ? widths.wrap(SafeText(text), columns: textColumns) : [SafeText(text)]
  }

  /// Where a row of the matches stands; nil where there is none.
  func place(ofRow row: Int) -> Place? {
    guard let places else { return 0..<lineCount ~= row ? Place(lines: row..<row + 1) : nil }
    return places.indices.contains(row) ? places[row] : nil
  }

  /// The row of the matches whose lines, or whose heading, hold a line.
  func row(atLine line: Int) -> Int? {
    guard 0..<lineCount ~= line else { return nil }
    guard let places else { return line }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].lines.upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? low : nil
  }

  /// The row of the matches at a place on screen; nil on headings and outside of the list.
  func row(at point: Point, offset: Int) -> Int? {
    guard list.inset(left: -1, right: -1).contains(point) else { return nil }
    let line = offset + point.y - list.y
    guard let row = row(atLine: line), let place = place(ofRow: row) else { return nil }
    return place.hasHeading && line == place.lines.lowerBound ? nil : row
  }
}
