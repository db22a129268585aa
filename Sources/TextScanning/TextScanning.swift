/// What the parsers ask of a piece of text. All of it runs over scalars or bytes, never over grapheme clusters.
extension Substring {
  /// Without blanks of any width at both ends.
  package var trimmed: Substring {
    var view = unicodeScalars
    while let last = view.last, last.isBlank { view.removeLast() }
    while let first = view.first, first.isBlank { view.removeFirst() }
    return Substring(view)
  }

  /// Without the given scalars, and blanks, at both ends.
  package func trimmed(of others: ScalarSet) -> Substring {
    var view = unicodeScalars
    while let last = view.last, last.isBlank || others.contains(last) { view.removeLast() }
    while let first = view.first, first.isBlank || others.contains(first) { view.removeFirst() }
    return Substring(view)
  }

  /// Without the given scalars, and blanks, at the end.
  package func trimmedEnd(of others: ScalarSet) -> Substring {
    var view = unicodeScalars
    while let last = view.last, last.isBlank || others.contains(last) { view.removeLast() }
    return Substring(view)
  }

  /// The columns that the text takes on a screen, as near as a look at its bytes can tell.
  package var roughColumns: Int {
    var text = self
    return text.withUTF8 { bytes in
      // One column a lead byte, and a second one for characters of three bytes and more.
      bytes.reduce(0) { $0 &+ ($1 & 0xc0 != 0x80 ? 1 : 0) &+ ($1 >= 0xe0 ? 1 : 0) }
    }
  }

  /// Whether the text takes no more than so many columns, roughly. A column takes one byte or two, so that the
  /// length alone tells it of long texts and of very short ones.
  public func fits(_ columns: Int) -> Bool {
    let count = utf8.count
    return count <= columns || (count <= columns * 2 && roughColumns <= columns)
  }

  @inlinable package func starts(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  /// The rest after `prefix`; nil where the text begins otherwise.
  ///
  /// `public` like its twin, `fits` and `isWordlike`, so that the compiler inlines it across modules: every line of a page asks for it.
  public func dropping(prefix: String) -> Substring? {
    starts(with: prefix) ? Substring(utf8.dropFirst(prefix.utf8.count)) : nil
  }

  /// What stands before `suffix`; nil where the text ends otherwise.
  public func dropping(suffix: String) -> Substring? {
    let count = suffix.utf8.count
    guard utf8.count >= count, utf8.suffix(count).elementsEqual(suffix.utf8) else { return nil }
    return Substring(utf8.dropLast(count))
  }

  package func contains(anyOf scalars: ScalarSet) -> Bool { unicodeScalars.contains { scalars.contains($0) } }

  /// The inner text where a pair of brackets encloses the whole of it.
  package func enclosed(by pairs: [Unicode.Scalar: ScalarSet]) -> Substring? {
    guard let first = unicodeScalars.first, let closing = pairs[first], let last = unicodeScalars.last,
      closing.contains(last), unicodeScalars.count > 2
    else { return nil }
    let inner = unicodeScalars.dropFirst().dropLast()
    // "(a) and (b)" begins and ends with brackets too.
    var depth = 0
    for scalar in inner {
      if scalar == first { depth += 1 } else if closing.contains(scalar) { depth -= 1 }
      if depth < 0 { return nil }
    }
    return Substring(inner).trimmed
  }

  /// What stands in the brackets with which the text begins: `某报` of `[某报] 阅读[312]次`; nil where it begins with none.
  package func leadingEnclosure(by pairs: [Unicode.Scalar: ScalarSet]) -> Substring? {
    guard let first = unicodeScalars.first, let closing = pairs[first],
      let end = unicodeScalars.firstIndex(where: closing.contains)
    else { return nil }
    return self[unicodeScalars.index(after: startIndex)..<end]
  }

  /// Pieces between the given scalars, trimmed, without empty ones.
  package func pieces(between separators: ScalarSet) -> [Substring] {
    unicodeScalars.split { separators.contains($0) }.map { Substring($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Pieces between blanks of any width.
  package var words: [Substring] { unicodeScalars.split(whereSeparator: \.isBlank).map { Substring($0) } }

  /// How the text ends once closing quotation marks and brackets are taken away.
  package var lastSignificant: Unicode.Scalar? {
    for scalar in unicodeScalars.reversed() where !scalar.isBlank && !Punctuation.closing.contains(scalar) {
      return scalar
    }
    return nil
  }

  /// Without the points by which a page shows that it cut the text short.
  package var withoutEllipsis: Substring {
    guard dropping(suffix: "...") != nil || dropping(suffix: "…") != nil else { return self }
    return trimmedEnd(of: [".", "…"])
  }

  /// Whether the text ends as a sentence does.
  package var endsSentence: Bool {
    guard let last = lastSignificant else { return false }
    return Punctuation.sentenceFinal.contains(last)
  }
}

extension Unicode.Scalar {
  /// A blank of any width, or a tab.
  @inlinable package var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0x0b, 0x0c, 0x0d, 0xa0, 0x1680, 0x2000...0x200a, 0x202f, 0x205f, 0x3000: true
    default: false
    }
  }

  @inlinable package var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  @inlinable package var isASCIILetter: Bool { (0x41...0x5a).contains(value) || (0x61...0x7a).contains(value) }

  /// A Chinese character.
  @inlinable package var isIdeograph: Bool {
    (0x4e00...0x9fff).contains(value) || (0x3400...0x4dbf).contains(value) || (0x20000...0x323af).contains(value)
      || (0xf900...0xfaff).contains(value)
  }
}

extension Unicode.Scalar {
  /// A letter, a digit or a Chinese character.
  public var isWordlike: Bool {
    isASCIILetter || isASCIIDigit || isIdeograph || (value > 0x7f && properties.isAlphabetic)
  }
}

/// The letters and digits of ASCII, as bytes.
extension UInt8 {
  @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
  @inlinable package var isLetter: Bool { (0x41...0x5a).contains(self) || (0x61...0x7a).contains(self) }
}

/// The punctuation marks that tell how a line is meant.
package enum Punctuation {
  package static let colons: ScalarSet = [":", "：", "﹕", "∶"]
  package static let sentenceFinal: ScalarSet = ["。", "！", "？", "!", "?", "…", ".", "；", ";", "｡"]
  /// After these a sentence goes on.
  package static let joining: ScalarSet = ["，", ",", "、", "：", ":", "；", ";", "—", "-", "－"]
  package static let closing: ScalarSet = ["”", "’", "」", "』", "）", ")", "\"", "'", "】", "]", "》", "〉"]
  /// Stands between the fields of a header line.
  package static let fieldSeparators: ScalarSet = [
    "|", "｜", "丨", "·", "•", "/", ",", "，", ";", "；", "-", "—", "–", "_",
  ]
  package static let squareBrackets: [Unicode.Scalar: ScalarSet] = ["【": ["】"], "[": ["]"], "［": ["］"], "〔": ["〕"]]
  package static let roundBrackets: [Unicode.Scalar: ScalarSet] = ["(": [")", "）"], "（": ["）", ")"]]
  package static let allBrackets: [Unicode.Scalar: ScalarSet] = [
    "(": [")", "）"], "（": ["）", ")"], "[": ["]"], "【": ["】"], "［": ["］"], "〔": ["〕"], "「": ["」"],
  ]
}
