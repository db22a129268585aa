/// Tells articles that report many things of many companies: 公告汇总, 涨停板早知道, a title of several headlines, a text of numbered items.
///
/// What their texts tell is no event of the article, so that a list of fifty announcements does not count for whichever came first.
enum Roundup {
  /// So many headlines in one title are several.
  private static let fewestHeadlines = 3

  private static let words = WordMatcher(RoundupWords.titles.parts(",").map(\.withBlanks))

  static func isOne(_ text: AnalysedText) -> Bool {
    guard !text.title.isEmpty else { return false }
    let semicolons = text.bytes[text.title].count { $0 == UInt8(ascii: ";") }
    if semicolons + 1 >= fewestHeadlines || beginsWithNumber(text) { return true }
    var isNamed = false
    words.forEachMatch(in: text.bytes, text.title) { _ in isNamed = true }
    return isNamed
  }

  /// Whether the text begins with the first of numbered items, and has a second: `1、`, `一、`, `(1)`, `①`.
  private static func beginsWithNumber(_ text: AnalysedText) -> Bool {
    let start = text.text.first { text.bytes[$0] > 0x20 } ?? text.text.upperBound
    guard let mark = marks.first(where: { text.bytes[start...].starts(with: $0.first) }) else { return false }
    let reach = start..<min(start + 3_000, text.text.upperBound)
    return reach.contains { index in
      text.bytes[index] == UInt8(ascii: "\n") && text.bytes[(index + 1)...].starts(with: mark.second)
    }
  }

  private static let marks = [("1、", "2、"), ("1.", "2."), ("一、", "二、"), ("(1)", "(2)"), ("①", "②"), ("(一)", "(二)")].map
  {
    (first: Array($0.0.utf8), second: Array($0.1.utf8))
  }
}
