public import TextBasics

/// One cell of the screen.
public struct Cell: Hashable, Sendable {
  /// Empty in the right half of a wide character.
  public var glyph: Glyph
  public var style: Style

  public init(_ glyph: Glyph = .blank, style: Style = .standard) {
    self.glyph = glyph
    self.style = style
  }

  public init(_ text: String, style: Style = .standard) { self.init(Glyph(text), style: style) }

  public var text: String { glyph.text }

  /// The right half of a wide character.
  public var isContinuation: Bool { glyph.isEmpty }
}

/// A frame: what the screen is to show. Drawing outside of it is cut off, half of a wide character never shows.
public struct Buffer: Hashable, Sendable {
  public let size: Size
  public let widths: ColumnWidths
  public private(set) var cells: [Cell]
  /// The cells that lead somewhere, on terminals that know links.
  private(set) var links: [CellLink] = []

  public init(size: Size, widths: ColumnWidths = ColumnWidths(), style: Style = .standard) {
    self.size = size
    self.widths = widths
    cells = Array(repeating: Cell(style: style), count: size.width * size.height)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell at a place inside of `bounds`.
  public subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }

  /// The cells of one row.
  public func row(_ y: Int) -> ArraySlice<Cell> { cells[y * size.width..<(y + 1) * size.width] }

  /// Writes one line of text into `rect`'s first row from its left edge; returns the number of columns used.
  ///
  /// A wide character that does not fit whole is left out. The cost is linear in the columns of `rect`, not in the text.
  @discardableResult
  package mutating func write(_ text: SafeText, in rect: Rect, style: Style) -> Int {
    let area = rect.intersection(bounds)
    guard !area.isEmpty, rect.y == area.y else { return 0 }
    if !links.isEmpty { removeLinks(in: area) }
    let style = style.modifiers.contains(.italic) && text.isHan ? style.upright : style
    var x = rect.x
    widths.forEachCluster(of: text) { cluster in
      guard x + cluster.columns <= area.maxX else { return false }
      if x >= area.x { put(cluster, x: x, y: area.y, style: style) }
      x += cluster.columns
      return true
    }
    return x - rect.x
  }

  /// Writes one line of text at a place, up to the right edge of the screen; returns the number of columns used.
  @discardableResult
  package mutating func write(_ text: SafeText, x: Int, y: Int, style: Style) -> Int {
    write(text, in: Rect(x: x, y: y, width: size.width - x, height: 1), style: style)
  }

  /// Fills `rect` with one character of one column.
  package mutating func fill(_ rect: Rect, with symbol: SafeText = " ", style: Style) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    if !links.isEmpty { removeLinks(in: area) }
    let cell = Cell(Glyph(symbol.string), style: style)
    for y in area.y..<area.maxY {
      let (first, last) = (y * size.width + area.x, y * size.width + area.maxX - 1)
      clearHalves(at: first, x: area.x)
      clearHalves(at: last, x: area.maxX - 1)
      for index in first...last { cells[index] = cell }
    }
  }

  /// Changes the style of `rect` and leaves its text.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.maxY {
      for x in area.x..<area.maxX { cells[y * size.width + x].style = change(cells[y * size.width + x].style) }
    }
  }

  /// Makes the cells of a row, where they are within the frame, lead to an address of the web.
  package mutating func link(_ rect: Rect, to address: String) {
    if let link = CellLink(rect.intersection(bounds), to: address) { links.append(link) }
  }

  private mutating func removeLinks(in area: Rect) { links.removeAll { !$0.rect.intersection(area).isEmpty } }

  /// Takes the cells of `rect` in another frame over to the same place.
  package mutating func copy(_ rect: Rect, from other: Buffer) { copy(rect, from: other, to: rect.origin) }

  /// Takes the cells of `rect` in another frame over to `target`; what lies outside of either stays as it is.
  package mutating func copy(_ rect: Rect, from other: Buffer, to target: Point) {
    let (right, down) = (target.x - rect.x, target.y - rect.y)
    let area = rect.intersection(other.bounds).moved(right, down).intersection(bounds)
    guard !area.isEmpty else { return }
    if !links.isEmpty { removeLinks(in: area) }
    for var link in other.links {
      link.rect = link.rect.moved(right, down)
      if area.intersection(link.rect) == link.rect { links.append(link) }
    }
    for y in area.y..<area.maxY {
      let start = y * size.width + area.x
      let source = (y - down) * other.size.width + area.x - right
      cells.withUnsafeMutableBufferPointer { own in
        other.cells.withUnsafeBufferPointer { others in
          _ = own[start..<start + area.width].update(fromContentsOf: others[source..<source + area.width])
        }
      }
    }
  }

  private mutating func put(_ cluster: Cluster, x: Int, y: Int, style: Style) {
    let index = y * size.width + x
    clearHalves(at: index, x: x)
    cells[index] = Cell(cluster.glyph, style: style)
    if cluster.columns == 2 {
      clearHalves(at: index + 1, x: x + 1)
      cells[index + 1] = Cell(Glyph(), style: style)
    }
  }

  /// Blanks the other half of a wide character that is about to lose one of its halves.
  private mutating func clearHalves(at index: Int, x: Int) {
    if cells[index].isContinuation, x > 0, !cells[index - 1].isContinuation { cells[index - 1].glyph = .blank }
    if x + 1 < size.width, cells[index + 1].isContinuation, !cells[index].isContinuation {
      cells[index + 1].glyph = .blank
    }
  }
}

extension Buffer {
  /// The text of each row without trailing blanks, for tests and screenshots.
  package var lines: [String] {
    (0..<size.height).map { y in
      var line = row(y).map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

extension SafeText {
  /// Whether it holds signs of China, Japan or Korea: no font has them in italics, and terminals slant them.
  fileprivate var isHan: Bool { string.utf8.contains { (0xE3...0xED).contains($0) } }
}

extension Style {
  fileprivate var upright: Style {
    Style(foreground: foreground, background: background, modifiers: modifiers.subtracting(.italic))
  }
}
