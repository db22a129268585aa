import SeededRandom
import Terminal
import TextBasics

/// Frames that change a little or a lot from one to the next, with all that is hard for terminals in them.
struct RandomPainter {
  private var generator: SeededGenerator
  private var buffer: Buffer

  init(seed: UInt64, size: Size, widths: ColumnWidths) {
    generator = SeededGenerator(seed: seed)
    buffer = Buffer(size: size, widths: widths)
  }

  mutating func next() -> Buffer {
    switch number(below: 10) {
    case 0: buffer = Buffer(size: buffer.size, widths: buffer.widths, style: style())
    case 1: scroll(0..<buffer.size.width)
    case 2, 3:
      let left = number(below: buffer.size.width - 4)
      scroll(left..<left + 3 + number(below: buffer.size.width - left - 3))
    default: for _ in 0...number(below: 6) { write() }
    }
    return buffer
  }

  private mutating func write() {
    let words: [SafeText] = [
      "央行", "a", "财经 news", "──────────────────", "█▓▒░", "e\u{301}te\u{301}", "●○★▶", "“引号”…—", "ＡＢ", "             ",
      "ⓐ①", "aaaaaaaaaaaaaaaaaa", "⣰⢦⡀", "한국어", "かな", "                                ",
    ]
    let word = words[number(below: words.count)]
    let rect = Rect(
      x: number(below: buffer.size.width), y: number(below: buffer.size.height), width: 1 + number(below: 40), height: 1
    )
    buffer.write(word, in: rect, style: style())
  }

  /// Moves all rows up or down in some of the columns, so that the terminal's own scrolling is used.
  private mutating func scroll(_ columns: Range<Int>) {
    let old = buffer
    let distance = (1 + number(below: 3)) * (number(below: 2) == 0 ? 1 : -1)
    let area = Rect(x: columns.lowerBound, y: 0, width: columns.count, height: old.size.height)
    buffer.fill(area, style: Style())
    for y in 0..<old.size.height where (0..<old.size.height).contains(y + distance) {
      for x in columns {
        let cell = old[x, y + distance]
        let text = cell.isContinuation ? "" : cell.text
        if !text.isEmpty { buffer.write(SafeText(text), x: x, y: y, style: cell.style) }
      }
    }
  }

  private mutating func style() -> Style {
    let colors: [Color] = [.standard, .standard, .ansi(1), .ansi(12), .rgb(red: 250, green: 130, blue: 5)]
    let modifiers: [Modifiers] = [[], [], .bold, .reverse, [.underline, .italic], .dim]
    return Style(
      foreground: colors[number(below: colors.count)], background: colors[number(below: colors.count)],
      modifiers: modifiers[number(below: modifiers.count)])
  }

  private mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }
}
