import Terminal
import TextBasics

/// Finds rises and falls in a text, which are drawn in the colours of the market: percentages with a sign, and 涨 or 跌 with a number.
///
/// The text itself says which it is, so that nothing is lost where there are no colours.
enum MarketFigures {
  struct Figure: Hashable {
    let range: Range<String.Index>
    let isRise: Bool
  }

  /// All figures of a text, in order. O(bytes); most texts have none, and cost one pass over their bytes.
  static func find(in text: SafeText) -> [Figure] {
    let utf8 = text.string.utf8
    let found = utf8.withContiguousStorageIfAvailable { MarketScanner(bytes: $0).figures() } ?? []
    return found.map { figure in
      let start = utf8.index(utf8.startIndex, offsetBy: figure.start)
      return Figure(range: start..<utf8.index(start, offsetBy: figure.end - figure.start), isRise: figure.isRise)
    }
  }
}

extension Presentation {
  /// Gives the figures of a text their colours, where it was written from the left of `row`.
  func colorFigures(in text: SafeText, row: Rect, _ buffer: inout Buffer) {
    for figure in MarketFigures.find(in: text) {
      let color = (figure.isRise ? styles.up : styles.down).foreground
      buffer.restyle(widths.cells(of: figure.range, in: text, row: row)) { style in
        Style(foreground: color, background: style.background, modifiers: style.modifiers)
      }
    }
  }
}

private struct MarketScanner {
  struct Found {
    let start: Int
    let end: Int
    let isRise: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>

  func figures() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < bytes.count {
      if let figure = signedPercentage(at: index) ?? namedMove(at: index) {
        found.append(figure)
        index = figure.end
      } else {
        index += 1
      }
    }
    return found
  }

  /// `+2.3%`; not the second number of a range such as `3-5%`, nor a name such as `COVID-19%`.
  private func signedPercentage(at start: Int) -> Found? {
    guard let (isRise, afterSign) = sign(at: start), start == 0 || !isWordlike(bytes[start - 1]),
      let number = number(at: afterSign), let end = percent(at: number)
    else { return nil }
    return Found(start: start, end: end, isRise: isRise)
  }

  private func sign(at index: Int) -> (isRise: Bool, end: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "+"): (true, index + 1)
    case UInt8(ascii: "-"): (false, index + 1)
    case 0xE2 where matches("−", at: index): (false, index + 3)
    case 0xEF where matches("＋", at: index): (true, index + 3)
    case 0xEF where matches("－", at: index): (false, index + 3)
    default: nil
    }
  }

  /// `涨0.46%`, `跌超2%`, `涨了3倍`; not `涨跌幅10%`, which says neither.
  private func namedMove(at start: Int) -> Found? {
    guard bytes[start] == 0xE6 || bytes[start] == 0xE8, let isRise = direction(at: start),
      start < 3 || direction(at: start - 3) == nil
    else { return nil }
    var index = start + 3
    for _ in 0..<3 { if let word = Self.between.first(where: { matches($0, at: index) }) { index += word.utf8.count } }
    guard let number = number(at: index) else { return nil }
    return Found(start: start, end: percent(at: number) ?? number, isRise: isRise)
  }

  /// Whether the sign there says that something rose or fell; nil where it says neither.
  private func direction(at index: Int) -> Bool? {
    if matches("涨", at: index) || matches("漲", at: index) { return true }
    return matches("跌", at: index) ? false : nil
  }

  /// May stand between the word and its number.
  private static let between = ["幅", "了", "超", "逾", "约", "約", "近", "达", "達", "过", "過", "至少", " "]

  /// The end of a number, `1,234.5`; nil where none stands.
  private func number(at start: Int) -> Int? {
    var index = start
    while index < bytes.count, isDigit(bytes[index]) || isPoint(at: index) { index += 1 }
    return index > start && isDigit(bytes[start]) ? index : nil
  }

  /// A point or comma between two digits.
  private func isPoint(at index: Int) -> Bool {
    (bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")) && index + 1 < bytes.count
      && isDigit(bytes[index + 1])
  }

  private func percent(at index: Int) -> Int? {
    if index < bytes.count, bytes[index] == UInt8(ascii: "%") { return index + 1 }
    return matches("％", at: index) ? index + 3 : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private func isWordlike(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "%")
  }

  private func matches(_ word: String, at index: Int) -> Bool {
    index >= 0 && index < bytes.count && bytes[index...].starts(with: word.utf8)
  }
}
