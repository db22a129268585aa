/// The signs of lines, blocks and braille as rectangles, so that a picture has them without gaps whatever fonts there are.
enum CellShape {
  /// The rectangles of a character in a cell of 16 to 40 units; none for one that is text.
  static func rects(of character: String) -> [Rect] {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x2500 else { return [] }
    switch scalar.value {
    // ▁ to █, from below; ▉ to ▏, from the left.
    case 0x2581...0x2588:
      let height = 5 * Int(scalar.value - 0x2580)
      return [Rect(x: 0, y: 40 - height, width: 16, height: height)]
    case 0x2589...0x258F: return [Rect(x: 0, y: 0, width: 2 * Int(0x2590 - scalar.value), height: 40)]
    case 0x2800...0x28FF: return dots(of: UInt8(scalar.value - 0x2800))
    default: return arms[scalar].map(rects) ?? shades[scalar] ?? []
    }
  }

  /// Braille numbers its dots down the left column, then down the right one; the last row came later.
  private static func dots(of bits: UInt8) -> [Rect] {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return places.enumerated().filter { bits & 1 << $0.offset != 0 }.map { _, place in
      Rect(x: 1 + 8 * place.0, y: 2 + 10 * place.1, width: 6, height: 6)
    }
  }

  // MARK: - Lines

  /// The sides to which a line goes on from the middle.
  private struct Arms: OptionSet {
    let rawValue: Int
    static let left = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let up = Arms(rawValue: 4)
    static let down = Arms(rawValue: 8)
  }

  private static let arms: [Unicode.Scalar: Arms] = [
    "─": [.left, .right], "│": [.up, .down], "┌": [.right, .down], "┐": [.left, .down], "└": [.right, .up],
    "┘": [.left, .up], "├": [.up, .down, .right], "┤": [.up, .down, .left], "┬": [.left, .right, .down],
    "┴": [.left, .right, .up], "┼": [.left, .right, .up, .down],
  ]

  private static func rects(of arms: Arms) -> [Rect] {
    let (left, right) = (arms.contains(.left) ? 0 : 7, arms.contains(.right) ? 16 : 9)
    let (top, bottom) = (arms.contains(.up) ? 0 : 19, arms.contains(.down) ? 40 : 21)
    var rects: [Rect] = []
    if !arms.isDisjoint(with: [.up, .down]) { rects.append(Rect(x: 7, y: top, width: 2, height: bottom - top)) }
    // Last, so that the line of the next cell goes on from it.
    if !arms.isDisjoint(with: [.left, .right]) { rects.append(Rect(x: left, y: 19, width: right - left, height: 2)) }
    return rects
  }

  // MARK: - Shades

  /// A cell of a calendar, and blocks that are told apart by how much of them is filled.
  private static let shades: [Unicode.Scalar: [Rect]] = [
    "■": [Rect(x: 1, y: 9, width: 14, height: 22)], "░": grid(4), "▒": grid(6), "▓": bars(7),
  ]

  private static func grid(_ size: Int) -> [Rect] {
    (0..<5).flatMap { row in
      (0..<2).map { column in Rect(x: 8 * column + 1, y: 8 * row + 1, width: size, height: size) }
    }
  }

  private static func bars(_ height: Int) -> [Rect] { (0..<5).map { Rect(x: 0, y: 8 * $0, width: 16, height: height) } }
}

/// What is drawn in several colours, each collected by itself: attributes that hold for many elements stand once.
struct Layer {
  /// In the order in which they came.
  private var names: [String] = []
  private var rects: [String: [Rect]] = [:]
  private var elements: [String: String] = [:]

  /// Adds a rectangle; one that goes on where the last one ends becomes part of it.
  mutating func add(_ rect: Rect, to name: String) {
    if rects[name] == nil { names.append(name) }
    if let last = rects[name]?.last, last.y == rect.y, last.height == rect.height, last.maxX == rect.x {
      rects[name]?.removeLast()
      rects[name]?.append(Rect(x: last.x, y: last.y, width: last.width + rect.width, height: last.height))
    } else {
      rects[name, default: []].append(rect)
    }
  }

  mutating func add(_ element: String, to name: String) {
    if elements[name] == nil { names.append(name) }
    elements[name, default: ""] += element + "\n"
  }

  /// All rectangles, a path for each colour.
  var paths: String {
    names.map { name in
      let path = Self.joined(rects[name] ?? []).map { "M\($0.x) \($0.y)h\($0.width)v\($0.height)h-\($0.width)z" }
      return "<path \(name) d=\"\(path.joined())\"/>\n"
    }
    .joined()
  }

  /// All elements, a group for each set of attributes.
  var groups: String { names.map { "<g \($0)>\n\(elements[$0] ?? "")</g>\n" }.joined() }

  /// Rectangles that go on below each other become one.
  private static func joined(_ rects: [Rect]) -> [Rect] {
    var joined: [Rect] = []
    var open: [Int: [Int]] = [:]
    for rect in rects {
      let above = open[rect.x]?.first { joined[$0].width == rect.width && joined[$0].maxY == rect.y }
      if let above {
        let upper = joined[above]
        joined[above] = Rect(x: upper.x, y: upper.y, width: upper.width, height: upper.height + rect.height)
      } else {
        open[rect.x, default: []].append(joined.count)
        joined.append(rect)
      }
    }
    return joined
  }
}
