import NewsModel
import TextBasics
import TextVersions

/// Compares one part of two versions of an article: which signs took the place of others, came, or went.
///
/// Each headline, and each sentence that changed, is two rows of tokens. What both have is taken out step by step, at one place, then
/// within the row, then within the part: equal tokens, signs that agree, words that are others for the same. What is left contradicts what
/// stands in its place, or came or went.
struct SenseComparison {
  let old: AnalysedText
  let new: AnalysedText
  let part: SenseChange.Part
  let names: SenseScan.Names
  var found: [(kind: SenseChange.Kind, old: Range<Int>, new: Range<Int>)] = []
  var residues: [SenseResidue] = []
  /// What was compared, sentence by sentence, for the facts of either version.
  var rows: (old: [[SenseToken]], new: [[SenseToken]]) = ([], [])
  /// Whether either version speaks of Hong Kong's money or market, and whether it names insiders: read once, where it matters.
  var hongKong: (old: Bool, new: Bool)?
  var insiders: (old: Bool, new: Bool)?

  init(_ old: AnalysedText, _ new: AnalysedText, _ part: SenseChange.Part, names reader: CompanyReader) {
    self.old = old
    self.new = new
    self.part = part
    let mentions = reader.mentions(in: old) + reader.mentions(in: new)
    let tables = SenseTables.shared
    names = mentions.map { (Array(Folding.fold($0.evidence.quote).utf8), tables.alias(of: $0.name) ?? $0.name) }.sorted
    {
      $0.word.count > $1.word.count
    }
  }

  consuming func reasonsOfTitle() -> [SenseChange.Reason] {
    let (a, b) = (SenseTitle.words(of: old), SenseTitle.words(of: new))
    guard !a.isEmpty, !b.isEmpty, old.bytes[a] != new.bytes[b] else { return [] }
    compare(titleTokens(old, a), titleTokens(new, b), .title)
    if let (from, to) = NameChange.findBeforeColon(old, a, new, b) { found.append((.name, from, to)) }
    if SenseTitle.asks(old) != SenseTitle.asks(new), !SenseTitle.hasQuestionWord(old), !SenseTitle.hasQuestionWord(new)
    {
      found.append((.certainty, old.title, new.title))
    }
    return reasons()
  }

  /// Without the word for a correction where it mends no claim.
  private func titleTokens(_ text: AnalysedText, _ range: Range<Int>) -> [SenseToken] {
    let isTrifle = !SenseTables.shared.trifles.longestMatches(in: text.bytes, range).isEmpty
    return SenseScan.tokens(inLine: text.bytes, range, names: names).filter { token in
      if case .word(let word)? = token.sign, word.values["correction"] != nil { !isTrifle } else { true }
    }
  }

  consuming func reasonsOfText() -> [SenseChange.Reason] {
    let changes = changedPassages()
    let isCut = isCutShort(changes)
    let isWhole = changes.contains { $0.kind == .removed || $0.kind == .added }
    let (saidBefore, saidAfter) = isWhole ? (keys(old), keys(new)) : ([], [])
    var rest = changes[...]
    while let change = rest.popFirst() {
      switch change.kind {
      case .same, .moved: break
      case .changed: compareChanged(change, &rest)
      case .removed, .added:
        if let next = rest.first, let whole = joined(change, next) {
          rest.removeFirst()
          compareChanged(whole, &rest)
        } else if let next = rest.first, Self.isReplacement(change, next) {
          rest.removeFirst()
          let (removed, added) = change.kind == .removed ? (change, next) : (next, change)
          compare(tokens(old, removed.old), tokens(new, added.new), .changed)
        } else if change.kind == .removed {
          rows.old.append(tokens(old, change.old))
          residues += residuesOfRemoved(change.old, isCut: isCut, said: saidAfter)
        } else {
          rows.new.append(tokens(new, change.new))
          residues += residuesOfAdded(change.new, said: saidBefore)
        }
      }
    }
    return reasons()
  }

  /// What is not as it was, at its places in both versions.
  private func changedPassages() -> [TextDifference.Passage] {
    let difference = TextDifference(
      from: SenseSentences.withCapitals(old, old.text), to: SenseSentences.withCapitals(new, new.text))
    return difference.passages.filter { $0.kind != .same && $0.kind != .moved }.map { passage in
      var passage = passage
      passage.old = passage.old.shifted(old.text.lowerBound)
      passage.new = passage.new.shifted(new.text.lowerBound)
      return passage
    }
  }

