import CNcurses

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
    var attributes = Self.attributes(style.modifiers)
    if depth == .monochrome { return Entry(pair: 0, attributes: attributes) }
    var foreground = number(style.foreground)
    if colors < 16, foreground >= 8 {
      // Terminals with eight colours show the other eight as bold ones; a background has no such way.
      foreground -= 8
      attributes |= UInt32(NC_BOLD)
    }
    var background = number(style.background)
    if colors < 16, background >= 8 { background -= 8 }
    return Entry(pair: allocatePair(foreground, background), attributes: attributes)
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
