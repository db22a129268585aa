import ArticleFields
import TextScanning

/// A date that a page sets in several elements, so that a dump gives each of its numbers a line: `2019`, `09/07`, `19:02`.
enum ScatteredDate {
  /// The date at the start of the lines and how many of them it takes; nil where there is none.
  static func read(_ lines: ArraySlice<TextLine>) -> (text: Substring, count: Int)? {
    let pieces = lines.prefix(mostLines).map(\.text).prefix(while: isPiece)
    guard pieces.count >= 2 else { return nil }
    for count in stride(from: pieces.count, through: 2, by: -1) {
      let text = joined(pieces.prefix(count))
      if let date = DateParsing.whole(text[...]), date.year != nil { return (text[...], count) }
    }
    return nil
  }

  private static let mostLines = 9
  private static let marks: ScalarSet = ["/", "-", ":", ".", "年", "月", "日", "时", "分"]

  private static func isPiece(_ line: Substring) -> Bool {
    line.utf8.count <= 20 && line.unicodeScalars.allSatisfy { $0.isASCIIDigit || $0.isBlank || marks.contains($0) }
  }

  /// The pieces with blanks between those that no mark joins; a year that stands alone takes the mark that the day has.
  private static func joined(_ pieces: some Collection<Substring>) -> String {
    var text = ""
    for piece in pieces {
      let isJoined = [text[...].unicodeScalars.last, piece.unicodeScalars.first].contains {
        $0.map(marks.contains) ?? true
      }
      if !isJoined { text += " " }
      text += piece
    }
    guard let gap = text.firstIndex(of: " "), text[..<gap].utf8.count == 4,
      let mark = text[gap...].unicodeScalars.first(where: { $0 == "/" || $0 == "-" || $0 == "." })
    else { return text }
    return text[..<gap] + String(mark) + text[text.index(after: gap)...]
  }
}
