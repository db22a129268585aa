import TextBasics

/// Whether words of a headline that no table knows are a name that took the place of another: a place, a person, a firm.
enum NameChange {
  /// The places of both names; nil where the words are none.
  static func find(
    _ a: [SenseToken], _ b: [SenseToken], _ old: AnalysedText, _ new: AnalysedText
  ) -> (Range<Int>, Range<Int>)? {
    guard let firstA = a.first, let lastA = a.last, let firstB = b.first, let lastB = b.last else { return nil }
    let (from, to) = (
      firstA.range.lowerBound..<lastA.range.upperBound, firstB.range.lowerBound..<lastB.range.upperBound
    )
    if old.bytes[from.lowerBound].isWordByte, new.bytes[to.lowerBound].isWordByte {
      let (left, right) = (a.first { isName($0, old) }, b.first { isName($0, new) })
      if let left, let right { return (left.range, right.range) }
      return hasDigits(a, old) && hasDigits(b, new) ? (from, to) : nil
    }
    guard let left = ChineseName(old, from), let right = ChineseName(new, to), left.isLike(right),
      old.bytes[left.range] != new.bytes[right.range]
    else { return nil }
    return (left.range, right.range)
  }

  /// Names of a sentence, each of which the other version does not have: a factory in Ohio and one in Arizona.
  static func findInText(
    _ residue: SenseResidue, _ old: AnalysedText, _ new: AnalysedText
  ) -> (Range<Int>, Range<Int>)? {
    guard residue.shared.count + residue.moved >= 3 else { return nil }
    let left = residue.old.map(\.token).filter { isNewName($0, old, unlike: new) }
    let right = residue.new.map(\.token).filter { isNewName($0, new, unlike: old) }
    guard let first = left.first, let second = right.first else { return nil }
    return (first.range, second.range)
  }

  /// Two firms or speakers before the colon of a headline, of which neither is known by another name: 海晟新能：… and 恒拓电子：….
  static func findBeforeColon(
    _ old: AnalysedText, _ a: Range<Int>, _ new: AnalysedText, _ b: Range<Int>
  ) -> (Range<Int>, Range<Int>)? {
    guard let left = speaker(old.bytes, a), let right = speaker(new.bytes, b) else { return nil }
    let (one, other) = (characters(old.bytes[left]), characters(new.bytes[right]))
    guard Set(one).isDisjoint(with: other), !has(new.bytes, old.bytes[left]), !has(old.bytes, new.bytes[right]) else {
      return nil
    }
    return (left, right)
  }

  private static func characters(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }

  private static func has(_ bytes: [UInt8], _ word: ArraySlice<UInt8>) -> Bool { bytes.firstRange(of: word) != nil }

  /// Three to six characters before the first colon that no table knows.
  private static func speaker(_ bytes: [UInt8], _ title: Range<Int>) -> Range<Int>? {
    guard let colon = bytes[title].prefix(19).firstIndex(of: UInt8(ascii: ":")), colon - title.lowerBound >= 9 else {
      return nil
    }
    let name = title.lowerBound..<colon
    guard name.count.isMultiple(of: 3), bytes[name].allSatisfy({ $0 >= 0x80 }),
      SenseTables.shared.words.longestMatches(in: bytes, name).isEmpty
    else { return nil }
    return name
  }

  private static func isNewName(_ token: SenseToken, _ text: AnalysedText, unlike other: AnalysedText) -> Bool {
    guard token.sign == nil, token.kin.isEmpty, token.range.count > 2,
      text.bytes[token.range].allSatisfy({ $0 < 0x80 }),
      text.quote(token.range).first?.isUppercase == true, !beginsSentence(token, text)
    else { return false }
    let word = String(decoding: text.bytes[token.range], as: UTF8.self)
    return !SenseTables.shared.commons.contains(word) && other.bytes[...].firstRange(of: text.bytes[token.range]) == nil
  }

  private static func beginsSentence(_ token: SenseToken, _ text: AnalysedText) -> Bool {
    let before = text.bytes[..<token.range.lowerBound].last { $0 != UInt8(ascii: " ") }
    return before.map { ".!?:\n\"(*-".utf8.contains($0) } ?? true
  }

  /// a350, 5g
  private static func hasDigits(_ tokens: [SenseToken], _ text: AnalysedText) -> Bool {
    tokens.contains { text.bytes[$0.range].contains(where: \.isDigit) }
  }

