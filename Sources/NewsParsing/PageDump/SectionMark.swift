/// The line that opens one of the sections around an article: tags, the neighbouring pages, related news.
struct SectionMark {
  var key: FieldKey
  /// What stands behind the mark on the same line.
  var value: Substring
  /// A further mark on the same line: pages name their two neighbours so.
  var following: [SectionMark] {
    guard key == .previous || key == .next || key == .tags else { return [] }
    return rest
  }
  private var rest: [SectionMark] = []

  private init(key: FieldKey, value: Substring, rest: [SectionMark] = []) {
    self.key = key
    self.value = value
    self.rest = rest
  }

  /// Reads the mark; nil for any other line.
  init?(_ line: Substring) {
    let line = line.trimmed(of: Self.decoration)
    guard let (key, afterKey) = FieldKey.table.match(line) else { return nil }
    let isLatin = line.unicodeScalars.first?.isASCIILetter ?? false
    let rest = afterKey.trimmed
    let mark = rest.unicodeScalars.first
    let hasColon = mark.map(Punctuation.colons.contains) ?? false
    let value = hasColon ? Substring(rest.unicodeScalars.dropFirst()).trimmed : rest
    switch key {
    case .tags:
      guard hasColon || rest.isEmpty || Self.isSpaced(afterKey, isLatin: isLatin), TagList.looksLikeTags(value) else {
        return nil
      }
      self.init(key: key, value: value)
      splitNeighbours()
    case .previous, .next:
      guard hasColon || rest.isEmpty || Self.isSpaced(afterKey, isLatin: isLatin) else { return nil }
      self.init(key: key, value: value)
      splitNeighbours()
    case .related:
      guard hasColon || rest.isEmpty || Self.tails.contains(rest.lowercased()) else { return nil }
      self.init(key: key, value: hasColon ? value : "")
    default: return nil
    }
  }

  private static let decoration: Set<Unicode.Scalar> = [
    "【", "】", "[", "]", "■", "▶", "►", "◆", "●", "»", "«", ">", "<", "|", "｜", "·", "•", "#", "*", "=", "-", "—", "_", "★",
    "☆", "▌", "▍", "┃", "《", "》", "←", "→",
  ]
  /// What may follow the name of a related list.
  private static let tails: Set<String> = ["更多", "更多>>", "more", "换一换", "换一批", "...", "…"]

  private static func isSpaced(_ afterKey: Substring, isLatin: Bool) -> Bool {
    !isLatin && afterKey.unicodeScalars.first.map(\.isBlank) ?? false
  }

  /// Cuts a neighbour that stands further on the same line off the value.
  private mutating func splitNeighbours() {
    var position = value.startIndex
    var isTokenStart = true
    let scalars = value.unicodeScalars
    while position < scalars.endIndex {
      if isTokenStart, let (next, after) = FieldLine.key(at: value[position...]), next == .previous || next == .next {
        var mark = SectionMark(key: next, value: after.trimmed)
        mark.splitNeighbours()
        let others = mark.rest
        mark.rest = []
        rest = [mark] + others
        value = value[..<position].trimmed(of: Punctuation.fieldSeparators)
        return
      }
      isTokenStart = scalars[position].isBlank || Punctuation.fieldSeparators.contains(scalars[position])
      scalars.formIndex(after: &position)
    }
  }
}
