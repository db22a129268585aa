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

  /// a350, 5g
  private static func hasDigits(_ tokens: [SenseToken], _ text: AnalysedText) -> Bool {
    tokens.contains { text.bytes[$0.range].contains(where: \.isDigit) }
  }

  /// A word with a capital where others have none.
  private static func isName(_ token: SenseToken, _ text: AnalysedText) -> Bool {
    guard token.sign == nil, text.bytes[token.range].allSatisfy({ $0 < 0x80 }), token.range.count > 1 else {
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
    if let found = turned(a, b, old, new) ?? reversed(a, b, old, new) ?? OwnerChange.find(a, b) { return found }
    guard haveSameWords(firsts, others) else { return nil }
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
      for last in 1..<count - first where left[(count - last)...].elementsEqual(right[..<last]) {
        let middle = left[first..<count - last]
        guard middle.elementsEqual(right[last..<count - first]), !middle.allSatisfy(conjunctions.contains) else {
          continue
        }
        // 涨0.6%报41美元 and 报41美元涨0.6% name nobody who could change places.
        let (one, other) = (a[start..<start + first], a[end - last..<end])
        guard one.count == 1 && other.count == 1 || (one + other).allSatisfy({ $0.figure == nil }) else { continue }
        return (a[start], b[start])
      }
    }
    return nil
  }
}

/// Whether two figures changed places between those of which they were told: M2 grew by 8% and M1 by 5%, or the other way round.
enum OwnerChange {
  /// What of a figure is told before it, by group.
  private static let groups = [
    "measure", "asset", "money", "area", "house", "car", "channel", "insure", "zone", "tier", "bourse", "power",
    "sector",
    "capital", "fund", "bank", "grade", "share",
  ]

  static func find(_ a: [SenseToken], _ b: [SenseToken]) -> (SenseToken, SenseToken)? {
    let (before, after) = (owners(a), owners(b))
    var changes: [String: SenseToken] = [:]
    for (key, owner) in before.sorted(by: { $0.key < $1.key }) {
      guard let other = after[key] else { continue }
      for group in groups {
        guard let one = owner.values[group], let two = other.values[group], one != two else { continue }
        if let token = changes["\(group) \(two) \(one)"] { return (token, other.token) }
        changes["\(group) \(one) \(two)"] = owner.token
      }
    }
    return nil
  }

  /// The figures that stand once in a row, with what was told last before each of them.
  private static func owners(_ tokens: [SenseToken]) -> [String: (token: SenseToken, values: [String: String])] {
    var (values, found, repeated) = ([String: String](), [String: (SenseToken, [String: String])](), Set<String>())
    for token in tokens {
      switch token.sign {
      case .word(let word): values.merge(word.values) { $1 }
      case .figure:
        if found.updateValue((token, values), forKey: token.key) != nil { repeated.insert(token.key) }
      case .date, .name, .code, nil: break
      }
    }
    return found.filter { !repeated.contains($0.key) }.mapValues { (token: $0.0, values: $0.1) }
  }
}

extension SenseToken {
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
