import TextBasics

/// Splits the value of a page's tag field.
enum TagList {
  /// The tags in the page's order, each once. Where a mark separates them (`,` `，` `、` `;` `；` `|` `/` `#`), blanks
  /// separate only Chinese words, so that a Latin tag of several words stays whole.
  static func split(_ text: Substring) -> [String] {
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

  /// Whether the text can be the value of a tag field: no sentences, no tag of unusual length.
  static func looksLikeTags(_ text: Substring) -> Bool {
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
