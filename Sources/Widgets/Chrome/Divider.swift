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
