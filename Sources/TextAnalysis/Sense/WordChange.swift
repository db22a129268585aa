import TextBasics

/// Whether words that are no signs took the place of others that say something else.
///
/// A desk that puts a sentence in other words changes it in many places. One that corrects it changes one. So where all else of a sentence
/// is as it was, words in the place of others are another thing, unless they are seen to be the same: a synonym, an abbreviation, a
/// misspelling, verbs that share a character.
struct WordChange {
  let old: AnalysedText
  let new: AnalysedText

  /// The places of words that say something else, or of those that came or went; nil where none do.
  func find(in residue: SenseResidue) -> (Range<Int>, Range<Int>)? {
    guard residue.contradictions.isEmpty else { return nil }
    let (a, b) = (residue.old.filter(\.isContent), residue.new.filter(\.isContent))
    guard let gap = (a.first ?? b.first)?.gap else { return nil }
    let isOnePlace = (a + b).allSatisfy { $0.gap == gap }
    if residue.isLight, residue.reworded == 0, residue.shared.count >= 2, isOnePlace,
      says(residue.old, gap) && says(residue.new, gap) && !isOneFirm(a, b) || isFurther(a, old) || isFurther(b, new)
    {
      return (place(a, in: old), place(b, in: new))
    }
    return nil
  }

  /// A clause in the place of another one, where nothing else was put in other words: the places, nil where the words share characters or stand
  /// on one side alone.
  func findReplaced(in residue: SenseResidue) -> (Range<Int>, Range<Int>)? {
    guard residue.contradictions.isEmpty, residue.reworded == 0, residue.shared.count >= 3,
      !residue.isLight || Set((residue.old + residue.new).map(\.gap)).count > 1
    else { return nil }
    let (a, b) = (residue.old.filter(\.isContent), residue.new.filter(\.isContent))
    let gaps = Set(a.map(\.gap)).intersection(b.map(\.gap))
    guard !gaps.isEmpty, gaps.count <= 2 else { return nil }
    let (left, right) = (a.filter { gaps.contains($0.gap) }, b.filter { gaps.contains($0.gap) })
    // Some more words may have come or gone, where a whole clause became another one.
    let others = a.count + b.count - left.count - right.count
    guard others == 0 || others < left.count + right.count && left.count + right.count > 3 else { return nil }
    guard left.count + right.count > 2, left.count <= Self.longestClause, right.count <= Self.longestClause else {
      return nil
    }
    let (one, other) = (scalars(left, old), scalars(right, new))
    guard Double(one.intersection(other).count) < 0.2 * Double(min(one.count, other.count)) else { return nil }
    return (place(left, in: old), place(right, in: new))
  }

  private static let longestClause = 12

  private func scalars(_ pieces: [SenseResidue.Piece], _ text: AnalysedText) -> Set<Unicode.Scalar> {
    Set(pieces.flatMap { Array(String(decoding: text.bytes[$0.token.range], as: UTF8.self).unicodeScalars) })
  }

  /// Whether something stands in a gap: a word with a sense of its own, or the date for which words stand on the other side.
  private func says(_ pieces: [SenseResidue.Piece], _ gap: Int) -> Bool {
    pieces.contains { piece in
      if case .date? = piece.token.sign { return piece.gap == gap }
      return piece.gap == gap && piece.isContent
    }
  }

  /// "The company", which is named elsewhere in the other version.
  private func isOneFirm(_ a: [SenseResidue.Piece], _ b: [SenseResidue.Piece]) -> Bool {
    isFirm(a, old) && isSaid(b, new, in: old) || isFirm(b, new) && isSaid(a, old, in: new)
  }

  private func isFirm(_ pieces: [SenseResidue.Piece], _ text: AnalysedText) -> Bool {
    guard pieces.count == 1, let piece = pieces.first else { return false }
    return SenseTables.shared.firmWords.contains(String(decoding: text.bytes[piece.token.range], as: UTF8.self))
  }

  /// Whether all words of one version stand in the other one, wherever.
  private func isSaid(_ pieces: [SenseResidue.Piece], _ text: AnalysedText, in other: AnalysedText) -> Bool {
    pieces.allSatisfy { other.bytes[...].firstRange(of: text.bytes[$0.token.range]) != nil }
  }

