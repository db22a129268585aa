import NewsModel
import TextBasics
import TextVersions

/// Compares one part of two versions of an article: which signs took the place of others, came, or went.
///
/// Each headline, and each sentence that changed, is two rows of tokens. What both have is taken out step by step, at one place, then
/// within the row, then within the part: equal tokens, signs that agree, words that are others for the same. What is left contradicts what
/// stands in its place, or came or went.
struct SenseComparison {
  private let old: AnalysedText
  private let new: AnalysedText
  private let part: SenseChange.Part
  private let names: SenseScan.Names
  private var found: [(kind: SenseChange.Kind, old: Range<Int>, new: Range<Int>)] = []
  private var residues: [SenseResidue] = []
  /// Whether either version speaks of Hong Kong's money or market, and whether it names insiders: read once, where it matters.
  private var hongKong: (old: Bool, new: Bool)?
  private var insiders: (old: Bool, new: Bool)?

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
          residues += residuesOfRemoved(change.old, isCut: isCut, said: saidAfter)
        } else {
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

  private func tokens(_ text: AnalysedText, _ range: Range<Int>) -> [SenseToken] {
    SenseScan.tokens(in: text.bytes, range, names: names)
  }

  /// What a version says, headline and text.
  private func keys(_ text: AnalysedText) -> Set<String> {
    let tokens = tokens(text, text.title) + tokens(text, text.text)
    return Set(tokens.map(\.key))
  }

  // MARK: - Word by word

  private mutating func compare(_ before: [SenseToken], _ after: [SenseToken], _ place: SenseResidue.Place) {
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
    residue.contradictAlone()
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

  // MARK: - The verdict

  private mutating func reasons() -> [SenseChange.Reason] {
    cancelAcross()
    if residues.contains(where: { ($0.old + $0.new).contains(where: \.token.isInsider) }) {
      insiders = (isInsiderNamed(in: old), isInsiderNamed(in: new))
    }
    for residue in residues {
      for (x, y) in residue.contradictions.sorted(by: { $0.0.range.lowerBound < $1.0.range.lowerBound }) {
        if x.key == y.key, areOfHongKong(x, y) { continue }
        found.append((x.key == y.key ? .unit : x.kind(against: y), x.range, y.range))
      }
      let words = WordChange(old: old, new: new)
      var told = words.find(in: residue) ?? (residue.place == .sentence ? nil : words.findReplaced(in: residue))
      if told == nil, residues.count == 1 || residue.place == .title { told = words.findClause(in: residue) }
      if told == nil, residues.count == 1, words.isOtherSentence(residue) {
        told = (WordChange.range(residue.old.map(\.token)), WordChange.range(residue.new.map(\.token)))
      }
      if let (from, to) = told { found.append((.subject, from, to)) }
      if told == nil, residue.place == .title { findNames(residue) }
      if told == nil, residue.place == .changed, let (from, to) = NameChange.findInText(residue, old, new) {
        found.append((.name, from, to))
      }
      // What is told as a part of other words is not told again.
      for piece in residue.old where counts(piece, in: residue, isGone: true) {
        guard told?.0.overlaps(piece.token.range) != true else { continue }
        found.append((piece.token.kind, piece.token.range, new.bytes.count..<new.bytes.count))
      }
      for piece in residue.new where counts(piece, in: residue, isGone: false) {
        guard told?.1.overlaps(piece.token.range) != true else { continue }
        found.append((piece.token.kind, old.bytes.count..<old.bytes.count, piece.token.range))
      }
    }
    return found.map { reason in
      SenseChange.Reason(
        reason.kind, part, old: reason.old.isEmpty ? "" : old.quote(reason.old),
        new: reason.new.isEmpty ? "" : new.quote(reason.new))
    }
  }

  /// What was moved from one sentence to another: first what is equal, then what says the same, as +1.8% in a line of a list and 涨1.8% in a
  /// sentence do.
  private mutating func cancelAcross() {
    cancelAcross {
      $0.sign == nil ? [] : [$0.key]
    } isEqual: {
      $0.key == $1.key
    }
    cancelAcross {
      if case .word(let word)? = $0.sign, word.weight > 0 { word.values.map { "\($0.key)=\($0.value)" } } else { [] }
    } isEqual: {
      $0.agrees(with: $1)
    }
  }

  private mutating func cancelAcross(
    _ keys: (SenseToken) -> [String], isEqual: (SenseToken, SenseToken) -> Bool
  ) {
    guard residues.count > 1 else { return }
    var places: [String: [Int]] = [:]
    for (index, residue) in residues.enumerated() {
      for key in residue.new.flatMap({ keys($0.token) }) { places[key, default: []].append(index) }
    }
    for index in residues.indices {
      var kept: [SenseResidue.Piece] = []
      for piece in residues[index].old {
        var other: Int?
        for key in keys(piece.token) where other == nil { other = places[key]?.popLast() }
        if let other, let place = residues[other].new.firstIndex(where: { isEqual(piece.token, $0.token) }) {
          residues[other].new.remove(at: place)
        } else {
          kept.append(piece)
        }
      }
      residues[index].old = kept
    }
  }

  /// 3亿元 of a text that speaks of Hong Kong's money or market are 3亿港元.
  private mutating func areOfHongKong(_ a: SenseToken, _ b: SenseToken) -> Bool {
    guard Set([a.figure?.unit, b.figure?.unit]) == ["CNY", "HKD"] else { return false }
    func isOfHongKong(_ text: AnalysedText) -> Bool {
      Self.hongKongWords.contains { text.bytes.firstRange(of: $0) != nil }
    }
    let places = hongKong ?? (isOfHongKong(old), isOfHongKong(new))
    hongKong = places
    let isOld = a.figure?.unit == "CNY"
    let amount = isOld ? old.bytes[a.range] : new.bytes[b.range]
    return (isOld ? places.old : places.new) && amount.firstRange(of: Array("人民币".utf8)) == nil
  }

  private static let hongKongWords = ["港元", "港币", "港仙", "恒指", "恒生", "港股"].map { Array($0.utf8) }

  private mutating func findNames(_ residue: SenseResidue) {
    var residue = residue
    residue.filterGaps { a, b in
      let (left, right) = (a.filter { $0.sign == nil }, b.filter { $0.sign == nil })
      if let (from, to) = NameChange.find(left, right, old, new) { found.append((.name, from, to)) }
      return .all
    }
  }

  private static let strictBounds: [StaticString] = ["不", "至少", "至多", "最多", "最少", "上限", "下限", "最高", "最低"]

  /// 不排除 of what both say may happen.
  private func isSaidAlready(_ word: SenseWord, _ shared: [(SenseToken, SenseToken)]) -> Bool {
    guard word.values["certainty"] == "possible", word.values["source"] == nil else { return false }
    return shared.contains {
      if case .word(let other)? = $0.0.sign {
        other.values["certainty"] == "possible" && other.weight > 1
      } else {
        false
      }
    }
  }

  /// Whether a version tells anywhere that insiders are its source.
  private func isInsiderNamed(in text: AnalysedText) -> Bool {
    tokens(text, text.text).contains(where: \.isInsider)
  }

  /// 英伟达 before CEO only tells more of the one who is named.
  private func isFollowedByRole(_ token: SenseToken, _ bytes: [UInt8]) -> Bool {
    let tables = SenseTables.shared
    guard let match = tables.words.longestMatch(in: bytes, at: token.range.upperBound),
      case .signs(let words) = tables.uses[match.word]
    else { return false }
    return words.contains { $0.values["role"] != nil }
  }

  /// Delta Air Lines, where the other headline says Delta.
  private func isLongerName(_ token: SenseToken, _ text: AnalysedText, than other: AnalysedText) -> Bool {
    let first = text.bytes[token.range].prefix { $0.isWordByte }
    return first.count > 3 && other.bytes[other.title].firstRange(of: first) != nil
  }

  /// Aluminium in "steel and aluminium", where the other version speaks of steel alone.
  private func isOneMore(_ token: SenseToken, _ bytes: [UInt8], in residue: SenseResidue, isGone: Bool) -> Bool {
    guard token.says("asset"), !residue.isLight || residue.reworded > 0 else { return false }
    return residue.shared.contains { pair in
      let other = isGone ? pair.0 : pair.1
      guard other.says("asset") else { return false }
      let (first, last) = other.range.lowerBound < token.range.lowerBound ? (other, token) : (token, other)
      return first.range.upperBound < last.range.lowerBound
        && bytes[first.range.upperBound..<last.range.lowerBound].elementsEqual(" and ".utf8)
    }
  }

  /// Whether a sign that came or went changes the sense by itself.
  private func counts(_ piece: SenseResidue.Piece, in residue: SenseResidue, isGone: Bool) -> Bool {
    let token = piece.token
    if isGone && residue.isCut || residue.isBackground || token.isSaid(in: residue.said) { return false }
    switch token.sign {
    case .word(let word):
      // Where little changed, a word was put in or taken out on purpose.
      // -3% of a fall that both tell.
      if token.isMinus(isGone ? old.bytes : new.bytes), residue.shared.contains(where: { $0.0.agrees(with: token) }) {
        return false
      }
      if isSaidAlready(word, residue.shared) { return false }
      // 约10亿元 and 至多10亿元
      if word.values["bound"] != nil, residue.isLight, residue.reworded == 0, residue.old.count + residue.new.count == 1
      {
        return Self.strictBounds.contains { (isGone ? old : new).bytes.stands($0, at: token.range.lowerBound) }
      }
      if token.isInsider, let insiders, isGone ? insiders.new : insiders.old { return false }
      let isCorrection = residue.isLight && residue.reworded == 0
      if isOneMore(token, isGone ? old.bytes : new.bytes, in: residue, isGone: isGone) { return true }
      // What was called off was planned, and what was agreed was talked of.
      let (isPlan, isTalk) = (word.values["stage"] == "planned", word.values["stage"] == "considering")
      if isPlan && residue.shares("stage", "ended") || isTalk && residue.shares("stage", "agreed") { return false }
      guard word.weight >= (isCorrection ? 1 : residue.place.rawValue) || word.weight == 3 else { return false }
      // What is said in other words that no table knows may say the same.
      let others = isGone ? residue.new : residue.old
      return word.weight > 1 || !others.contains { ($0.gap == piece.gap || !residue.isLight) && $0.token.sign == nil }
    // An institution that is named tells where the news comes from.
    case .name(let name):
      return residue.place == .title && residue.isLight && !name.hasPrefix("#") && !name.hasPrefix("@")
        && !isFollowedByRole(token, isGone ? old.bytes : new.bytes)
        && !isLongerName(token, isGone ? old : new, than: isGone ? new : old)
    case .figure(let figure):
      // 一家公司 is 公司, and a year only tells more of a time. A sentence with figures that is added leaves the others as they are.
      let hasUnit = figure.unit != nil
      if figure.isAside || residue.isDifference(figure) || figure.unit == SenseFigure.both
        || SenseResidue.isRestated(token.range, isGone ? old.bytes : new.bytes)
      {
        return false
      }
      if figure.isAll, (residue.shared.map(\.0) + (residue.old + residue.new).map(\.token)).contains(where: \.isAll) {
        return false
      }
      return figure.unit != SenseFigure.ordinal
        && (hasUnit && figure.unit != SenseFigure.counted || figure.low != 1 && !figure.isYear)
        && (residue.place != .sentence || isGone && hasUnit)
    case .date, .code, nil: return false
    }
  }
}

extension SenseToken {
  /// 全资, all
  fileprivate var isAll: Bool {
    if case .word(let word)? = sign { word.values["extent"] == "all" || word.values["own"] == "all" } else { false }
  }
}

extension SenseFigure {
  fileprivate var isAll: Bool { unit == "%" && low == 100 && high == 100 }

  var isYear: Bool { unit == nil && 1990...2050 ~= low && low == low.rounded() }
}

extension SenseToken {
  fileprivate func kind(against other: SenseToken) -> SenseChange.Kind {
    if case .word(let a)? = sign, case .word(let b)? = other.sign { a.kind(against: b) } else { kind }
  }

  fileprivate var kind: SenseChange.Kind {
    switch sign {
    case .word(let word): word.kind
    case .date: .date
    case .figure(let figure): figure.isYear ? .date : .figure
    case .name, .code, nil: .name
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(_ offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