  private static let longestReplacement = 400
  /// Who takes out one claim or two of a short text takes them back.
  private static let fewestCut = 3

  /// A text that lost much was cut short.
  private func isCutShort(_ changes: [TextDifference.Passage]) -> Bool {
    let removed = changes.filter { $0.kind == .removed }.map(\.old)
    return removed.reduce(0) { $0 + $1.count } * 5 > old.text.count * 2
      && removed.reduce(0) { $0 + SenseSentences.count(in: old, $1) } >= Self.fewestCut
  }

  /// A sentence that was split is one with what follows; so is one that was joined with the next, which is taken off the rest.
  private mutating func compareChanged(
    _ change: TextDifference.Passage, _ rest: inout ArraySlice<TextDifference.Passage>
  ) {
    var (before, after) = (tokens(old, change.old), tokens(new, change.new))
    if let next = rest.first, next.kind == .added, next.new.lowerBound - change.new.upperBound < 3 {
      let more = tokens(new, next.new)
      if Self.isPart(more, of: before) {
        after += more
        rest.removeFirst()
      }
    } else if let next = rest.first, next.kind == .removed, next.old.lowerBound - change.old.upperBound < 3 {
      let more = tokens(old, next.old)
      if Self.isPart(more, of: after) {
        before += more
        rest.removeFirst()
      }
    }
    compare(before, after, .changed)
  }

  /// A sentence that was split, or joined with the one before it; nil where the two passages are no such thing.
  private func joined(_ change: TextDifference.Passage, _ next: TextDifference.Passage) -> TextDifference.Passage? {
    guard next.kind == .changed else { return nil }
    var whole = next
    if change.kind == .removed, 0..<3 ~= next.old.lowerBound - change.old.upperBound,
      Self.isPart(tokens(old, change.old), of: tokens(new, next.new))
    {
      whole.old = change.old.lowerBound..<next.old.upperBound
      return whole
    }
    if change.kind == .added, 0..<3 ~= next.new.lowerBound - change.new.upperBound,
      Self.isPart(tokens(new, change.new), of: tokens(old, next.old))
    {
      whole.new = change.new.lowerBound..<next.new.upperBound
      return whole
    }
    return nil
  }

  /// - Parameter said: what the newer version says.
  private func residuesOfRemoved(_ range: Range<Int>, isCut: Bool, said: Set<String>) -> [SenseResidue] {
    SenseSentences.all(old, range, names: names).map { sentence in
      var residue = SenseResidue(sentence.tokens, [], .sentence, old.bytes, new.bytes)
      residue.isCut = isCut
      residue.isBackground = sentence.isBackground
      residue.said = said
      return residue
    }
  }

  /// - Parameter said: what the older version says.
  private func residuesOfAdded(_ range: Range<Int>, said: Set<String>) -> [SenseResidue] {
    SenseSentences.all(new, range, names: names).map { sentence in
      var residue = SenseResidue([], sentence.tokens, sentence.isSequel ? .changed : .sentence, old.bytes, new.bytes)
      residue.said = said
      residue.isBackground = sentence.isBackground
      return residue
    }
  }

  /// Whether most words of a sentence stand in another one.
  private static func isPart(_ tokens: [SenseToken], of others: [SenseToken]) -> Bool {
    let keys = Set(others.map(\.key))
    let words = tokens.filter { !$0.isFunction }
    return words.count > 2 && words.count { keys.contains($0.key) } * 3 >= words.count * 2
  }

  /// A sentence where another stood.
  private static func isReplacement(_ a: TextDifference.Passage, _ b: TextDifference.Passage) -> Bool {
    guard Set([a.kind, b.kind]) == [.removed, .added] else { return false }
    let (removed, added) = a.kind == .removed ? (a, b) : (b, a)
    let isNear = removed.new.lowerBound == added.new.lowerBound || removed.new.lowerBound == added.new.upperBound
    return isNear && max(removed.old.count, added.new.count) <= longestReplacement
  }

  func tokens(_ text: AnalysedText, _ range: Range<Int>) -> [SenseToken] {
    SenseScan.tokens(in: text.bytes, range, names: names)
  }

  /// What a version says, headline and text.
  private func keys(_ text: AnalysedText) -> Set<String> {
    let tokens = tokens(text, text.title) + tokens(text, text.text)
    // 到期 and "at the end" say of no plan that it was called off.
    return Set(tokens.filter { !$0.says("stage", "ended") || $0.weight > 1 }.map(\.key))
  }