  /// A word with a capital where others have none.
  private static func isName(_ token: SenseToken, _ text: AnalysedText) -> Bool {
    guard token.sign == nil, token.kin.isEmpty, text.bytes[token.range].allSatisfy({ $0 < 0x80 }), token.range.count > 1
    else {
      return false
    }
    guard let first = text.quote(token.range).utf8.first, 0x41...0x5A ~= first else { return false }
    let word = String(decoding: text.bytes[token.range], as: UTF8.self)
    guard !SenseTables.shared.commons.contains(word) else { return false }
    let isFirst = token.range.lowerBound == text.title.lowerBound
    return isFirst || !writesCapitals(text) || !["s", "ed", "ing"].contains { word.hasSuffix($0) }
  }

  /// Whether most words of the headline begin with a capital.
  private static func writesCapitals(_ text: AnalysedText) -> Bool {
    let words = text.original.string.prefix { $0 != "\n" }.split(separator: " ").filter { $0.utf8.count > 3 }
    return words.filter { $0.first?.isUppercase == true }.count * 3 > words.count * 2
  }
}

/// A Chinese name that holds a place of a headline.
private struct ChineseName {
  enum Kind { case place, person, firm, thing }

  var kind: Kind
  var range: Range<Int>

  private static let familyNames = Set(KeywordWords.familyNames.unicodeScalars.map(\.value))
  /// Places of one character: 赴港, 对美.
  private static let shortPlaces = Set("港美英日韩德法俄欧中台沪深京津渝粤苏浙鲁皖赣闽湘鄂豫冀晋陕甘川黔滇琼澳加印越".unicodeScalars.map(\.value))

  init?(_ text: AnalysedText, _ range: Range<Int>) {
    let bytes = text.bytes
    guard bytes[range.lowerBound].beginsIdeograph, range.count <= 24 else { return nil }
    var cutter = WordCutter()
    cutter.cut(bytes, text.title)
    let words = cutter.words.filter { $0.range.overlaps(range) }
    guard let first = words.first, let last = words.last else { return nil }
    let whole = first.range.lowerBound..<last.range.upperBound
    let isShortPlace =
      range.count == 3
      && NumeralSign.scalar(bytes, range.lowerBound, bytes.count).map(Self.shortPlaces.contains) ?? false
    if isShortPlace || words.contains(where: { $0.kind == .place }) {
      (kind, self.range) = (.place, isShortPlace ? range : whole)
    } else if words.allSatisfy({ $0.characters == 1 || $0.kind == .person }), let person = Self.person(bytes, whole) {
      (kind, self.range) = (.person, person)
    } else if words.allSatisfy({ $0.characters == 1 }), Self.isFirm(bytes, whole, text.title) {
      (kind, self.range) = (.firm, whole)
    } else if range.count >= 6, words.contains(where: { $0.characters > 1 }), words.allSatisfy(Self.isThing) {
      (kind, self.range) = (.thing, range)
    } else {
      return nil
    }
  }

  /// Whether one may stand where the other stood: what the dictionary does not know as a name may be one.
  func isLike(_ other: ChineseName) -> Bool { kind == other.kind || kind != .person && other.kind != .person }

  /// Verbs and adjectives are put in other words; a thing is another thing.
  private static func isThing(_ word: TextWord) -> Bool {
    switch word.kind {
    case .noun, .place, .person: true
    case .none: word.characters == 1
    case .verb, .action, .quality: false
    }
  }

  /// A family name, here or one or two characters before, and one or two characters behind it.
  private static func person(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    for start in [range.lowerBound, range.lowerBound - 3, range.lowerBound - 6] where start >= 0 {
      guard let scalar = NumeralSign.scalar(bytes, start, bytes.count), familyNames.contains(scalar) else { continue }
      // Where only the family name changed, the given name stands behind it.
      let isWhole = range.upperBound > start + 3
      let name = start..<(isWhole ? range.upperBound : range.upperBound + 3)
      guard 6...9 ~= name.count, name.upperBound <= bytes.count else { continue }
      return isWhole || bytes[name.upperBound - 3].beginsIdeograph ? name : nil
    }
    return nil
  }

  /// What ends the name of a firm stands one or two characters behind.
  private static func isFirm(_ bytes: [UInt8], _ range: Range<Int>, _ title: Range<Int>) -> Bool {
    [0, 3, 6].contains { gap in
      SenseTables.shared.suffixes.longestMatch(in: bytes, at: range.upperBound + gap).map {
        $0.range.upperBound <= title.upperBound
      } ?? false
    }
  }
}
