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
      !a.isEmpty && !b.isEmpty || isFurther(a, old) || isFurther(b, new)
    {
      return (place(a, in: old), place(b, in: new))
    }
    return nil
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
    guard let start = pieces.first?.token.range.lowerBound, pieces.allSatisfy({ $0.token.weight == 0 }) else {
      return false
    }
    return Self.conjunctions.contains { text.bytes.stands($0, before: start) }
  }

  private static let conjunctions: [StaticString] = ["and ", "及", "和", "与", "、"]

  static func range(_ tokens: [SenseToken]) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }
}

extension SenseResidue.Piece {
  /// Whether it is a word that has a sense of its own: no 将, 已, 被 and the like, which come and go.
  fileprivate var isContent: Bool {
    switch token.sign {
    case .word(let word):
      word.weight > 0
        || ["stage", "certainty", "passive", "lead", "bound"].allSatisfy { word.values[$0] == nil }
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
    if Misspelling.isOne(a, b, old, new) { return true }
    let plainA = a.filter { $0.sign == nil }
    let plainB = b.filter { $0.sign == nil }
    guard !plainA.isEmpty, !plainB.isEmpty else { return false }
    let (left, right) = (scalars(plainA, old), scalars(plainB, new))
    if left.allSatisfy(\.isASCII), right.allSatisfy(\.isASCII) { return isSameInLetters(plainA, plainB) }
    if Self.isContained(left, right) || Self.isContained(right, left) { return true }
    return isSameVerb(plainA, plainB, left, right)
  }

  private func scalars(_ tokens: [SenseToken], _ bytes: [UInt8]) -> [Unicode.Scalar] {
    tokens.flatMap { Array(String(decoding: bytes[$0.range], as: UTF8.self).unicodeScalars) }
  }

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

  /// 抵韩 in 抵达韩国: a name that is written shorter.
  func isShortened(_ a: [SenseToken], _ b: [SenseToken]) -> Bool {
    guard (a + b).allSatisfy({ $0.sign == nil || $0.isName }), (a + b).contains(where: \.isName) else { return false }
    let (left, right) = (scalars(a, old), scalars(b, new))
    guard min(left.count, right.count) > 1, !left.allSatisfy(\.isASCII), !right.allSatisfy(\.isASCII) else {
      return false
    }
    return Self.isContained(left, right) || Self.isContained(right, left)
  }

  // MARK: Chinese

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

  /// NDA of New Drug Application.
  private func isInitials(_ a: [SenseToken], _ first: [UInt8], of b: [SenseToken], _ second: [UInt8]) -> Bool {
    guard a.count == 1, b.count > 1, let word = a.first.map({ first[$0.range] }) else { return false }
    return word.elementsEqual(b.map { second[$0.range.lowerBound] })
  }
}

// MARK: - The same words at other places

/// Whether those of whom a sentence speaks changed places: 甲起诉乙 and 乙起诉甲 have the same words.
enum RoleChange {
  /// Longer rows have too many places to try.
  private static let mostTokens = 40

  /// What changed places; nil where none did.
  static func find(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> (SenseToken, SenseToken)? {
    let (left, right) = (a.filter { !$0.isFunction && !$0.isIdle }, b.filter { !$0.isFunction && !$0.isIdle })
    let (firsts, others) = (left.filter { !$0.isPassive }, right.filter { !$0.isPassive })
    guard haveSameWords(firsts, others) else { return nil }
    if hasPassive(left) != hasPassive(right) {
      // Who stands first stays where it is, and does no longer what is done to it.
      return firsts[0].key == others[0].key ? (firsts[0], others[0]) : nil
    }
    // What somebody said may stand before or behind his name; clauses that changed places say the same.
    guard !hasQuotes(a, old), !hasQuotes(b, new), clauses(left, old).sorted() != clauses(right, new).sorted() else {
      return nil
    }
    if let found = swapped(firsts, others) { return found }
    // 公司为子公司担保: with the words that only hold others together, where those too are the same.
    return haveSameWords(a, b) ? swapped(a, b) : nil
  }

  /// By noon is no passive.
  private static func hasPassive(_ tokens: [SenseToken]) -> Bool {
    zip(tokens, tokens.dropFirst()).contains { token, next in
      guard token.isPassive else { return false }
      switch next.sign {
      case .figure, .date: return false
      case .word, .name, .code, nil: return true
      }
    }
  }

  private static func haveSameWords(_ a: [SenseToken], _ b: [SenseToken]) -> Bool {
    a.count == b.count && a.count > 1 && a.count <= mostTokens && a.map(\.key).sorted() == b.map(\.key).sorted()
  }

  private static func hasQuotes(_ tokens: [SenseToken], _ bytes: [UInt8]) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return false }
    return bytes[max(first.range.lowerBound - 1, 0)..<last.range.upperBound].contains(UInt8(ascii: "\""))
  }

  /// The keys of each clause: of what stands between commas, stops and, in Chinese, blanks.
  private static func clauses(_ tokens: [SenseToken], _ bytes: [UInt8]) -> [String] {
    var clauses: [String] = []
    var end: Int?
    for token in tokens {
      if let end, !parts(bytes[end..<max(end, token.range.lowerBound)], bytes[token.range.lowerBound]) {
        clauses[clauses.count - 1] += " " + token.key
      } else {
        clauses.append(token.key)
      }
      end = token.range.upperBound
    }
    return clauses
  }

  private static func parts(_ between: ArraySlice<UInt8>, _ next: UInt8) -> Bool {
    if between.contains(where: { ",;.!?\n".utf8.contains($0) }) { return true }
    // 。 and 、, of which only the first one ends a clause.
    let stop: [UInt8] = Array("。".utf8)
    if between.count >= 3, between.indices.dropLast(2).contains(where: { between[$0..<$0 + 3].elementsEqual(stop) }) {
      return true
    }
    return next >= 0x80 && between.elementsEqual(" ".utf8)
  }

  /// 甲和乙 are 乙和甲.
  private static let conjunctions: Set = ["和", "与", "及", "以及", "暨", "同", "and", "or"]

  /// `x M y` that became `y M x`, where M stays.
  private static func swapped(_ a: [SenseToken], _ b: [SenseToken]) -> (SenseToken, SenseToken)? {
    var (start, end) = (0, a.count)
    while start < end, a[start].key == b[start].key { start += 1 }
    while end > start, a[end - 1].key == b[end - 1].key { end -= 1 }
    let (left, right) = (a[start..<end].map(\.key), b[start..<end].map(\.key))
    let count = left.count
    guard count > 2 else { return nil }
    for first in 1..<count - 1 where left[..<first].elementsEqual(right[(count - first)...]) {
      for last in 1..<count - first where left[(count - last)...].elementsEqual(right[..<last]) {
        let middle = left[first..<count - last]
        guard middle.elementsEqual(right[last..<count - first]), !middle.allSatisfy(conjunctions.contains) else {
          continue
        }
        return (a[start], b[start])
      }
    }
    return nil
  }
}

extension SenseToken {
  /// 被, by
  fileprivate var isPassive: Bool { if case .word(let word)? = sign { word.values["passive"] != nil } else { false } }

  /// What stands anywhere in a sentence, and small words that come and go.
  fileprivate var isIdle: Bool {
    switch sign {
    case .date, .code: true
    case .word(let word): word.weight == 0 && word.values["stage"] != nil
    case .figure, .name, nil: false
    }
  }
}
