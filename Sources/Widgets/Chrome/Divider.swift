package import Terminal
package import TextBasics

/// A horizontal line of one row with a title in it: `─ 要闻 1/20,418 ─────── 1/3 ───`.
///
/// The title has the first claim on the row: the trailing text stands only where it fits beside the whole title.
package struct Divider: Widget, Hashable {
  package var title: SafeText
  package var trailing: SafeText
  package var symbols: Symbols
  package var style: Style
  package var titleStyle: Style
  /// The number of line cells before the title.
  package var lead: Int

  package init(
    title: SafeText, trailing: SafeText = "", symbols: Symbols = .unicode, style: Style = .standard,
    titleStyle: Style = .standard, lead: Int = 1
  ) {
    self.title = title
    self.trailing = trailing
    self.symbols = symbols
    self.style = style
    self.titleStyle = titleStyle
    self.lead = max(0, lead)
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    let row = rect.row(0)
    buffer.fill(row, with: SafeText(symbols.horizontal), style: style)
    var used = 0
    if !title.isEmpty {
      let room = row.inset(left: lead + 1, right: 2)
      let titleColumns = min(buffer.widths.columns(title), room.width)
      if room.width > 0 {
        used = lead + titleColumns + 2
        buffer.fill(row.splitLeft(used).left.splitLeft(lead).rest, style: titleStyle)
        LineView(.plain(title, style: titleStyle), symbols: symbols).draw(in: room, into: &buffer)
      }
    }
    let columns = buffer.widths.columns(trailing)
    let start = row.width - Self.tail - columns - 2
    if columns > 0, start > used {
      let place = row.inset(left: start, right: Self.tail)
      buffer.fill(place, style: titleStyle)
      buffer.write(trailing, in: place.inset(left: 1, right: 1), style: titleStyle)
    }
  }

  /// The number of line cells after the trailing text.
  private static let tail = 3
}

/// A vertical line in the first column of its rectangle.
package struct VerticalDivider: Widget, Hashable {
  package var symbols: Symbols
  package var style: Style

  package init(symbols: Symbols = .unicode, style: Style = .standard) {
    self.symbols = symbols
    self.style = style
  }

  package func draw(in rect: Rect, into buffer: inout Buffer) {
    buffer.fill(rect.splitLeft(1).left, with: SafeText(symbols.vertical), style: style)
  }
}

/// Joins dividers where they meet.
package enum Junctions {
  /// Replaces each cell of a line that meets lines of the other direction by the junction that fits: ┬ ┴ ├ ┤ ┼.
  ///
  /// To be called when the dividers are drawn and the panes are not yet: a line sign in an article is no divider.
  package static func join(in buffer: inout Buffer, bounds: Rect, symbols: Symbols) {
    let area = bounds.intersection(buffer.bounds)
    let (horizontal, vertical) = (Glyph(symbols.horizontal), Glyph(symbols.vertical))
    var joined: [(x: Int, y: Int, symbol: String, style: Style)] = []
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX {
        let cell = buffer[x, y]
        let isHorizontal = cell.glyph == horizontal
        guard isHorizontal || cell.glyph == vertical else { continue }
        func holds(_ glyph: Glyph, _ x: Int, _ y: Int) -> Bool {
          area.contains(Point(x: x, y: y)) && buffer[x, y].glyph == glyph
        }
        var arms: Arms = []
        if holds(horizontal, x - 1, y) { arms.insert(.left) }
        if holds(horizontal, x + 1, y) { arms.insert(.right) }
        if holds(vertical, x, y - 1) { arms.insert(.up) }
        if holds(vertical, x, y + 1) { arms.insert(.down) }
        guard !arms.isDisjoint(with: isHorizontal ? .vertical : .horizontal), let symbol = arms.symbol(symbols)
        else { continue }
        joined.append((x, y, symbol, cell.style))
      }
    }
    for cell in joined { buffer.draw(symbol: cell.symbol, x: cell.x, y: cell.y, in: area, style: cell.style) }
  }
}

/// The sides to which a line goes on from a cell.
private struct Arms: OptionSet {
  let rawValue: UInt8

  static let left = Arms(rawValue: 1)
  static let right = Arms(rawValue: 2)
  static let up = Arms(rawValue: 4)
  static let down = Arms(rawValue: 8)
  static let horizontal: Arms = [.left, .right]
  static let vertical: Arms = [.up, .down]

  /// The sign with these arms; none for a line that just ends or goes on.
  func symbol(_ symbols: Symbols) -> String? {
    switch self {
    case [.left, .right, .up, .down]: symbols.cross
    case [.left, .right, .down]: symbols.horizontalDown
    case [.left, .right, .up]: symbols.horizontalUp
    case [.right, .up, .down]: symbols.verticalRight
    case [.left, .up, .down]: symbols.verticalLeft
    case [.right, .down]: symbols.downRight
    case [.left, .down]: symbols.downLeft
    case [.right, .up]: symbols.upRight
    case [.left, .up]: symbols.upLeft
    default: nil
    }
  }
}