  /// Whether hardly anything of a sentence is left: what it said before is no longer said.
  func isOtherSentence(_ residue: SenseResidue) -> Bool {
    let (a, b) = (residue.old.filter(\.isContent), residue.new.filter(\.isContent))
    return residue.place == .changed && 1...2 ~= residue.shared.count + residue.moved && !a.isEmpty && !b.isEmpty
      && a.count + b.count > 3
  }

  /// Behind the text where the words came or went.
  private func place(_ pieces: [SenseResidue.Piece], in text: AnalysedText) -> Range<Int> {
    pieces.isEmpty ? text.bytes.count..<text.bytes.count : Self.range(pieces.map(\.token))
  }

  /// Whether what came or went stands behind "and": the sentence speaks of one thing more, or of one less.
  private func isFurther(_ pieces: [SenseResidue.Piece], _ text: AnalysedText) -> Bool {
    guard let start = pieces.first?.token.range.lowerBound,
      pieces.allSatisfy({ $0.token.weight == 0 || $0.token.isName })
    else {
      return false
    }
    return Self.conjunctions.contains { text.bytes.stands($0, before: start) }
  }

  /// What was put into a sentence of the text, or taken out, where all else is as it was: a condition, a scope, a party more; nil where it tells
  /// only who says so, or what somebody is.
  func findClause(in residue: SenseResidue) -> (Range<Int>, Range<Int>)? {
    guard residue.isLight, residue.reworded == 0, residue.shared.count >= 3,
      residue.contradictions.isEmpty, residue.old.isEmpty != residue.new.isEmpty
    else { return nil }
    let (pieces, text, places) =
      residue.old.isEmpty
      ? (residue.new, new, residue.insertions.new) : (residue.old, old, residue.insertions.old)
    let content = pieces.filter(\.isContent)
    guard let first = content.first,
      content.allSatisfy({ $0.gap == first.gap && !$0.token.isName && $0.token.weight < 2 }),
      let place = places.first(where: { $0.overlaps(first.token.range) }),
      residue.place == .changed || content.allSatisfy(\.isParty),
      saysMore(content, place, text),
      !isSaid(content, text, in: residue.old.isEmpty ? old : new)
    else { return nil }
    return (
      residue.old.isEmpty ? old.bytes.count..<old.bytes.count : Self.range(content.map(\.token)),
      residue.old.isEmpty ? Self.range(content.map(\.token)) : new.bytes.count..<new.bytes.count
    )
  }

  /// Two words or a thing, but not how something is done, who says it, or an apposition.
  private func saysMore(_ pieces: [SenseResidue.Piece], _ place: Range<Int>, _ text: AnalysedText) -> Bool {
    let tables = SenseTables.shared
    guard tables.sayings.longestMatches(in: text.bytes, place).isEmpty,
      tables.backgrounds.longestMatches(in: text.bytes, place).isEmpty
    else { return false }
    let words = place.drop {
      !text.bytes[$0].isWordByte && text.bytes[$0] < 0x80 && text.bytes[$0] != UInt8(ascii: "(")
    }
    guard let start = words.first, text.bytes[start] != UInt8(ascii: "("),
      text.bytes[place.lowerBound] != UInt8(ascii: ",")
        || !Self.appositions.contains(where: { text.bytes.stands($0, at: start) })
    else { return false }
    func isGeneric(_ piece: SenseResidue.Piece) -> Bool {
      tables.generics.contains(String(decoding: text.bytes[piece.token.range], as: UTF8.self))
    }
    if pieces.allSatisfy(isGeneric) { return false }
    if pieces.count > 1 { return true }
    if text.bytes[start] < 0x80 {
      return Self.prepositions.contains { text.bytes.stands($0, before: place.upperBound) }
    }
    var cutter = WordCutter()
    for piece in pieces where text.bytes[piece.token.range.lowerBound] >= 0x80 {
      cutter.cut(text.bytes, piece.token.range)
    }
    return cutter.words.contains { $0.kind == .noun || $0.kind == .place }
  }

  private static let prepositions: [StaticString] = [" for ", " of ", " to ", " in ", " with "]
  private static let appositions: [StaticString] = ["a ", "an ", "the ", "which ", "who ", "whose ", "one of "]

  private static let conjunctions: [StaticString] = ["and ", "及", "和", "与", "、"]

  static func range(_ tokens: [SenseToken]) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }
}

