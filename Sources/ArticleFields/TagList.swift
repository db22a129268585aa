import TextBasics
import TextScanning

/// Splits the value of a page's tag field.
package enum TagList {
  /// The tags in the page's order, each once. Where a mark separates them (`,` `，` `、` `;` `；` `|` `/` `#`), blanks
  /// separate only Chinese words, so that a Latin tag of several words stays whole.
  package static func split(_ text: Substring) -> [String] {
    let hasMark = text.contains(anyOf: marks)
    var tags: [String] = []
    var seen: Set<String> = []
    for piece in text.pieces(between: marks) {
      for tag in hasMark ? chineseWords(of: piece) : piece.words {
        let tag = tag.trimmed(of: decoration)
        guard !tag.isEmpty, !none.contains(tag.lowercased()), seen.insert(Folding.fold(String(tag))).inserted else {
          continue
        }
        tags.append(String(tag))
      }
    }
    return tags
  }

  /// The tags of a line that is nothing but hashtags: `#航运 #港口`, `#航运# #港口#`.
  package static func hashtags(_ line: Substring) -> [String]? {
    guard line.utf8.first == UInt8(ascii: "#"), line.utf8.count <= 300, line.utf8.count(where: { $0 == 0x23 }) > 1,
      let second = line.unicodeScalars.dropFirst().first, second != "#", !second.isBlank
    else { return nil }
    let isPure = line.words.allSatisfy { $0.utf8.first == UInt8(ascii: "#") }
    return isPure && looksLikeTags(line) ? split(line) : nil
  }

  /// Whether the text can be the value of a tag field: no sentences, no tag of unusual length.
  package static func looksLikeTags(_ text: Substring) -> Bool {
    let text = text.trimmedEnd(of: ["。"])
    guard text.utf8.count <= 2_000, !text.contains(anyOf: ["。", "！", "？", "!", "?", "…"]) else { return false }
    let longest = text.pieces(between: marks).flatMap { chineseWords(of: $0) }.map(\.roughColumns).max() ?? 0
    return longest <= 48
  }

  private static let marks: ScalarSet = [
    ",", "，", "、", ";", "；", "|", "｜", "丨", "/", "／", "#", "＃", "[", "]", "【", "】", "<", ">", "“", "”", "\"", "「", "」",
  ]
  /// These separate only where blanks stand around them: names hold them too.
  private static let spacedMarks: Set<Substring> = ["·", "•", "-", "–", "—", "&", "+"]
  private static let decoration: ScalarSet = ["'", "«", "»", "。", ":", "：", "·", "•"]
  private static let none: Set<String> = ["无", "暂无", "none", "n/a"]

  /// Pieces between blanks that stand between two Chinese characters, and between marks with blanks around them.
  private static func chineseWords(of piece: Substring) -> [Substring] {
    var words: [Substring] = []
    var isBroken = true
    for word in piece.words {
      if spacedMarks.contains(word) {
        isBroken = true
      } else if !isBroken, let last = words.last, !(last.endsInIdeograph && word.beginsWithIdeograph) {
        words[words.count - 1] = piece[last.startIndex..<word.endIndex]
      } else {
        words.append(word)
        isBroken = false
      }
    }
    return words
  }
}

extension Substring {
  fileprivate var endsInIdeograph: Bool { unicodeScalars.last?.isIdeograph ?? false }
  fileprivate var beginsWithIdeograph: Bool { unicodeScalars.first?.isIdeograph ?? false }
}
