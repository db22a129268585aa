/// Cells of one row that lead to an address.
package struct CellLink: Hashable, Sendable {
  package var rect: Rect
  package var address: String

  /// No terminal takes longer ones.
  private static let longest = 2_083

  /// Nil where a terminal could not take the address, or would take it for something else.
  init?(_ rect: Rect, to address: String) {
    let bytes = address.utf8
    guard rect.height == 1, rect.width > 0, bytes.count <= Self.longest, bytes.allSatisfy({ 0x21...0x7E ~= $0 }),
      ["http://", "https://"].contains(where: address.lowercased().hasPrefix)
    else { return nil }
    self.rect = rect
    self.address = address
  }

  func moved(down rows: Int) -> CellLink {
    var link = self
    link.rect.y += rows
    return link
  }
}

/// Puts links (OSC 8) over cells that ncurses has drawn. It knows of none, and overwrites them wherever it draws.
struct LinkPainter {
  /// The links that the terminal has.
  private var shown: [CellLink] = []

  /// Everything is drawn anew, without links.
  mutating func forget() { shown = [] }

  /// The bytes that follow a frame: links that are new or that the frame has overwritten, and the cells of those that are gone.
  ///
  /// - Parameters:
  ///   - old: what the terminal showed before the frame; nil where nothing of it stays.
  ///   - scroll: rows that the terminal has moved, links and all.
  mutating func paint(
    _ buffer: Buffer, over old: Buffer?, _ scroll: Scroll?, _ palette: CursesPalette
  ) -> [UInt8] {
    let wanted = buffer.links.filter { buffer.bounds.intersection($0.rect) == $0.rect }
    guard !wanted.isEmpty || !shown.isEmpty else { return [] }
    let left = old == nil ? [] : shown.compactMap { Self.moved($0, by: scroll) }
    shown = wanted
    var bytes: [UInt8] = []
    for link in left where !wanted.contains(link) {
      write(buffer, link.rect, address: nil, palette, &bytes)
    }
    for link in wanted where !left.contains(link) || Self.isOverwritten(link, buffer, old, scroll) {
      write(buffer, link.rect, address: link.address, palette, &bytes)
    }
    guard !bytes.isEmpty else { return [] }
    return Array("\u{1B}7".utf8) + bytes + Array("\u{1B}8".utf8)
  }

  /// Nil where the rows that have moved have pushed it out.
  private static func moved(_ link: CellLink, by scroll: Scroll?) -> CellLink? {
    guard let scroll, scroll.area.intersection(link.rect) == link.rect else { return link }
    let moved = link.moved(down: -scroll.distance)
    return scroll.area.intersection(moved.rect) == moved.rect ? moved : nil
  }

  /// Whether ncurses may have drawn over it: between the first and the last cell of a row that differ.
  private static func isOverwritten(_ link: CellLink, _ new: Buffer, _ old: Buffer?, _ scroll: Scroll?) -> Bool {
    guard let old, old.size == new.size else { return true }
    if let scroll, scroll.area.intersection(link.rect) == link.rect { return true }
    let row = new.row(link.rect.y)
    guard let changed = row.changes(from: old.row(link.rect.y)) else { return false }
    let columns = changed.lowerBound - row.startIndex..<changed.upperBound - row.startIndex
    return columns.overlaps(link.rect.x..<link.rect.maxX)
  }

  /// Cells as they are, with or without an address. Nothing where the layout and the terminal could count columns differently.
  private func write(
    _ buffer: Buffer, _ rect: Rect, address: String?, _ palette: CursesPalette, _ bytes: inout [UInt8]
  ) {
    guard buffer.bounds.intersection(rect) == rect else { return }
    var text = "\u{1B}[\(rect.y + 1);\(rect.x + 1)H"
    if let address { text += "\u{1B}]8;;\(address)\u{07}" }
    var style: Style?
    for x in rect.x..<rect.maxX {
      let cell = buffer[x, rect.y]
      if cell.isContinuation {
        if x == rect.x { return }
        continue
      }
      let isWide = x + 1 < buffer.size.width && buffer[x + 1, rect.y].isContinuation
      guard let scalar = cell.text.unicodeScalars.first, cell.text.unicodeScalars.count == 1,
        buffer.widths.columns(scalar) == (isWide ? 2 : 1)
      else { return }
      if style != cell.style { text += palette.rendition(of: cell.style) }
      style = cell.style
      text.unicodeScalars.append(scalar)
    }
    bytes += text.utf8
    if address != nil { bytes += "\u{1B}]8;;\u{07}".utf8 }
  }
}