  // MARK: - Word by word

  private mutating func compare(_ before: [SenseToken], _ after: [SenseToken], _ place: SenseResidue.Place) {
    rows.old.append(before)
    rows.new.append(after)
    let (before, after) = Misspelling.removed(before, after, old.bytes, new.bytes)
    if let (x, y) = SideChange.find(before, after, old.bytes, new.bytes) { found.append((.subject, x.range, y.range)) }
    let (a, b) = (before.filter { !$0.isFunction }, after.filter { !$0.isFunction })
    var residue = SenseResidue(a, b, place, old.bytes, new.bytes)
    residue.compareFunctions(before, after)
    for (x, y) in residue.shared {
      if x.hasOtherUnit(than: y), !areOfHongKong(x, y) { found.append((.unit, x.range, y.range)) }
      if x.isReachedOtherwise(than: y) { found.append((.figure, x.range, y.range)) }
    }
    if let (x, y) = TenseChange.find(before, after, old.bytes, new.bytes), place == .changed {
      found.append((.stage, x, y))
    }
    if let (x, y) = RoleChange.find(before, after, old, new) { found.append((.subject, x.range, y.range)) }
    let wording = SameWording(old: old.bytes, new: new.bytes)
    residue.filterGaps { wording.isTurnedTwice($0, $1) || wording.isShortened($0, $1) ? .nothing : .all }
    residue.cancel(withinGaps: true)
    residue.cancelHedges()
    residue.contradictInPlace()
    residue.cancelAgreeing(withinGaps: true)
    residue.cancelKin(withinGaps: true, old.bytes, new.bytes)
    residue.contradictOneByOne()
    residue.contradictSwapped()
    residue.cancel(withinGaps: false)
    residue.cancelRounded()
    residue.cancelShares()
    residue.removeDoubleNegations()
    residue.contradict(withinGaps: true)
    residue.removeRepeated(a, b)
    residue.cancelAgreeing(withinGaps: false)
    residue.cancelKin(withinGaps: false, old.bytes, new.bytes)
    residue.contradict(withinGaps: false)
    residue.contradictPlans()
    residue.cancelInitials(old.bytes, new.bytes)
    residue.filterGaps { left, right in
      if wording.isOpposite(left, right) {
        found.append((.subject, WordChange.range(left), WordChange.range(right)))
        return .nothing
      }
      return wording.isSame(left, right) ? .signs : .all
    }
    residues.append(residue)
  }
}

extension Range<Int> {
  fileprivate func shifted(_ offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}

// MARK: - Tokens

/// How two tokens stand to each other, and what each of them counts.
extension SenseToken {
  /// Within a sentence "to" stands before any verb, and tells of no plan; nor does "has" tell that a plan came true: see `TenseChange`.
  func inSentence(of bytes: [UInt8]) -> SenseToken {
    if bytes[range].elementsEqual("has".utf8) || bytes[range].elementsEqual("have".utf8) {
      return SenseToken(range: range, key: "has", isFunction: true)
    }
    guard case .word(let word)? = sign, word.values["lead"] == "to", word.values["stage"] != nil else { return self }
    var token = self
    token.sign = .word(SenseWord(values: ["lead": "to"], weight: 0))
    token.key = "wlead=to"
    return token
  }

  /// Whether a word says something of a group, or a value of it.
  func says(_ group: String, _ value: String? = nil) -> Bool {
    if case .word(let word)? = sign { word.values[group].map { value == nil || $0 == value } ?? false } else { false }
  }

  func agrees(with other: SenseToken) -> Bool {
    switch (sign, other.sign) {
    case (.word(let a), .word(let b)): a.agrees(with: b)
    case (.date(let a), .date(let b)): a.agrees(with: b)
    case (.figure(let a), .figure(let b)): a.equals(b)
    default: false
    }
  }

  func contradicts(_ other: SenseToken) -> Bool {
    switch (sign, other.sign) {
    case (.word(let a), .word(let b)): a.contradicts(b)
    case (.date(let a), .date(let b)): a.contradicts(b)
    // A country may be part of the name of a firm, and an institution speaks of one.
    case (.name(let a), .name(let b)): ["#", "@"].allSatisfy { a.hasPrefix($0) == b.hasPrefix($0) }
    // Third in "from the third" is no number of something.
    case (.figure(let a), .figure(let b)):
      !a.isNoneBeside(b) && !b.isNoneBeside(a) && (a.unit == SenseFigure.ordinal) == (b.unit == SenseFigure.ordinal)
    case (.code, .code): true
    // 多家 and 一家
    case (.word(let word), .figure(let figure)), (.figure(let figure), .word(let word)):
      word.values["many"] != nil && figure.low == 1 && figure.high == 1
    default: false
    }
  }

