import TextBasics

/// Whether those of whom a sentence speaks changed places: 甲起诉乙 and 乙起诉甲 have the same words.
enum RoleChange {
  /// Longer rows have too many places to try.
  private static let mostTokens = 40

  /// What changed places; nil where none did.
  static func find(
    _ a: [SenseToken], _ b: [SenseToken], _ first: AnalysedText, _ second: AnalysedText
  ) -> (SenseToken, SenseToken)? {
    let (old, new) = (first.bytes, second.bytes)
    let (left, right) = (a.filter { !$0.isFunction && !$0.isIdle }, b.filter { !$0.isFunction && !$0.isIdle })
    let (firsts, others) = (left.filter { !$0.isPassive }, right.filter { !$0.isPassive })
    if let found = turned(a, b, old, new) ?? reversed(a, b, old, new) ?? agents(a, b, old, new)
      ?? guaranteed(a, b, old, new) ?? joined(a, b, old, new)
    {
      return found
    }
    guard haveSameWords(firsts, others) else { return swappedNames(left, right, first, second) }
    if left.count(where: \.isPassive) != right.count(where: \.isPassive), hasPassive(left) != hasPassive(right) {
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

  /// 甲将乙诉至法院 and 甲被乙诉至法院: what somebody does to the next one is done to him.
  private static func turned(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> (SenseToken, SenseToken)? {
    func marks(_ tokens: [SenseToken], _ bytes: [UInt8], _ marks: [StaticString]) -> [String: SenseToken] {
      var found: [String: SenseToken] = [:]
      for (token, next) in zip(tokens, tokens.dropFirst())
      where marks.contains(where: { bytes.stands($0, at: token.range.lowerBound) && token.range.count == 3 }) {
        if next.weight == 0 || next.isName { found[next.key] = token }
      }
      return found
    }
    let (does, suffers): ([StaticString], [StaticString]) = (["将", "把"], ["被", "遭"])
    for (left, right) in [(does, suffers), (suffers, does)] {
      let (before, after) = (marks(a, old, left), marks(b, new, right))
      if let key = before.keys.sorted().first(where: { after[$0] != nil }), let one = before[key],
        let other = after[key]
      {
        return (one, other)
      }
    }
    return nil
  }

  /// 由集合竞价变更为做市 and 由做市变更为集合竞价
  private static func reversed(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> (SenseToken, SenseToken)? {
    guard let (left, right) = ends(a, old), let (first, last) = ends(b, new), left.key != right.key,
      left.key == last.key, right.key == first.key
    else { return nil }
    return (left, first)
  }

  /// What stands behind 由 and behind 变更为.
  private static func ends(_ tokens: [SenseToken], _ bytes: [UInt8]) -> (SenseToken, SenseToken)? {
    guard let start = tokens.firstIndex(where: { $0.range.count == 3 && bytes.stands("由", at: $0.range.lowerBound) }),
      let change = tokens[start...].prefix(12).firstIndex(where: { token in
        changes.contains { bytes.stands($0, at: token.range.lowerBound) }
      }),
      let one = tokens[(start + 1)..<change].first(where: { !$0.isFunction }),
      let other = tokens[(change + 1)...].first(where: { !$0.isFunction })
    else { return nil }
    return (one, other)
  }

  /// 由甲领投 and 由乙领投
  private static func agents(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> (SenseToken, SenseToken)? {
    let (left, right) = (behindBy(a, old), behindBy(b, new))
    for (end, token) in left.enumerated().dropFirst() {
      guard let other = right.dropFirst().firstIndex(where: { $0.key == token.key }) else { continue }
      let (one, two) = (characters(left[..<end], old), characters(right[..<other], new))
      return one.count > 1 && two.count > 1 && one.isDisjoint(with: two) ? (left[0], right[0]) : nil
    }
    return nil
  }

  /// The next words behind the only 由, if no figure or day is among them.
  private static func behindBy(_ tokens: [SenseToken], _ bytes: [UInt8]) -> [SenseToken] {
    let places = tokens.indices.filter {
      tokens[$0].range.count == 3 && bytes.stands("由", at: tokens[$0].range.lowerBound)
    }
    guard places.count == 1, let place = places.first else { return [] }
    let words = Array(tokens[(place + 1)...].filter { !$0.isFunction }.prefix(5))
    return words.contains { $0.figure != nil || $0.isDate } ? [] : words
  }

  private static func characters(_ tokens: ArraySlice<SenseToken>, _ bytes: [UInt8]) -> Set<Unicode.Scalar> {
    Set(tokens.flatMap { Array(String(decoding: bytes[$0.range], as: UTF8.self).unicodeScalars) })
  }

  /// 子公司为公司担保 and 公司为子公司担保
  private static func guaranteed(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> (SenseToken, SenseToken)? {
    let (left, right) = (sides(a, old), sides(b, new))
    func find(_ one: [SenseToken], _ other: [SenseToken], _ there: [SenseToken], _ here: [SenseToken]) -> (
      SenseToken, SenseToken
    )? {
      for token in one where !here.contains(where: { $0.key == token.key }) {
        if let match = other.first(where: { $0.key == token.key }), !there.contains(where: { $0.key == token.key }) {
          return (token, match)
        }
      }
      return nil
    }
    guard let left, let right else { return nil }
    return find(left.before, right.behind, right.before, left.behind)
      ?? find(left.behind, right.before, right.behind, left.before)
  }

  private static let guarantees = ["担保", "保证", "连带责任", "增信"].map { Array($0.utf8) }

  /// The words before the only 为 of a clause that tells of a guarantee, and the next ones behind it.
  private static func sides(_ tokens: [SenseToken], _ bytes: [UInt8]) -> (before: [SenseToken], behind: [SenseToken])? {
    guard let first = tokens.first, let last = tokens.last,
      let place = tokens.firstIndex(where: { $0.range.count == 3 && bytes.stands("为", at: $0.range.lowerBound) }),
      guarantees.contains(where: { bytes[first.range.lowerBound..<last.range.upperBound].firstRange(of: $0) != nil })
    else { return nil }
    func parties(_ tokens: ArraySlice<SenseToken>) -> [SenseToken] {
      tokens.filter { !$0.isFunction && $0.figure == nil && !$0.isDate }
    }
    return (parties(tokens[max(0, place - 4)..<place]), parties(tokens[(place + 1)...].prefix(4)))
  }

  /// 公司及 before one who stood alone: the firm is a party, too.
  private static func joined(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> (SenseToken, SenseToken)? {
    let (left, right) = (partners(a, old), partners(b, new))
    guard left != nil || right != nil else { return nil }
    let list = Array("公司、".utf8)
    guard old.firstRange(of: list) == nil, new.firstRange(of: list) == nil else { return nil }
    if let (firm, partner) = right, left == nil, let other = a.first(where: { $0.key == partner.key }) {
      return (other, firm)
    }
    if let (firm, partner) = left, right == nil, let other = b.first(where: { $0.key == partner.key }) {
      return (firm, other)
    }
    return nil
  }

  /// The firm that begins a clause before 及, and who stands behind it.
  private static func partners(_ tokens: [SenseToken], _ bytes: [UInt8]) -> (SenseToken, SenseToken)? {
    for place in tokens.indices.dropLast(2) where bytes.stands("公司", at: tokens[place].range.lowerBound) {
      let next = tokens[place + 1]
      guard ["及", "及其"].contains(String(decoding: bytes[next.range], as: UTF8.self)),
        SenseBorder.all(tokens, bytes)[place] != .none
          || bytes[tokens[place].range.lowerBound - 1] == UInt8(ascii: ":")
      else { continue }
      return (tokens[place], tokens[place + 2])
    }
    return nil
  }

  private static let changes: [StaticString] = ["变更", "改为", "调整", "转为", "变为", "更名", "改成", "转成"]

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

  /// Analysts in "analysts at a bank say" do nothing to the bank.
  private static func areAnalysts(_ middle: ArraySlice<SenseToken>) -> Bool { middle.allSatisfy { $0.key == analysts } }

  private static let analysts = SenseTables.shared.words.number(of: "analysts").flatMap { number in
    if case .same(let row) = SenseTables.shared.uses[number] { "s\(row)" } else { nil }
  }

  private static let longestParty = 4

  /// 甲和乙 are 乙和甲.
  private static let conjunctions: Set = ["和", "与", "及", "以及", "暨", "同", "and", "or"]

  /// `x M y` that became `y M x`, where M stays.
  private static func swapped(_ a: [SenseToken], _ b: [SenseToken]) -> (SenseToken, SenseToken)? {
    var (start, end) = (0, a.count)
    while start < end, a[start].key == b[start].key { start += 1 }
    while end > start, a[end - 1].key == b[end - 1].key { end -= 1 }
    let (left, right) = (a[start..<end].map(\.key), b[start..<end].map(\.key))
    let count = left.count
    // 分别为3万辆和2万辆
    if count == 2, left[0] == right[1], left[1] == right[0], a[start].figure != nil, a[start + 1].figure != nil {
      return (a[start], b[start])
    }
    guard count > 2 else { return nil }
    for first in 1..<count - 1 where left[..<first].elementsEqual(right[(count - first)...]) {
      // Those who do something have short names.
      for last in 1..<count - first
      where first <= longestParty && last <= longestParty && left[(count - last)...].elementsEqual(right[..<last]) {
        let middle = left[first..<count - last]
        guard middle.elementsEqual(right[last..<count - first]), !middle.allSatisfy(conjunctions.contains),
          !a[start..<end].contains(where: \.isNoComment), !areAnalysts(a[start + first..<end - last])
        else { continue }
        // 涨0.6%报41美元 and 报41美元涨0.6% name nobody who could change places.
        let (one, other) = (a[start..<start + first], a[end - last..<end])
        guard one.count == 1 && other.count == 1 || (one + other).allSatisfy({ $0.figure == nil }) else { continue }
        return (a[start], b[start])
      }
    }
    return nil
  }
}

// MARK: - Names among other words

extension RoleChange {
  /// A name of one word or more, by the places of its tokens.
  private typealias Name = (keys: [String], range: Range<Int>)

  /// `Moravia owes state lender CEB` and `court papers show CEB owes Moravia`: two names with one verb between them that changed places, whatever
  /// else was put in other words.
  private static func swappedNames(
    _ a: [SenseToken], _ b: [SenseToken], _ old: AnalysedText, _ new: AnalysedText
  ) -> (SenseToken, SenseToken)? {
    guard a.count <= mostTokens, b.count <= mostTokens else { return nil }
    let (left, right) = (names(a, old), names(b, new))
    for (x, y) in zip(left, left.dropFirst()) {
      for (first, second) in zip(right, right.dropFirst())
      where first.keys.last == y.keys.last && second.keys.last == x.keys.last && x.keys.last != y.keys.last {
        let (before, after) = (between(x, y, a, old.bytes), between(first, second, b, new.bytes))
        guard before.contains(where: \.isPassive) == after.contains(where: \.isPassive),
          before.contains(where: { one in one.isVerbOfParties && after.contains { one.key == $0.key } })
        else { continue }
        return (a[x.range.lowerBound], b[first.range.lowerBound])
      }
    }
    return nil
  }

  private static let longestVerb = 4

  private static func between(_ x: Name, _ y: Name, _ tokens: [SenseToken], _ bytes: [UInt8]) -> ArraySlice<SenseToken>
  {
    let middle = tokens[x.range.upperBound..<y.range.lowerBound]
    guard middle.count <= longestVerb, let first = middle.first, let last = middle.last else { return [] }
    // Kazakhstan, a member of OPEC
    let place = tokens[x.range.upperBound - 1].range.upperBound..<tokens[y.range.lowerBound].range.lowerBound
    guard first.range.lowerBound >= place.lowerBound, last.range.upperBound <= place.upperBound,
      !bytes[place].contains(UInt8(ascii: ","))
    else { return [] }
    return middle
  }

  private static func names(_ tokens: [SenseToken], _ text: AnalysedText) -> [Name] {
    let capitals = text.quotes(tokens.map { $0.range.prefix(1) }).map { $0.first?.isUppercase ?? false }
    guard capitals.count == tokens.count else { return [] }
    var names: [Name] = []
    for (place, token) in tokens.enumerated() where token.isName || token.sign == nil && capitals[place] {
      if let last = names.last, last.range.upperBound == place {
        names[names.count - 1] = (last.keys + [token.key], last.range.lowerBound..<place + 1)
      } else {
        names.append(([token.key], place..<place + 1))
      }
    }
    return names
  }
}

extension SenseToken {
  /// 收购, owes: no word that only joins two names.
  fileprivate var isVerbOfParties: Bool {
    switch sign {
    case .word(let word): word.values["lead"] == nil && word.values["when"] == nil && !isPassive
    case nil: !Self.relations.contains(key)
    case .figure, .date, .name, .code: false
    }
  }

  private static let relations = Set(
    [
      "member", "unit", "supplier", "subsidiary", "rival", "partner", "owner", "maker", "division", "ally", "parent",
      "analyst", "economist", "spokesman", "spokeswoman", "spokesperson", "official", "minister", "client", "customer",
    ].map(EnglishForms.stem))

  /// 被, by
  fileprivate var isPassive: Bool { if case .word(let word)? = sign { word.values["passive"] != nil } else { false } }

  /// What stands anywhere in a sentence, and small words that come and go.
  fileprivate var isIdle: Bool {
    switch sign {
    case .date, .code: true
    case .word(let word): word.weight == 0 && (word.values["stage"] ?? word.values["aspect"]) != nil
    case .figure, .name, nil: false
    }
  }
}
