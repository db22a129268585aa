import ArticleFields
package import TextScanning

/// A line as it stood, or a paragraph put together from several.
package enum RepairedLine: Hashable {
  case plain(Substring)
  /// What stood in place of a picture.
  case picture(Substring)
  case joined(String)
}

/// Puts together paragraphs that were cut into lines: wrapped at a fixed width, or broken around every link.
package enum LineRepair {
  /// - Parameter joinsFragments: whether a short line between two others may be a name that the page had linked.
  package static func repaired(_ lines: [TextLine], joinsFragments: Bool) -> [RepairedLine] {
    let isWrapped = lines.count > 1 && isWrapped(lines)
    if !isWrapped, lines.count < 2 || !joinsFragments {
      return lines.map { $0.kind == .picture ? .picture($0.text) : .plain($0.text) }
    }
    return isWrapped ? unwrapped(lines) : glued(lines)
  }

  // MARK: Wrapped Latin text

  private static let widest = 90
  private static let narrowest = 36

  /// Whether the text is Latin and most of its lines stop within a sentence at much the same width.
  private static func isWrapped(_ lines: [TextLine]) -> Bool {
    let adjacent = lines.indices.dropFirst().filter { !lines[$0].isAfterBlank && !lines[$0].isIndented }
    guard adjacent.count >= 2, lines.allSatisfy({ $0.text.fits(widest) })
    else {
      return false
    }
    let cut = adjacent.filter { index in
      let before = lines[index - 1].text
      return before.roughColumns >= narrowest && !before.endsSentence && before.isMostlyASCII
    }
    return cut.count * 2 > adjacent.count
  }

  private static func unwrapped(_ lines: [TextLine]) -> [RepairedLine] {
    var paragraphs: [[Substring]] = []
    // Where paragraphs are set in, a short line alone does not end one.
    let isSetIn = lines.contains(where: \.isIndented)
    for (index, line) in lines.enumerated() {
      let begins =
        index == 0 || line.isAfterBlank || line.isIndented
        || (!isSetIn && lines[index - 1].text.roughColumns < narrowest && !line.text.beginsLowercase)
      if begins { paragraphs.append([line.text]) } else { paragraphs[paragraphs.count - 1].append(line.text) }
    }
    return paragraphs.map { $0.count == 1 ? .plain($0[0]) : .joined($0.joined(separator: " ")) }
  }

  // MARK: Text broken around links

  private static func glued(_ lines: [TextLine]) -> [RepairedLine] {
    var repaired: [RepairedLine] = []
    var current = ""
    var parts: [Substring] = []
    var isOpen = false

    func flush() {
      if parts.count == 1 {
        repaired.append(.plain(parts[0]))
      } else if !parts.isEmpty {
        repaired.append(.joined(current))
      }
      parts = []
    }
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count && !lines[index + 1].isAfterBlank ? lines[index + 1].text : nil
      if let last = parts.last, !line.isAfterBlank, !line.text.isFence, !last.isFence,
        isOpen || joins(parts.count == 1 ? last : current[...], line.text, next)
      {
        // Behind a fragment the sentence goes on, unless the fragment ended it.
        isOpen = !isOpen && isFragment(line.text) && !line.text.endsSentence
        if parts.count == 1 { current = String(last) }
        if last.utf8.last.map({ $0 < 0x80 }) ?? false, line.text.utf8.first?.isLetter ?? false { current += " " }
        current += line.text
        parts.append(line.text)
      } else {
        flush()
        parts = [line.text]
        current = ""
        isOpen = false
      }
    }
    flush()
    return repaired
  }

  /// Whether `line` goes on with the sentence that `last` began.
  private static func joins(_ last: Substring, _ line: Substring, _ next: Substring?) -> Bool {
    guard let end = last.unicodeScalars.last, let start = line.unicodeScalars.first, !last.endsSentence else {
      return false
    }
    guard ListMarker.split(line) == nil, FieldLine.key(at: last) == nil, Byline.names(in: line) == nil else {
      return false
    }
    if end == "，" || end == "、" || leading.contains(start) { return true }
    let isRunning = last.contains(anyOf: pauses)
    if isRunning, connectives.contains(end) { return true }
    guard isFragment(line), let next else { return false }
    // A name or a term alone on its line, in the middle of running text.
    if isRunning, last.roughColumns > 30, line.roughColumns < last.roughColumns { return true }
    return line.fits(widestTerm) && next.endsSentence && next.contains(anyOf: pauses)
  }

  /// In columns: so short a line between an unfinished one and running text heads nothing.
  private static let widestTerm = 8
  /// A sentence cannot stop at one of these, although a headline may (`参与`, `应对`).
  private static let connectives: ScalarSet = [
    "与", "同", "和", "及", "在", "对", "由", "向", "将", "被", "把", "从", "以", "或", "—",
  ]

  private static let marks: ScalarSet = ["，", "。", "：", "；", "！", "？", ",", ":"]
  private static let pauses: ScalarSet = ["，", ",", "。"]
  private static let leading: ScalarSet = ["，", "。", "、", "；", "：", "”", "）", "》"]

  private static func isFragment(_ line: Substring) -> Bool {
    line.fits(24) && !line.contains(anyOf: marks)
  }
}

extension Substring {
  /// Whether it begins or ends lines of code.
  fileprivate var isFence: Bool { starts(with: "```") }

  fileprivate var beginsLowercase: Bool { utf8.first.map { (0x61...0x7a).contains($0) } ?? false }

  fileprivate var isMostlyASCII: Bool { utf8.reduce(0) { $0 + ($1 < 0x80 ? 1 : 0) } * 10 > utf8.count * 9 }
}
