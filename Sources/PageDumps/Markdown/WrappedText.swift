import ArticleFields
import TextScanning

/// Puts the paragraphs of a text together that a tool broke at a fixed width, as `lynx`, `w3m` and `html2text` do.
///
/// A line was broken where the first word of the next one would not have fitted. A text counts as broken where most of its longer lines
/// end so, and few of those end a sentence. Linear in the length of the text.
enum WrappedText {
  /// The text with one line a paragraph; as it is where it was not broken.
  static func joined(_ text: String) -> String {
    guard hasLinesInARow(text) else { return text }
    for measure in Measure.allCases {
      let lines = text[...].split(ascii: "\n").map { Line($0, measure) }
      guard let breaks = breaks(in: lines, measure) else { continue }
      return joined(lines, breaks)
    }
    return text
  }

  /// Whether lines follow each other without an empty one often enough; most texts have each paragraph by itself.
  private static func hasLinesInARow(_ text: String) -> Bool {
    var count = 0
    var wasEmpty = true
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isEmpty = line.allSatisfy { $0 == 0x20 }
      if !isEmpty, !wasEmpty { count += 1 }
      if count >= fewest { return true }
      wasEmpty = isEmpty
    }
    return false
  }

  /// How tools count the width of a line.
  private enum Measure: CaseIterable {
    /// A Chinese character takes two.
    case columns
    /// Every character takes one.
    case characters
    /// Every character takes one, and lines end at blanks alone.
    case words
  }

  private struct Line {
    var raw: Substring
    var text: Substring
    /// Its blanks at the start count.
    var width: Int
    var indent: Int
    /// What the first word takes: breaking before it was possible.
    var firstWord: Int
    /// Whether it could have been broken somewhere.
    var isBreakable: Bool
    /// A row of a table: as wide as its cells, whatever the text is broken at.
    var isRow: Bool

    init(_ raw: Substring, _ measure: Measure) {
      self.raw = raw
      let start = raw.utf8.prefix { $0 == 0x20 }.count
      indent = start
      text = raw.trimmed
      let measured = { (part: Substring) in
        measure == .columns ? part.roughColumns : part.unicodeScalars.count
      }
      width = text.isEmpty ? 0 : start + measured(text)
      let word = text.unicodeScalars.prefix { !$0.isBlank && (measure == .words || $0.value < 0x2e80) }
      firstWord =
        word.isEmpty ? measured(Substring(text.unicodeScalars.prefix(1))) : measured(Substring(word)) + 1
      isRow = Self.isRow(text)
      isBreakable = !isRow && (measure != .words || text.utf8.contains(0x20))
    }

    /// Whether bars or two wide gaps part it into cells.
    private static func isRow(_ text: Substring) -> Bool {
      var (gaps, blanks) = (0, 0)
      for byte in text.utf8 {
        if byte == UInt8(ascii: "|") { return true }
        if byte == 0x20 {
          blanks += 1
        } else {
          if blanks >= 2 { gaps += 1 }
          blanks = 0
        }
      }
      return gaps >= 2
    }
  }

  private static let widths = 34...130
  /// Where lines end at blanks alone, a line of Chinese is one word, and hardly any would have fitted behind another: it takes more
  /// lines, and longer ones, to tell.
  private static let widthsOfWords = 60...130
  /// Of a hundred lines, so many may be wider than the text: addresses.
  private static let strays = 2
  private static let fewest = 3
  private static let fewestOfWords = 8
  /// What setting a paragraph in takes of its first line.
  private static let slack = 2

  /// The places behind which a line was broken; nil for a text that was not.
  private static func breaks(in lines: [Line], _ measure: Measure) -> Set<Int>? {
    guard let width = width(of: lines), measure != .words || widthsOfWords.contains(width) else { return nil }
    let fewest = measure == .words ? fewestOfWords : fewest
    var breaks: Set<Int> = []
    var long = 0
    var finished = 0
    var ends = 0
    var finishedEnds = 0
    for (index, line) in lines.enumerated() where !line.isRow && line.width > width / 2 && line.width <= width {
      long += 1
      guard index + 1 < lines.count, continues(line, lines[index + 1], width) else { continue }
      breaks.insert(index)
      if line.text.endsSentence { finished += 1 }
    }
    for index in breaks where !breaks.contains(index + 1) {
      ends += 1
      if lines[index + 1].text.endsSentence { finishedEnds += 1 }
    }
    // Headlines of one length do not end as sentences do.
    let isBroken =
      breaks.count >= fewest && breaks.count * 4 >= long && finished * 3 <= breaks.count && finishedEnds * 3 >= ends
    return isBroken ? breaks : nil
  }

  /// The width at which lines end; nil where they have none in common.
  private static func width(of lines: [Line]) -> Int? {
    var counts = [Int](repeating: 0, count: widths.upperBound + 2)
    var all = 0
    for line in lines where line.isBreakable && line.width > 0 {
      counts[min(line.width, widths.upperBound + 1)] += 1
      all += 1
    }
    var wider = 0
    for width in counts.indices.reversed() where counts[width] > 0 {
      if (wider + counts[width]) * 100 > all * strays { return widths.contains(width) ? width : nil }
      wider += counts[width]
    }
    return nil
  }

  private static func continues(_ line: Line, _ next: Line, _ width: Int) -> Bool {
    guard line.isBreakable, !next.isRow, next.width > 0, line.width + next.firstWord > width - slack,
      !opensBlock(next.text),
      !isHeading(line.text)
    else {
      return false
    }
    // A paragraph that is set in, unless this is an item, whose further lines are.
    return next.indent <= line.indent || ListMarker.split(line.text) != nil
  }

  private static func opensBlock(_ text: Substring) -> Bool {
    ["#", "|", ">", "* ", "• ", "- ", "+ ", "---", "```"].contains { text.starts(with: $0) }
      || ListMarker.split(text) != nil || FieldLine.key(at: text) != nil
  }

  private static func isHeading(_ text: Substring) -> Bool { text.starts(with: "#") || text.starts(with: "|") }

  private static func joined(_ lines: [Line], _ breaks: Set<Int>) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      let isJoined = breaks.contains(index - 1)
      text += isJoined ? line.text : line.raw.trimmedEnd(of: [])
      guard index + 1 < lines.count else { break }
      if !breaks.contains(index) { text += "\n" } else if isSpaced(line.text, lines[index + 1].text) { text += " " }
    }
    return text
  }

  /// Whether a blank stood at the break: between two words that are not Chinese.
  private static func isSpaced(_ line: Substring, _ next: Substring) -> Bool {
    guard let last = line.unicodeScalars.last, let first = next.unicodeScalars.first else { return false }
    return last.value < 0x2e80 && first.value < 0x2e80
  }
}

extension Substring {
  /// The pieces between the given character, empty ones too.
  fileprivate func split(ascii separator: Unicode.Scalar) -> [Substring] {
    utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map { Substring($0) }
  }
}
