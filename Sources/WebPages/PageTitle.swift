import TextBasics
import TextScanning

/// Finds a page's headline among what it calls itself: its title without the site's name, its first headings, its metadata.
struct PageTitle {
  /// `<title>`, safe.
  let document: String
  /// What metadata name as title, best first.
  let named: [String]
  /// The headings of the page, those near the article first.
  let headings: [String]
  let siteNames: [String]
  /// The last real heading before the text.
  var nearest: String?

  /// The headline; empty where the page has none.
  ///
  /// A heading that the title or the metadata repeat is what readers see above the article. Otherwise the metadata
  /// count, and at last the title without what stands behind its last separator.
  func find() -> String {
    let others = ([document] + named).map(Self.key).filter { !$0.isEmpty }
    var best = ""
    for heading in headings.prefix(Self.mostHeadings).flatMap({ [$0, Self.withoutKind($0)] }) {
      let key = Self.key(heading)
      guard key.utf8.count >= Self.shortest, !isSiteName(key), !isSiteBefore(key) else { continue }
      let isRepeated = others.contains { $0.hasPrefix(key) || $0.holds(key) && key.utf8.count * 2 > $0.utf8.count }
      if isRepeated, key.utf8.count > Self.key(best).utf8.count { best = heading }
    }
    if !best.isEmpty { return best }
    let bare = named.map { withoutSite($0) }.filter { Self.key($0).utf8.count >= 2 && !isSiteName(Self.key($0)) }
    if let first = bare.first { return first }
    // The title may name the section only; then the heading by the text is the article's.
    if let nearest, Self.key(nearest).utf8.count >= Self.shortest * 3, !isSiteName(Self.key(nearest)) { return nearest }
    let title = withoutSiteBefore(withoutSite(document))
    if !title.isEmpty { return title }
    return headings.first { !$0.isEmpty } ?? ""
  }

  /// A heading without what a board puts before it: `[个股] …`.
  private static func withoutKind(_ heading: String) -> String {
    guard heading.hasPrefix("["), let end = heading.unicodeScalars.prefix(20).firstIndex(of: "]") else {
      return heading
    }
    return String(Substring(heading.unicodeScalars[end...].dropFirst()).trimmed)
  }

  private static let mostHeadings = 40
  /// In bytes of the key: two Chinese characters.
  private static let shortest = 6

  /// Letters and digits only, folded, for comparisons.
  static func key(_ text: String) -> String {
    let folded = Folding.fold(text)
    var key: [UInt8] = []
    key.reserveCapacity(folded.utf8.count)
    for scalar in folded.unicodeScalars where scalar.isWordlike { key.append(contentsOf: scalar.utf8) }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether a line is what stands before the first colon of the title: `某某网：…`.
  private func isSiteBefore(_ key: String) -> Bool {
    guard let mark = document.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    return Self.key(String(document[..<mark])) == key
  }

  private func isSiteName(_ key: String) -> Bool { siteNames.contains { Self.key($0) == key } }

  /// A title without ` - Example Wire`, `_财经_某某网` and the like.
  func withoutSite(_ title: String) -> String {
    var rest = title[...].trimmed
    while let (head, tail) = Self.lastPart(of: rest) {
      let key = Self.key(String(tail))
      let isSite = siteNames.contains { name in
        let name = Self.key(name)
        return !name.isEmpty && (name == key || key.hasPrefix(name) || name.hasPrefix(key))
      }
      let isShort = tail.roughColumns <= Self.longestSite && tail.roughColumns < head.roughColumns
      guard isSite || isShort, head.roughColumns >= 8 || isSite else { break }
      rest = head
    }
    return String(rest)
  }

  /// A title without a site's name before it (`某某网：…`), which the page shows on a line of its own.
  private func withoutSiteBefore(_ title: String) -> String {
    guard let mark = title.unicodeScalars.firstIndex(where: { Self.openingMarks.contains($0) }) else { return title }
    let (name, rest) = (Self.key(String(title[..<mark])), title[mark...].trimmed(of: Self.openingMarks))
    let isShown = headings.contains { Self.key($0) == name } || isSiteName(name)
    return !name.isEmpty && isShown && rest.roughColumns >= 8 ? String(rest) : title
  }

  private static let openingMarks: ScalarSet = [":", "：", "|", "｜", "_", "-", "–", "—", "·", "»"]

  /// Columns of the names that sites put behind their titles.
  private static let longestSite = 30

  /// What stands before the last separator and behind it.
  private static func lastPart(of title: Substring) -> (Substring, Substring)? {
    let scalars = title.unicodeScalars
    var index = scalars.endIndex
    while index > scalars.startIndex {
      let after = index
      scalars.formIndex(before: &index)
      let scalar = scalars[index]
      guard marks.contains(scalar) || spacedMarks.contains(scalar) else { continue }
      if spacedMarks.contains(scalar) {
        let before = index > scalars.startIndex ? scalars[scalars.index(before: index)] : " "
        let next = after < scalars.endIndex ? scalars[after] : " "
        // Between words of a language with blanks a stroke without blanks joins them.
        let isSpaced = before.isBlank && next.isBlank
        guard isSpaced || before.isIdeograph || next.isIdeograph else { continue }
      }
      let head = title[..<index].trimmed(of: marks.union(spacedMarks))
      let tail = title[after...].trimmed
      guard !head.isEmpty else { return nil }
      return (head, tail)
    }
    return nil
  }

  private static let marks: ScalarSet = ["|", "｜", "_", "»", "丨"]
  private static let spacedMarks: ScalarSet = ["-", "–", "—", "·", "•", "－", "›", "«", "~"]
}
