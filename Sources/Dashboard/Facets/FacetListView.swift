import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the facets of an article as a box over the panes: value, words, rule.
struct FacetListView {
  let list: FacetList
  let layout: FacetListLayout
  let presentation: Presentation

  private var styles: Styles { presentation.styles }
  private var words: Words { presentation.words }

  func draw(into buffer: inout Buffer) {
    Popup(
      title: SafeText(words.facetsTitle(list.title)), footer: SafeText(Self.footer(of: list, presentation)),
      symbols: presentation.symbols, style: styles.popup, borderStyle: styles.popupBorder, titleStyle: styles.popupTitle
    ).draw(in: layout.frame, into: &buffer)
    for index in list.rows.indices { draw(index, &buffer) }
    if list.rows.isEmpty {
      let text = list.isLoading ? words.loading : words.nothingRead
      buffer.write(SafeText(text), in: layout.list.row(0), style: styles.popup)
    }
  }

  /// The keys that do something to the selected value, or the answers to `x`.
  static func footer(of list: FacetList, _ presentation: Presentation) -> String {
    let words = presentation.words
    func hint(_ key: String, _ title: String) -> String { key + " " + title }
    if list.asksHowFar {
      let never = list.selected?.exclusion == nil ? [] : [hint("n", words.wrongAlways)]
      return ([hint("h", words.wrongHere)] + never + [hint("Esc", words.cancel)]).joined(separator: "  ")
    }
    var hints: [String] = []
    if let row = list.selected, row.term != nil {
      hints += [
        hint(presentation.keyName(.enter), words.filterHint), hint("x", row.isWrong ? words.rightAgain : words.wrong),
      ]
    }
    return (hints + [hint("a", words.teach), hint("Esc", words.close)]).joined(separator: "  ")
  }

  private func draw(_ index: Int, _ buffer: inout Buffer) {
    let row = list.rows[index]
    let line = layout.lines[index] - list.offset
    if layout.hasHeading(index), 0..<layout.list.height ~= line - 1 {
      buffer.write(SafeText(row.group), in: layout.list.row(line - 1), style: styles.popupTitle)
    }
    guard 0..<layout.list.height ~= line else { return }
    let rect = layout.list.row(line)
    let isSelected = index == list.selectedRow
    let style = isSelected ? styles.selection : styles.popup
    if isSelected { buffer.fill(rect.inset(left: -1, right: -1), style: style) }
    let (first, rest) = rect.splitLeft(layout.valueColumns)
    let mark = row.isWrong ? words.wrongMark : row.isOwn ? words.ownMark : ""
    let text = mark.isEmpty ? row.value : row.value + words.parenthesised(mark)
    // A value that is wrong is named, and does not stand out.
    let valueStyle = isSelected || !row.isWrong ? style.adding(row.isWrong ? [] : .bold) : style.adding(.dim)
    write(text, in: first, style: valueStyle, &buffer)
    let (second, third) = rest.inset(left: 2).splitLeft(layout.quoteColumns)
    write(row.quote.isEmpty ? "" : words.quoted(row.quote), in: second, style: style, &buffer)
    if layout.ruleColumns > 0 { write(row.rule, in: third.inset(left: 2), style: style, &buffer) }
  }

  private func write(_ text: String, in rect: Rect, style: Style, _ buffer: inout Buffer) {
    buffer.write(presentation.truncate(SafeText(text), to: rect.width), in: rect, style: style)
  }
}

/// Where the facets stand: in a box as wide as they are, up to nine tenths of the screen. Where all three columns have no room the
/// rule goes first.
struct FacetListLayout: Sendable {
  /// The screen that it was made for.
  let bounds: Rect
  let frame: Rect
  /// The line of each value; headings stand between them.
  let lines: [Int]
  let lineCount: Int
  let valueColumns: Int
  let quoteColumns: Int
  let ruleColumns: Int

  private static let narrowest = 36
  /// The columns of the border and of a blank at each side.
  private static let border = 4
  private static let widestQuote = 40

  init(_ list: FacetList, in bounds: Rect, _ presentation: Presentation) {
    self.bounds = bounds
    var line = -1
    var group = ""
    lines = list.rows.map { row in
      line += row.group == group ? 1 : 2
      group = row.group
      return line
    }
    lineCount = line + 1
    let widths = presentation.widths
    func columns(_ text: String) -> Int { text.isEmpty ? 0 : widths.columns(SafeText(text)) }
    func widest(_ text: (FacetList.Row) -> String) -> Int { list.rows.reduce(0) { max($0, columns(text($1))) } }
    let words = presentation.words
    let value = widest { $0.value + words.parenthesised($0.isWrong ? words.wrongMark : $0.isOwn ? words.ownMark : "") }
    let quote = min(Self.widestQuote, widest { $0.quote.isEmpty ? "" : words.quoted($0.quote) })
    let rule = widest(\.rule)
    let title = columns(words.facetsTitle(list.title)) + 2
    let footer = columns(FacetListView.footer(of: list, presentation)) + 4
    let limit = bounds.width < 60 ? bounds.width : bounds.width * 9 / 10
    let wanted = max(value + 2 + quote + 2 + rule, min(title, 60), footer) + Self.border
    let width = min(bounds.width, max(Self.narrowest, min(wanted, limit)))
    let height = min(bounds.height, min(max(6, line + 3), max(8, bounds.height * 4 / 5)))
    frame = Rect(x: (bounds.width - width) / 2, y: (bounds.height - height) / 3, width: width, height: height)
    let room = max(0, width - Self.border)
    valueColumns = min(value, max(room * 2 / 5, room - quote - rule - 4))
    quoteColumns = min(quote, max(0, room - valueColumns - 2))
    let rest = room - valueColumns - quoteColumns - 4
    ruleColumns = rest >= min(rule, 8) ? rest : 0
  }

  /// The place of the list: the box without its border.
  var list: Rect { frame.inset(left: 2, top: 1, right: 2, bottom: 1) }

  func hasHeading(_ row: Int) -> Bool { row == 0 || lines[row] - lines[row - 1] > 1 }

  /// The value at a place on screen; nil on headings and outside of the list.
  func row(at point: Point, offset: Int) -> Int? {
    guard list.inset(left: -1, right: -1).contains(point) else { return nil }
    return lines.firstIndex(of: offset + point.y - list.y)
  }
}
