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

  private static let cellWidth = 8
  private static let cellHeight = 18
  private static let fontSize = 14
  private static let margin = 12
  private static let fonts =
    "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace"

  /// The frame as an SVG document; `title` is what screen readers say of it.
  ///
  /// Runs of characters are stretched to their columns, so that columns line up whatever fonts the reader has.
  package static func render(_ buffer: Buffer, title: String, palette: Palette = .dark) -> String {
    let width = buffer.size.width * cellWidth + 2 * margin
    let height = buffer.size.height * cellHeight + 2 * margin
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" font-family="\(fonts)" font-size="\(fontSize)">
      <title>\(escaped(title))</title>
      <rect width="100%" height="100%" rx="8" fill="\(hex(palette.background))"/>

      """
    for y in 0..<buffer.size.height {
      let runs = runs(of: buffer.row(y), palette)
      for run in runs where run.look.background != palette.background { svg += rectangle(run, y) }
      for run in runs where !run.isBlank { svg += text(run, y) }
    }
    return svg + "</svg>\n"
  }

  /// Neighbouring characters of one look and one width.
  private struct Run {
    var x: Int
    var columns: Int
    var text: String
    var look: Look
    var isWide: Bool

    var isBlank: Bool { !look.modifiers.contains(.underline) && text.allSatisfy { $0 == " " } }
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
  }

  private static func runs(of row: ArraySlice<Cell>, _ palette: Palette) -> [Run] {
    var runs: [Run] = []
    for index in row.indices where !row[index].isContinuation {
      let isWide = index + 1 < row.endIndex && row[index + 1].isContinuation
      let look = Look(row[index].style, palette)
      if let last = runs.last, last.look == look, last.isWide == isWide {
        runs[runs.count - 1].text += row[index].text
        runs[runs.count - 1].columns += isWide ? 2 : 1
      } else {
        runs.append(
          Run(
            x: index - row.startIndex, columns: isWide ? 2 : 1, text: row[index].text, look: look, isWide: isWide))
      }
    }
    return runs
  }

  private static func rectangle(_ run: Run, _ y: Int) -> String {
    let (left, top) = (margin + run.x * cellWidth, margin + y * cellHeight)
    let size = "width=\"\(run.columns * cellWidth)\" height=\"\(cellHeight)\""
    return "<rect x=\"\(left)\" y=\"\(top)\" \(size) fill=\"\(hex(run.look.background))\"/>\n"
  }

  private static func text(_ run: Run, _ y: Int) -> String {
    let (left, baseline) = (margin + run.x * cellWidth, margin + y * cellHeight + fontSize)
    var attributes = "x=\"\(left)\" y=\"\(baseline)\" fill=\"\(hex(run.look.foreground))\""
    attributes += " textLength=\"\(run.columns * cellWidth)\" lengthAdjust=\"spacingAndGlyphs\""
    if run.look.modifiers.contains(.bold) { attributes += " font-weight=\"bold\"" }
    if run.look.modifiers.contains(.italic) { attributes += " font-style=\"italic\"" }
    if run.look.modifiers.contains(.underline) { attributes += " text-decoration=\"underline\"" }
    if run.look.modifiers.contains(.dim) { attributes += " opacity=\"0.6\"" }
    return "<text xml:space=\"preserve\" \(attributes)>\(escaped(run.text))</text>\n"
  }

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
