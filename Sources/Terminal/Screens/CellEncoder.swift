import CNcurses
import TextBasics

/// Turns cells into what ncurses takes. Its storage is kept from row to row.
struct CellEncoder {
  private var encoded: [nc_cell] = []

  /// Cells of one row, beginning with a whole character.
  ///
  /// A blank looks the same in any colour of text: it goes on in the style before it where that has the same background, since
  /// each change of colours takes some 25 bytes on the way to the terminal.
  mutating func encode(
    _ cells: ArraySlice<Cell>, widths: ColumnWidths, palette: inout CursesPalette
  ) -> [nc_cell] {
    encoded.removeAll(keepingCapacity: true)
    var style = Style.standard
    var entry = palette.entry(for: style)
    var index = cells.startIndex
    while index < cells.endIndex {
      let cell = cells[index]
      let goesOn = cell.glyph == .blank && cell.style.showsBlanks(like: style)
      if cell.style != style, !goesOn { (style, entry) = (cell.style, palette.entry(for: cell.style)) }
      let isWide = index + 1 < cells.endIndex && cells[index + 1].isContinuation
      append(cell.glyph, isWide: isWide, entry, widths)
      index += isWide ? 2 : 1
    }
    return encoded
  }

  /// ncurses keeps as many columns as the first code point has. Where the layout has counted otherwise (flags are two
  /// code points of one column each), blanks keep the rest of the row in its place.
  private mutating func append(
    _ glyph: Glyph, isWide: Bool, _ entry: CursesPalette.Entry, _ widths: ColumnWidths
  ) {
    var cell = nc_cell()
    cell.attributes = entry.attributes
    cell.pair = entry.pair
    let base = glyph.isEmpty ? " " : Unicode.Scalar(glyph[0]) ?? " "
    let columns = isWide ? 2 : 1
    let baseColumns = widths.columns(base)
    if Self.isControl(base) || baseColumns == 0 || baseColumns > columns {
      cell.scalars.0 = 0x20
    } else {
      cell.scalars = (base.value, glyph[1], glyph[2], glyph[3], glyph[4])
    }
    encoded.append(cell)
    if isWide, cell.scalars.0 == 0x20 || baseColumns < columns {
      cell.scalars = (0x20, 0, 0, 0, 0)
      encoded.append(cell)
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}

extension Style {
  /// Whether blanks look the same in both styles.
  fileprivate func showsBlanks(like other: Style) -> Bool {
    let visible: Modifiers = [.underline, .reverse]
    return background == other.background && modifiers.isDisjoint(with: visible)
      && other.modifiers.isDisjoint(with: visible)
  }
}
