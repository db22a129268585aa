/// Draws frames as scalable pictures, for documents.
package enum FrameSVG {
  /// The colours that stand for the terminal's own.
  package struct Palette: Sendable {
    package var foreground: Color
    package var background: Color
    /// Sixteen colours; those that are missing are xterm's.
    package var ansi: [Color]

    package init(foreground: Color, background: Color, ansi: [Color] = []) {
      self.foreground = foreground
      self.background = background
      self.ansi = ansi
    }

    /// Light grey on a dark one.
    package static let dark = Palette(
      foreground: .rgb(red: 0xD4, green: 0xD4, blue: 0xD4), background: .rgb(red: 0x1C, green: 0x1C, blue: 0x1C))
  }

  // Two units of the picture are a pixel, so that an eighth of a cell is whole in both directions.
  private static let scale = 2
  private static let cellWidth = 16
  private static let cellHeight = 40
  private static let margin = 24
  /// Above the lower edge of a cell.
  private static let descent = 12
  /// A narrow character of most such fonts is as wide as a cell.
  private static let fontSize = "26.6"
  /// As wide as two cells: Chinese characters fill them without gaps.
  private static let wideFontSize = "32"
  private static let fonts =
    "'DejaVu Sans Mono', Menlo, Consolas, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', monospace"

  /// The frame as an SVG document; `title` is what screen readers say of it.
  ///
  /// It needs no font of its own: lines, blocks and braille are shapes, and characters are set to the columns that they take.
  package static func render(_ buffer: Buffer, title: String, palette: Palette = .dark) -> String {
    let width = buffer.size.width * cellWidth + 2 * margin
    let height = buffer.size.height * cellHeight + 2 * margin
    let base = commonBackground(of: buffer, palette)
    var grounds = Layer()
    var shapes = Layer()
    var texts = Layer()
    for y in 0..<buffer.size.height {
      let row = buffer.row(y)
      for (x, cell) in zip(0..., row) {
        let look = Look(cell.style, palette)
        let place = Rect(x: margin + x * cellWidth, y: margin + y * cellHeight, width: cellWidth, height: cellHeight)
        if look.background != base { grounds.add(place, to: fill(look.background)) }
        for shape in CellShape.rects(of: cell.text) {
          shapes.add(shape.moved(place.x, place.y), to: look.ink)
        }
        if look.modifiers.contains(.underline) {
          shapes.add(Rect(x: place.x, y: place.maxY - 6, width: cellWidth, height: scale), to: look.ink)
        }
      }
      for run in runs(of: row, palette) { texts.add(text(run, y), to: run.group) }
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width / scale)" height="\(height / scale)" \
      viewBox="0 0 \(width) \(height)" role="img" xml:lang="zh-Hans" xml:space="preserve" \
      font-family="\(fonts)" font-size="\(fontSize)">
      <title>\(escaped(title))</title>
      <rect width="\(width)" height="\(height)" rx="16" \(fill(base))/>
      \(grounds.paths)\(shapes.paths)\(texts.groups)</svg>

      """
  }

  /// What most cells stand on.
  private static func commonBackground(of buffer: Buffer, _ palette: Palette) -> Color {
    let counts = Dictionary(buffer.cells.map { (Look($0.style, palette).background, 1) }, uniquingKeysWith: +)
    let common = counts.max { ($0.value, hex($1.key)) < ($1.value, hex($0.key)) }
    return common?.key ?? palette.background
  }

  /// A style with its colours as they show.
  private struct Look: Equatable {
    var foreground: Color
    var background: Color
    var modifiers: Modifiers

    init(_ style: Style, _ palette: Palette) {
      foreground = palette.shown(style.foreground, standard: palette.foreground)
      background = palette.shown(style.background, standard: palette.background)
      modifiers = style.modifiers
      if modifiers.contains(.reverse) { swap(&foreground, &background) }
    }

    /// The attributes of what is drawn in the colour of the text.
    var ink: String { fill(foreground) + (modifiers.contains(.dim) ? " opacity=\".6\"" : "") }

    /// The attributes of text.
    var font: String {
      ink + (modifiers.contains(.bold) ? " font-weight=\"bold\"" : "")
        + (modifiers.contains(.italic) ? " font-style=\"italic\"" : "")
    }
  }

  /// Neighbouring characters of one look and one kind.
  private struct Run {
    enum Kind { case letters, sign, wide }

    var x: Int
    var columns: Int
    var text: [String]
    var look: Look
    var kind: Kind

    /// The attributes of all runs that are drawn alike.
    var group: String { look.font + (kind == .wide ? " font-size=\"\(wideFontSize)\"" : "") }
  }

  /// What of a row is text. Blanks separate runs where there is more than one of them.
  private static func runs(of row: ArraySlice<Cell>, _ palette: Palette) -> [Run] {
    var runs: [Run] = []
    for (x, cell) in zip(0..., row) where !cell.isContinuation && cell.text != " " {
      guard CellShape.rects(of: cell.text).isEmpty else { continue }
      let index = row.startIndex + x
      let isWide = index + 1 < row.endIndex && row[index + 1].isContinuation
      let isLetter = cell.text.unicodeScalars.allSatisfy { $0.value < 0x250 }
      let kind: Run.Kind = isWide ? .wide : isLetter ? .letters : .sign
      let look = Look(cell.style, palette)
      let run = Run(x: x, columns: isWide ? 2 : 1, text: [cell.text], look: look, kind: kind)
      guard let last = runs.last, last.look == look, last.kind == kind, kind != .sign else {
        runs.append(run)
        continue
      }
      let gap = x - last.x - last.columns
      guard gap == 0 || gap == 1 && kind == .letters else {
        runs.append(run)
        continue
      }
      runs[runs.count - 1].text += (gap == 1 ? [" "] : []) + run.text
      runs[runs.count - 1].columns += gap + run.columns
    }
    return runs
  }

  private static func text(_ run: Run, _ y: Int) -> String {
    let baseline = margin + (y + 1) * cellHeight - descent
    let left = margin + run.x * cellWidth
    let length = run.columns > 1 ? " textLength=\"\(run.columns * cellWidth)\"" : ""
    return "<text x=\"\(left)\" y=\"\(baseline)\"\(length)>\(escaped(run.text.joined()))</text>"
  }

  private static func fill(_ color: Color) -> String { "fill=\"\(hex(color))\"" }

  private static func hex(_ color: Color) -> String {
    guard case .rgb(let red, let green, let blue) = color else { return "none" }
    let digits = String(Int(red) << 16 | Int(green) << 8 | Int(blue), radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}

extension FrameSVG.Palette {
  fileprivate func shown(_ color: Color, standard: Color) -> Color {
    switch color {
    case .standard: standard
    case .ansi(let index) where Int(index) < ansi.count: ansi[Int(index)]
    case .ansi(let index): XtermPalette.color(min(index, 15))
    case .rgb: color
    }
  }
}
