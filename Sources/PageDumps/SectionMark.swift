import ArticleFields
import TextScanning

/// The line that opens one of the sections around an article: tags, the neighbouring pages, related news.
struct SectionMark {
  var key: FieldKey
  /// What stands behind the mark on the same line.
  var value: Substring
  /// A further mark on the same line: pages name their two neighbours so.
  private(set) var following: [SectionMark] = []

  private init(key: FieldKey, value: Substring) {
    self.key = key
    self.value = value
  }

  /// Reads the mark; nil for any other line.
  ///
  /// - Parameters:
  ///   - isBelowBody: whether a mark came before, so that common words may head a related list too.
  ///   - isBelowText: whether a paragraph came before, so that the foot of the site may follow.
  init?(_ line: Substring, isBelowBody: Bool, isBelowText: Bool = false) {
    var line = Substring(line.trimmed.unicodeScalars.drop { $0.isBlank || Self.decoration.contains($0) })
    line = line.trimmedEnd(of: Self.endDecoration)
    if isBelowBody, RelatedHeading.matches(line.trimmed(of: Self.aroundHeading)) {
      self.init(key: .related, value: "")
      return
    }
    guard let (key, afterKey) = FieldKey.table.match(line) else { return nil }
    let isLatin = line.unicodeScalars.first?.isASCIILetter ?? false
    let rest = afterKey.trimmed
    let mark = rest.unicodeScalars.first
    // 【标签】 says as much as a colon.
    let hasColon = mark.map { Punctuation.colons.contains($0) || Self.closing.contains($0) } ?? false
    let value = hasColon ? Substring(rest.unicodeScalars.dropFirst()).trimmed : rest
    switch key {
    case .tags:
      guard hasColon || rest.isEmpty || Self.isSpaced(afterKey, isLatin: isLatin), TagList.looksLikeTags(value) else {
        return nil
      }
      self.init(key: key, value: value)
      splitNeighbours()
      // An editor, or buttons, may stand behind the tags.
      if let line = FieldLine(self.value) { self.value = line.lead }
    case .previous, .next:
      guard hasColon || rest.isEmpty || Self.isSpaced(afterKey, isLatin: isLatin) else { return nil }
      self.init(key: key, value: value)
      splitNeighbours()
    case .related:
      let isNamed = line.starts(with: "More from") && rest.fits(40)
      guard hasColon || rest.isEmpty || isNamed || Self.tails.contains(rest.lowercased()) else { return nil }
      self.init(key: key, value: hasColon ? value : "")
    case .foot:
      guard isBelowBody || (isBelowText && rest.isEmpty),
        hasColon || rest.isEmpty || mark.map(Punctuation.fieldSeparators.contains) ?? false
      else {
        return nil
      }
      self.init(key: key, value: "")
    default: return nil
    }
  }

  private static let decoration: ScalarSet = [
    "【", "】", "[", "]", "■", "▶", "►", "◆", "●", "»", "«", ">", "<", "|", "｜", "·", "•", "#", "*", "=", "-", "—", "_",
    "★",
    "☆", "▌", "▍", "┃", "《", "》", "←", "→",
  ]
  /// Brackets at the end close a mark: they are looked at, not trimmed.
  private static let endDecoration = decoration.subtracting(closing)
  private static let aroundHeading = decoration.union(Punctuation.colons)
  private static let closing: ScalarSet = ["】", "]", "》"]
  /// What may follow the name of a related list.
  private static let tails: Set<String> = ["更多", "更多>>", "more", "换一换", "换一批", "...", "…"]

  private static func isSpaced(_ afterKey: Substring, isLatin: Bool) -> Bool {
    !isLatin && afterKey.unicodeScalars.first.map(\.isBlank) ?? false
  }

  /// Cuts the neighbours that stand further on the same line off the value.
  private mutating func splitNeighbours() {
    var marks: [SectionMark] = [self]
    var start = value.startIndex
    var position = start
    var isTokenStart = true
    let scalars = value.unicodeScalars
    while position < scalars.endIndex {
      if isTokenStart, let (next, after) = FieldLine.key(at: value[position...]), next == .previous || next == .next {
        marks[marks.count - 1].value = value[start..<position].trimmed(of: Punctuation.fieldSeparators)
        marks.append(SectionMark(key: next, value: after))
        start = after.startIndex
        position = start
      } else {
        isTokenStart = scalars[position].isBlank || Punctuation.fieldSeparators.contains(scalars[position])
        scalars.formIndex(after: &position)
      }
    }
    marks[marks.count - 1].value = value[start...].trimmed
    self = marks.removeFirst()
    following = marks
  }
}