  /// Third and second, from and to: what stands in any sentence, and says nothing where it was put in other words.
  func isIdleBeside(_ other: SenseToken) -> Bool {
    if let figure, let second = other.figure {
      return figure.unit == SenseFigure.ordinal && second.unit == SenseFigure.ordinal
    }
    if case .word(let word)? = sign, range.count < 5, word.values["lead"] != nil { return word.weight == 0 }
    return false
  }

  func hasOtherUnit(than other: SenseToken) -> Bool {
    guard case .figure(let a)? = sign, case .figure(let b)? = other.sign else { return false }
    return a.key == b.key && a.hasOtherUnit(than: b)
  }

  /// 增加至2万吨 and 增加2万吨
  func isReachedOtherwise(than other: SenseToken) -> Bool {
    guard case .figure(let a)? = sign, case .figure(let b)? = other.sign else { return false }
    return a.isReached != nil && b.isReached != nil && a.isReached != b.isReached
  }

  var weight: Int {
    switch sign {
    case .word(let word): word.weight
    case .figure, .name: 1
    case .date, .code, nil: 0
    }
  }

  /// Whether it says the same wherever in a sentence it stands: 累计 is said of all of it.
  var countsAnywhere: Bool {
    if case .word(let word)? = sign, word.values["amount"] ?? word.values["extent"] != nil { true } else { weight > 0 }
  }

  /// Whether the other version says it somewhere, so that a sentence with it tells nothing new. A second denial does.
  func isSaid(in keys: Set<String>) -> Bool {
    switch sign {
    case .word(let word): word.values["denial"] == nil && word.values["correction"] == nil && keys.contains(key)
    case .figure, .name, .date, .code, nil: keys.contains(key)
    }
  }

  /// Whether a word that counts by itself says the opposite of another one that does.
  func opposes(_ other: SenseToken) -> Bool {
    guard case .word(let a)? = sign, case .word(let b)? = other.sign else { return false }
    return a.weight > 0 && b.weight > 0 && a.contradicts(b)
  }

  var isWeighty: Bool { if case .word(let word)? = sign { word.weight > 0 } else { false } }

  func agreesInPart(with other: SenseToken) -> Bool {
    guard case .word(let a)? = sign, case .word(let b)? = other.sign else { return false }
    return a.values.contains { b.values[$0.key] == $0.value }
  }

  var isHedge: Bool { if case .word(let word)? = sign { word.values["hedge"] != nil } else { false } }

  var figure: SenseFigure? { if case .figure(let figure)? = sign { figure } else { nil } }

  /// A minus, or 负 before digits.
  func isMinus(_ bytes: [UInt8]) -> Bool {
    bytes[range.lowerBound] == UInt8(ascii: "-") && range.count == 1
      || bytes.stands("负", at: range.lowerBound) && range.count == 3
  }

  /// 知情人士
  var isInsider: Bool { if case .word(let word)? = sign { word.values["source"] == "insider" } else { false } }

  /// 将, 拟
  var isPlan: Bool { if case .word(let word)? = sign { word.values["stage"] == "planned" } else { false } }

  /// 批准, 签署; 完成 may lie ahead.
  var isAchieved: Bool {
    guard case .word(let word)? = sign, let stage = word.values["stage"], word.weight > 0 else { return false }
    return ["approved", "agreed", "final"].contains(stage)
  }

  var isDate: Bool { if case .date? = sign { true } else { false } }

  /// No institution, which may only tell where the news comes from.
  var isPlaceOrFirm: Bool { if case .name(let name)? = sign { !name.hasPrefix("#") } else { false } }

  var isName: Bool { if case .name? = sign { true } else { false } }

  /// 置评, 回应
  var isNoComment: Bool { if case .word(let word)? = sign { word.values["denial"] == "none" } else { false } }

  var turns: Bool { if case .word(let word)? = sign { word.values["not"] != nil } else { false } }

  /// A second 不 makes another sentence; a second 上涨 does not.
  var mayBeRepeated: Bool { !turns }
}
