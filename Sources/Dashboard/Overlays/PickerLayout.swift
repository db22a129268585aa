import Terminal
import TextBasics

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
      max(widest, columns(item.text) + (item.detail.isEmpty ? 0 : columns(item.detail) + 2))
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
    guard wraps || picker.hasGroups else {
      places = nil
      lineCount = picker.matches.count
      return
    }
    let matching = picker.matches.map { picker.items[$0.index] }
    // What is typed brings the best ones to the top: groups are torn then.
    (places, lineCount) = Self.places(
      of: matching, withHeadings: picker.field.text.isEmpty, wraps, columns: textColumns, widths)
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
