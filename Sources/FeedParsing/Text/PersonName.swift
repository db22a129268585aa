import TextScanning

/// Names out of what RSS has for them: an address for mail with a name beside it.
enum PersonName {
  /// `Name` of `mail@example.org (Name)`, `Name <mail@example.org>` and `Name (mail@example.org)`; else the text as it is.
  static func name(in text: String) -> String {
    for (open, close) in [("(", ")"), ("<", ">")] {
      guard let inside = text[...].dropping(suffix: close)?.lastPart(after: open), inside.start > text.startIndex else {
        continue
      }
      let before = text[..<inside.start].trimmed
      if inside.text.utf8.contains(UInt8(ascii: "@")) { return String(before) }
      if before.utf8.contains(UInt8(ascii: "@")), !before.utf8.contains(UInt8(ascii: " ")) {
        return String(inside.text.trimmed)
      }
    }
    return text
  }
}

extension Substring {
  /// What stands behind the last bracket, with the bracket's place.
  fileprivate func lastPart(after bracket: String) -> (start: Index, text: Substring)? {
    guard let byte = bracket.utf8.first, let start = utf8.lastIndex(of: byte) else { return nil }
    return (start, self[utf8.index(after: start)...])
  }
}

/// Who wrote something, as far as several elements say it: those of the lowest rank count.
struct AuthorList {
  private static let most = 16
  private var names: [String] = []
  private var rank = Int.max

  var isEmpty: Bool { names.isEmpty }
  /// The names with commas between them; empty where there are none.
  var joined: String { names.joined(separator: ", ") }

  /// Takes a name in, each once.
  mutating func add(_ name: String, rank newRank: Int) {
    guard !name.isEmpty, newRank <= rank, !names.contains(name) || newRank < rank else { return }
    if newRank < rank { names = [] }
    rank = newRank
    if names.count < Self.most { names.append(name) }
  }
}
