package import Terminal
import TextBasics

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
