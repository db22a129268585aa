import TextBasics

/// A chart as a picture that needs nothing else and runs nothing: readable on light and on dark paper, with its title, what time it is
/// about, and every figure as a number.
package struct ChartSVG: Sendable {
  /// What is drawn.
  package enum Content: Sendable {
    /// A bar for each name, in their order.
    case bars([(name: String, count: Int)])
    /// Counts one after the other in time.
    case line([(label: String, count: Int)])
    /// How often each row meets each column.
    case heat(columns: [String], rows: [(name: String, counts: [Int])])
  }

  private let title: String
  private let range: String
  private let content: Content

  /// - Parameters:
  ///   - title: what is counted.
  ///   - range: the time that it is counted in, and how much there is in all.
  package init(_ content: Content, title: String, range: String) {
    self.content = content
    self.title = title
    self.range = range
  }

  private static let width = 960
  private static let margin = 24
  /// Where the drawing begins, below title and range.
  private static let top = 84
  private static let nameWidth = 220
  private static let rowHeight = 28

  /// The whole file, which is XML whatever the texts hold.
  package func document() -> [UInt8] {
    var drawing: [UInt8] = []
    let bottom = draw(&drawing)
    let height = bottom + Self.margin
    var bytes = Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" width="\(Self.width)" \
      height="\(height)" role="img" aria-labelledby="title range" font-family="sans-serif" font-size="14">

      """.utf8)
    bytes += "<title id=\"title\">".utf8
    bytes.append(escaped: KeptText(title))
    bytes += "</title>\n<desc id=\"range\">".utf8
    bytes.append(escaped: KeptText(range))
    bytes += "</desc>\n<style>\n\(Self.style)\n</style>\n".utf8
    bytes += "<rect class=\"paper\" width=\"\(Self.width)\" height=\"\(height)\"/>\n".utf8
    bytes.append(text: title, x: Self.margin, y: 38, "class=\"ink title\"")
    bytes.append(text: range, x: Self.margin, y: 62, "class=\"muted\"")
    bytes += drawing
    bytes += "</svg>\n".utf8
    return bytes
  }

  private static let style = """
    .paper { fill: #ffffff; } .ink { fill: #1c1c1c; } .muted { fill: #5a5a5a; } .title { font-size: 20px; }
    .bar { fill: #3b7dd8; } .curve { fill: none; stroke: #3b7dd8; stroke-width: 2; } .axis { stroke: #9a9a9a; }
    @media (prefers-color-scheme: dark) {
      .paper { fill: #1b1b1b; } .ink { fill: #ececec; } .muted { fill: #b0b0b0; }
      .bar { fill: #5c9ded; } .curve { stroke: #5c9ded; } .axis { stroke: #6a6a6a; }
    }
    """

  /// Draws the chart; returns where it ends.
  private func draw(_ bytes: inout [UInt8]) -> Int {
    switch content {
    case .bars(let rows): Self.draw(bars: rows, &bytes)
    case .line(let points): Self.draw(line: points, &bytes)
    case .heat(let columns, let rows): Self.draw(heat: columns, rows, &bytes)
    }
  }
}

// MARK: - Kinds of charts

extension ChartSVG {
  private static func draw(bars rows: [(name: String, count: Int)], _ bytes: inout [UInt8]) -> Int {
    let largest = max(1, rows.map(\.count).max() ?? 0)
    let left = margin + nameWidth + 12
    // The largest number stands behind its bar.
    let longest = width - left - margin - 80
    for (index, row) in rows.enumerated() {
      let y = top + index * rowHeight
      append(
        name: row.name, x: margin + nameWidth, y: y + 18, "class=\"ink\" text-anchor=\"end\"", within: nameWidth, &bytes
      )
      let length = max(row.count > 0 ? 2 : 0, row.count * longest / largest)
      bytes += "<rect class=\"bar\" x=\"\(left)\" y=\"\(y + 4)\" width=\"\(length)\" height=\"18\" rx=\"2\"/>\n".utf8
      bytes.append(text: String(row.count), x: left + length + 8, y: y + 18, "class=\"muted\"")
    }
    return top + rows.count * rowHeight
  }

  private static func draw(line points: [(label: String, count: Int)], _ bytes: inout [UInt8]) -> Int {
    let (height, left) = (280, margin + 56)
    let (right, bottom) = (width - margin - 40, top + height)
    let largest = max(1, points.map(\.count).max() ?? 0)
    func x(_ index: Int) -> Int { left + index * (right - left) / max(1, points.count - 1) }
    func y(_ count: Int) -> Int { bottom - count * height / largest }
    for count in Set([0, largest / 2, largest]).sorted() {
      bytes += "<line class=\"axis\" x1=\"\(left)\" y1=\"\(y(count))\" x2=\"\(right)\" y2=\"\(y(count))\"/>\n".utf8
      bytes.append(text: String(count), x: left - 8, y: y(count) + 5, "class=\"muted\" text-anchor=\"end\"")
    }
    let path = points.enumerated().map { "\(x($0.offset)),\(y($0.element.count))" }.joined(separator: " ")
    bytes += "<polyline class=\"curve\" points=\"\(path)\"/>\n".utf8
    for (index, point) in points.enumerated() {
      bytes += "<circle class=\"bar\" cx=\"\(x(index))\" cy=\"\(y(point.count))\" r=\"2.5\"><title>".utf8
      bytes.append(escaped: KeptText("\(point.label): \(point.count)"))
      bytes += "</title></circle>\n".utf8
    }
    for index in Set([0, points.count / 2, points.count - 1]).sorted() where points.indices.contains(index) {
      bytes.append(text: points[index].label, x: x(index), y: bottom + 24, "class=\"muted\" text-anchor=\"middle\"")
    }
    return bottom + 28
  }

  private static func draw(
    heat columns: [String], _ rows: [(name: String, counts: [Int])], _ bytes: inout [UInt8]
  ) -> Int {
    let largest = max(1, rows.flatMap(\.counts).max() ?? 0)
    let left = margin + nameWidth + 12
    let cell = min(110, max(34, (width - left - margin) / max(1, columns.count)))
    for (index, column) in columns.enumerated() {
      append(
        name: column, x: left + index * cell + cell / 2, y: top + 14, "class=\"muted\" text-anchor=\"middle\"",
        within: cell - 4, &bytes)
    }
    let first = top + 24
    for (index, row) in rows.enumerated() {
      let y = first + index * rowHeight
      append(
        name: row.name, x: margin + nameWidth, y: y + 19, "class=\"ink\" text-anchor=\"end\"", within: nameWidth, &bytes
      )
      for (column, count) in row.counts.enumerated() {
        // Never so dark that the number on it is hard to read.
        let shade = count == 0 ? 0 : 8 + count * 42 / largest
        let place = "x=\"\(left + column * cell)\" y=\"\(y)\" width=\"\(cell - 2)\" height=\"\(rowHeight - 2)\""
        bytes += "<rect class=\"bar\" \(place) fill-opacity=\"\(Double(shade) / 100)\"/>\n".utf8
        bytes.append(
          text: String(count), x: left + column * cell + cell / 2 - 1, y: y + 19,
          "class=\"\(count == 0 ? "muted" : "ink")\" text-anchor=\"middle\"")
      }
    }
    return first + rows.count * rowHeight
  }

  /// Writes a name, cut where it has no room; pointing at it shows the whole.
  private static func append(
    name: String, x: Int, y: Int, _ attributes: String, within room: Int, _ bytes: inout [UInt8]
  ) {
    let whole = SafeText(name)
    // A column of a terminal is about half as wide as the size of the font.
    let shown = ColumnWidths().truncate(whole, to: max(2, room * 10 / 72))
    bytes.append(text: shown.string, x: x, y: y, attributes, title: shown == whole ? nil : name)
  }
}

extension [UInt8] {
  fileprivate mutating func append(text: String, x: Int, y: Int, _ attributes: String, title: String? = nil) {
    self += "<text x=\"\(x)\" y=\"\(y)\" \(attributes)>".utf8
    if let title { append("title", title) }
    append(escaped: KeptText(text))
    self += "</text>\n".utf8
  }
}