/// Whether one of the small words that tell a side became the other: 外环外 and 外环内, 会前 and 会后.
enum SideChange {
  static func find(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> (SenseToken, SenseToken)? {
    var residue = SenseResidue(a, b, .changed, old, new)
    var found: (SenseToken, SenseToken)?
    residue.filterGaps { left, right in
      if found == nil, left.count == 1, right.count == 1, left[0].isFunction || right[0].isFunction,
        let one = NumeralSign.scalar(old, left[0].range.lowerBound, left[0].range.upperBound),
        let other = NumeralSign.scalar(new, right[0].range.lowerBound, right[0].range.upperBound),
        left[0].range.count == 3, right[0].range.count == 3,
        SenseTables.shared.opposites[one]?.contains(other) ?? false
      {
        found = (left[0], right[0])
      }
      return .all
    }
    return found
  }
}

extension SenseResidue.Piece {
  /// 实控人, 董事会: somebody else than the company.
  fileprivate var isParty: Bool {
    guard case .word(let word)? = token.sign else { return false }
    return ["holder", "organ", "role", "kin"].contains { word.values[$0] != nil }
  }

  /// Whether it is a word that has a sense of its own: no 将, 已, 被 and the like, which come and go.
  fileprivate var isContent: Bool {
    switch token.sign {
    case .word(let word):
      word.weight > 0
        || ["stage", "aspect", "certainty", "passive", "lead", "bound", "stance", "hedge", "many", "session"].allSatisfy
        {
          word.values[$0] == nil
        }
    case .name, nil: true
    case .figure, .date, .code: false
    }
  }
}

/// Whether two words are one thing in other words, as far as their letters and characters tell.
struct SameWording {
  let old: [UInt8]
  let new: [UInt8]

  /// Of the words of one gap: whether all of one side say what the other side says.
  func isSame(_ a: [SenseToken], _ b: [SenseToken]) -> Bool {
    if Misspelling.isOne(a, b, old, new) || isBeginning(a, old, of: b, new) || isBeginning(b, new, of: a, old) {
      return true
    }
    let plainA = a.filter { $0.sign == nil }
    let plainB = b.filter { $0.sign == nil }
    guard !plainA.isEmpty, !plainB.isEmpty else { return false }
    let (left, right) = (scalars(plainA, old), scalars(plainB, new))
    if left.allSatisfy(\.isASCII), right.allSatisfy(\.isASCII) { return isSameInLetters(plainA, plainB) }
    if Self.isContained(left, right) || Self.isContained(right, left) { return true }
    return isSameVerb(plainA, plainB, left, right)
  }

  /// 成交 of 成交额, 取决 of 取决于: a word of two characters with one more behind it, which says nothing by itself.
  private func isBeginning(_ a: [SenseToken], _ bytes: [UInt8], of b: [SenseToken], _ others: [UInt8]) -> Bool {
    guard a.count == 1, b.count == 1, a[0].range.count == 6, b[0].range.count == 9, a[0].sign == nil || b[0].sign == nil
    else { return false }
    return others[b[0].range].starts(with: bytes[a[0].range]) && others[b[0].range.upperBound - 1] >= 0x80
      && ["额", "量", "于", "率", "值", "数"].contains { others.stands(Array($0.utf8), before: b[0].range.upperBound) }
  }

  private func scalars(_ tokens: [SenseToken], _ bytes: [UInt8]) -> [Unicode.Scalar] {
    tokens.flatMap { Array(String(decoding: bytes[$0.range], as: UTF8.self).unicodeScalars) }
  }

  // MARK: Chinese

  /// 不强 and 偏弱
  func isTurnedTwice(_ a: [SenseToken], _ b: [SenseToken]) -> Bool {
    isTurnedTwice(scalars(a, old), scalars(b, new)) || isTurnedTwice(scalars(b, new), scalars(a, old))
  }

  private func isTurnedTwice(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard let place = a.firstIndex(of: "不"), place + 1 < a.count, b.count <= 6,
      let opposites = SenseTables.shared.opposites[a[place + 1].value]
    else { return false }
    return !b.contains("不") && b.contains { opposites.contains($0.value) }
  }

