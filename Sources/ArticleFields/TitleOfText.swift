package import NewsModel
import TextScanning

/// What an article is called that has a text and no headline, such as a flash.
package enum TitleOfText {
  /// The longest headline that is made, in characters; a longer one is cut.
  private static let longest = 60

  /// The words in brackets at the start (`【降准0.5个百分点】`), else the first line, else its first sentence, cut where it is long;
  /// nil without a text.
  package static func title(of blocks: [Block]) -> String? {
    guard let text = blocks.first(where: { !$0.text.isEmpty })?.text else { return nil }
    let line = FlatText.line(Array(text.utf8))
    if let marked = bracketed(line[...]) { return String(marked) }
    let scalars = line.unicodeScalars
    guard scalars.count > longest else { return line }
    let start = scalars.prefix(longest)
    if let end = start.firstIndex(where: finals.contains), start[...end].count >= shortest {
      return String(start[...end])
    }
    return String(String.UnicodeScalarView(start)) + "…"
  }

  private static let shortest = 8
  private static let finals: ScalarSet = ["。", "！", "？"]

  private static func bracketed(_ line: Substring) -> Substring? {
    guard line.unicodeScalars.first == "【", let end = line.unicodeScalars.prefix(longest + 2).firstIndex(of: "】") else {
      return nil
    }
    let inner = Substring(line.unicodeScalars[..<end].dropFirst()).trimmed
    return inner.unicodeScalars.count >= 4 ? inner : nil
  }
}
