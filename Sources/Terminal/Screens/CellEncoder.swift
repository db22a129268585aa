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

/// What ncurses calls the colours and modifiers of a style.
struct CursesPalette {
  struct Entry {
    var pair: Int32
    var attributes: UInt32
  }

  let depth: ColorDepth
  /// Colours of the terminal's description.
  private let colors: Int
  private var entries: [Style: Entry] = [:]
  private let allocatePair: (Int32, Int32) -> Int32

  init(depth: ColorDepth, colors: Int, allocatePair: @escaping (Int32, Int32) -> Int32 = nc_pair) {
    self.depth = depth
    self.colors = colors
    self.allocatePair = allocatePair
  }

  mutating func entry(for style: Style) -> Entry {
    if let entry = entries[style] { return entry }
    let entry = makeEntry(style)
    entries[style] = entry
    return entry
  }

  private func makeEntry(_ style: Style) -> Entry {
    let look = look(of: style)
    return Entry(
      pair: depth == .monochrome ? 0 : allocatePair(look.foreground, look.background), attributes: look.attributes)
  }

  /// The numbers of the colours in the terminal's description, −1 for its own, and the attributes.
  private func look(of style: Style) -> (foreground: Int32, background: Int32, attributes: UInt32) {
    var attributes = Self.attributes(style.modifiers)
    if depth == .monochrome { return (-1, -1, attributes) }
    var foreground = number(style.foreground)
    if colors < 16, foreground >= 8 {
      // Terminals with eight colours show the other eight as bold ones; a background has no such way.
      foreground -= 8
      attributes |= UInt32(NC_BOLD)
    }
    var background = number(style.background)
    if colors < 16, background >= 8 { background -= 8 }
    return (foreground, background, attributes)
  }

  /// "Select graphic rendition" for what is written beside ncurses, and is to look like the rest.
  func rendition(of style: Style) -> String {
    let look = look(of: style)
    let names = [(NC_BOLD, "1"), (NC_DIM, "2"), (NC_ITALIC, "3"), (NC_UNDERLINE, "4"), (NC_REVERSE, "7")]
    let attributes = names.filter { look.attributes & UInt32($0.0) != 0 }.map(\.1)
    let parameters = ["0"] + attributes + parameters(look.foreground, 3) + parameters(look.background, 4)
    return "\u{1B}[" + parameters.joined(separator: ";") + "m"
  }

  private func parameters(_ color: Int32, _ ground: Int) -> [String] {
    if color < 0 { return [] }
    if color < 8 { return ["\(ground)\(color)"] }
    if colors >= ColorDepth.trueColor.rawValue {
      return ["\(ground)8;2;\(color >> 16 & 0xFF);\(color >> 8 & 0xFF);\(color & 0xFF)"]
    }
    return color < 16 ? ["\(ground == 3 ? 9 : 10)\(color - 8)"] : ["\(ground)8;5;\(color)"]
  }

  /// The number of a colour in the terminal's description, −1 for the terminal's own.
  private func number(_ color: Color) -> Int32 {
    // It decides how colours are named; the depth, which a setting may have lowered, decides which ones there are.
    let isDirect = colors >= ColorDepth.trueColor.rawValue
    switch color.mapped(to: depth) {
    case .standard: return -1
    case .ansi(let index) where isDirect && index >= 8:
      // Descriptions of direct colour know only the first eight by number.
      return Self.direct(XtermPalette.color(min(index, 15)))
    case .ansi(let index): return Int32(min(index, 15))
    case .rgb(let red, let green, let blue) where !isDirect:
      return Int32(XtermPalette.nearestIndex(red: red, green: green, blue: blue))
    case let color: return Self.direct(color)
    }
  }

  /// 0xRRGGBB; the eight darkest blues, whose numbers mean the eight basic colours, give way to the next one.
  private static func direct(_ color: Color) -> Int32 {
    guard case .rgb(let red, let green, let blue) = color else { return -1 }
    return max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
  }

  private static func attributes(_ modifiers: Modifiers) -> UInt32 {
    var bits: UInt32 = 0
    if modifiers.contains(.bold) { bits |= UInt32(NC_BOLD) }
    if modifiers.contains(.dim) { bits |= UInt32(NC_DIM) }
    if modifiers.contains(.italic) { bits |= UInt32(NC_ITALIC) }
    if modifiers.contains(.underline) { bits |= UInt32(NC_UNDERLINE) }
    if modifiers.contains(.reverse) { bits |= UInt32(NC_REVERSE) }
    return bits
  }
}