  /// 抵韩 in 抵达韩国, IBM of International Business Machines: a name that is written shorter.
  func isShortened(_ a: [SenseToken], _ b: [SenseToken]) -> Bool {
    if a.count == 1, b.count == 1, a[0].isName || b[0].isName {
      let (left, right) = (old[a[0].range], new[b[0].range])
      if Self.areInitials(left, of: right) || Self.areInitials(right, of: left) { return true }
    }
    guard (a + b).allSatisfy({ $0.sign == nil || $0.isName }), (a + b).contains(where: \.isName) else { return false }
    let (left, right) = (scalars(a, old), scalars(b, new))
    guard min(left.count, right.count) > 1, !left.allSatisfy(\.isASCII), !right.allSatisfy(\.isASCII) else {
      return false
    }
    return Self.isContained(left, right) || Self.isContained(right, left)
  }

  /// 高水 and 低水: words of which characters at one place say the opposite.
  func isOpposite(_ a: [SenseToken], _ b: [SenseToken]) -> Bool {
    guard (a + b).contains(where: { $0.sign == nil }) else { return false }
    return isOpposite(scalars(a, old), scalars(b, new))
  }

  private func isOpposite(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard a.count == b.count else { return Self.isNegated(a, b) || Self.isNegated(b, a) }
    let opposites = SenseTables.shared.opposites
    return zip(a, b).contains { one, other in opposites[one.value]?.contains(other.value) ?? false }
  }

  /// secured and unsecured
  private static func isNegated(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    b.count > 3 && ["un", "non", "dis", "in", "im", "non-"].contains { a.elementsEqual(Array($0.unicodeScalars) + b) }
  }

  /// 高新区 in 高新技术产业开发区: all characters of the shorter one stand in the longer one in their order.
  static func isContained(_ short: [Unicode.Scalar], _ long: [Unicode.Scalar]) -> Bool {
    guard short.count < long.count, !short.isEmpty else { return false }
    var index = 0
    for scalar in long where index < short.count && short[index] == scalar { index += 1 }
    return index == short.count
  }

  /// 开拓 and 拓展 share a character, and both are verbs or tell how something is.
  private func isSameVerb(
    _ a: [SenseToken], _ b: [SenseToken], _ left: [Unicode.Scalar], _ right: [Unicode.Scalar]
  ) -> Bool {
    guard a.count <= 2, b.count <= 2, !Set(left).isDisjoint(with: right) else { return false }
    return isVerb(a, old) && isVerb(b, new)
  }

  private func isVerb(_ tokens: [SenseToken], _ bytes: [UInt8]) -> Bool {
    var cutter = WordCutter()
    for token in tokens { cutter.cut(bytes, token.range) }
    return !cutter.words.isEmpty
      && cutter.words.allSatisfy { word in
        switch word.kind {
        case .verb, .action, .quality: true
        case .none: true
        case .noun, .place, .person: false
        }
      }
  }

  // MARK: English

  private func isSameInLetters(_ a: [SenseToken], _ b: [SenseToken]) -> Bool {
    if isInitials(a, old, of: b, new) || isInitials(b, new, of: a, old) { return true }
    return a.count == b.count
      && zip(a, b).allSatisfy { one, other in
        one.key == other.key || Self.shareBeginning(Array(one.key.utf8), Array(other.key.utf8))
          || Self.isShortened(Array(old[one.range]), Array(new[other.range]))
      }
  }

  /// approve and approval
  private static func shareBeginning(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let shared = zip(a, b).prefix { $0 == $1 }.count
    return shared >= 5 && shared * 3 >= max(a.count, b.count) * 2
  }

  /// St of Street, Corp of Corporation.
  private static func isShortened(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    guard 2...5 ~= short.count, short.count * 3 <= long.count * 2, short.first == long.first else { return false }
    var index = 0
    for byte in long where index < short.count && short[index] == byte { index += 1 }
    return index == short.count
  }

  private static func areInitials(_ short: ArraySlice<UInt8>, of long: ArraySlice<UInt8>) -> Bool {
    let words = long.split { !$0.isWordByte }.filter { word in
      !["of", "and", "the"].contains { word.elementsEqual($0.utf8) }
    }
    return words.count > 1 && short.elementsEqual(words.compactMap(\.first))
  }

  /// NDA of New Drug Application.
  private func isInitials(_ a: [SenseToken], _ first: [UInt8], of b: [SenseToken], _ second: [UInt8]) -> Bool {
    guard a.count == 1, b.count > 1, let word = a.first.map({ first[$0.range] }) else { return false }
    return word.elementsEqual(b.map { second[$0.range.lowerBound] })
  }
}
