import NewsModel
import TextBasics

/// What is told of the differences that are left.
extension SenseComparison {
  mutating func reasons() -> [SenseChange.Reason] {
    cancelAcross()
    let facts = FactRoles(rows.old, rows.new, old.bytes, new.bytes)
    dropAgreed(facts)
    dropMoved()
    dropZones()
    dropDerived()
    dropUnless()
    dropNegatedEnds()
    if found.isEmpty, residues.allSatisfy({ $0.contradictions.isEmpty }) {
      found += facts.contradictions().map { ($0.kind, $0.old.range, $0.new.range) }
      found += LoneFacts.contradictions(rows.old, rows.new).filter {
        !($0.0.isWholeHours(from: $0.1) && haveOtherZones())
      }.map { (.subject, $0.0.range, $0.1.range) }
      if let (x, y) = StageRoles.contradiction(rows.old, rows.new, old.bytes, new.bytes) {
        found.append((.stage, x.range, y.range))
      }
    }
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

  /// Figures and names that moved to other sentences, and took each other's places there: both versions have each of them as often.
  private mutating func dropMoved() {
    guard max(rows.old.count, rows.new.count) > 1, residues.contains(where: { !$0.contradictions.isEmpty }) else {
      return
    }
    func counts(_ rows: [[SenseToken]]) -> [String: Int] {
      rows.joined().reduce(into: [:]) { $0[$1.key, default: 0] += 1 }
    }
    let (before, after) = (counts(rows.old), counts(rows.new))
    func isMoved(_ token: SenseToken) -> Bool {
      (token.figure != nil || token.isName) && before[token.key] == after[token.key]
    }
    for index in residues.indices {
      residues[index].contradictions.removeAll { isMoved($0) && isMoved($1) }
      residues[index].old.removeAll { isMoved($0.token) }
      residues[index].new.removeAll { isMoved($0.token) }
    }
  }

  /// What will not be lifted stays: two words that turn a sentence round, next to each other, and none of them in other words.
  private mutating func dropNegatedEnds() {
    func isEnd(_ token: SenseToken) -> Bool { token.says("undo") || token.says("stage", "ended") }
    func drop(_ pieces: inout [SenseResidue.Piece]) {
      guard let place = pieces.firstIndex(where: \.token.turns),
        let end = pieces.firstIndex(where: {
          isEnd($0.token) && 0...24 ~= $0.token.range.lowerBound - pieces[place].token.range.upperBound
        })
      else { return }
      pieces.remove(at: max(place, end))
      pieces.remove(at: min(place, end))
    }
    for index in residues.indices where residues[index].place != .sentence && residues[index].reworded > 0 {
      drop(&residues[index].old)
      drop(&residues[index].new)
      residues[index].dropFailures()
    }
  }

  /// 除非提出方案 is 若不提出方案, a condition that is turned round; "should prices rise" is "if prices rise".
  private mutating func dropUnless() {
    func stands(_ words: [StaticString], _ rows: [[SenseToken]], _ bytes: [UInt8]) -> Bool {
      rows.joined().contains { token in words.contains { bytes.stands($0, at: token.range.lowerBound) } }
    }
    let (unless, should): ([StaticString], [StaticString]) = (["除非", "unless"], ["should ", "were "])
    let before = stands(unless, rows.old, old.bytes) && rows.new.joined().contains { $0.says("condition") }
    let after = stands(unless, rows.new, new.bytes) && rows.old.joined().contains { $0.says("condition") }
    let (mayBefore, mayAfter) = (stands(should, rows.old, old.bytes), stands(should, rows.new, new.bytes))
    func remove(_ pieces: inout [SenseResidue.Piece], _ isDropped: (SenseToken) -> Bool) {
      if let place = pieces.firstIndex(where: { isDropped($0.token) }) { pieces.remove(at: place) }
    }
    for index in residues.indices {
      if after, !before { remove(&residues[index].old, \.turns) }
      if before, !after { remove(&residues[index].new, \.turns) }
      if mayAfter, !mayBefore { remove(&residues[index].old) { $0.says("condition", "yes") } }
      if mayBefore, !mayAfter { remove(&residues[index].new) { $0.says("condition", "yes") } }
    }
  }

  /// A figure that only one version tells, and the other one tells by how much it differs from a figure of both: up 0.1 points to 0.6%, and 0.6%
  /// behind 0.5%.
  private mutating func dropDerived() {
    let keys = Set(rows.new.joined().map(\.key))
    let shared = rows.old.joined().lazy.compactMap { keys.contains($0.key) ? $0.figure : nil }.prefix(60)
    for index in residues.indices where !residues[index].contradictions.isEmpty {
      func isDerived(_ x: SenseToken, _ y: SenseToken) -> Bool {
        guard let a = x.figure, let b = y.figure, a.unit != b.unit || a.unit == "%" else { return false }
        return shared.contains { $0.isApart(a, by: b) || $0.isApart(b, by: a) }
      }
      let count = residues[index].contradictions.count
      residues[index].contradictions.removeAll { isDerived($0, $1) }
      guard residues[index].contradictions.count < count else { continue }
      residues[index].old.removeAll { $0.token.says("width") || $0.token.says("move") }
      residues[index].new.removeAll { $0.token.says("width") || $0.token.says("move") }
    }
  }

  /// Words that seem to contradict each other, since each stands where the other stood, and belong to figures of which both versions tell the same.
  private mutating func dropAgreed(_ facts: FactRoles) {
    guard residues.contains(where: { !$0.contradictions.isEmpty }) else { return }
    let places = facts.agreements()
    for index in residues.indices {
      residues[index].contradictions.removeAll { x, y in
        guard case .word(let one)? = x.sign, case .word(let other)? = y.sign,
          let old = places.old[x.range.lowerBound], let new = places.new[y.range.lowerBound]
        else { return false }
        return one.contradictions(other).isSubset(of: old.intersection(new))
      }
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
  mutating func areOfHongKong(_ a: SenseToken, _ b: SenseToken) -> Bool {
    guard Set([a.figure?.unit, b.figure?.unit]) == ["CNY", "HKD"] else { return false }
    func isOfHongKong(_ text: AnalysedText) -> Bool {
      Self.hongKongWords.contains { text.bytes.firstRange(of: $0) != nil }
    }
    // 仙 are of Hong Kong alone.
    if (a.figure?.unit == "HKD" ? old.bytes[a.range] : new.bytes[b.range]).suffix(3).elementsEqual("仙".utf8) {
      return true
    }
    let places = hongKong ?? (isOfHongKong(old), isOfHongKong(new))
    hongKong = places
    let isOld = a.figure?.unit == "CNY"
    let amount = isOld ? old.bytes[a.range] : new.bytes[b.range]
    return (isOld ? places.old : places.new) && amount.firstRange(of: Array("人民币".utf8)) == nil
  }

  /// Times of day of two zones, some hours apart.
  private mutating func dropZones() {
    func isClock(_ piece: SenseResidue.Piece) -> Bool { piece.token.isClock }
    guard
      residues.contains(where: {
        $0.contradictions.contains { $0.0.isClock }
          || $0.old.contains(where: isClock) && $0.new.contains(where: isClock)
      }), haveOtherZones()
    else { return }
    for index in residues.indices {
      residues[index].contradictions.removeAll { $0.isWholeHours(from: $1) }
      guard let one = residues[index].old.first(where: isClock), let other = residues[index].new.first(where: isClock),
        one.token.isWholeHours(from: other.token)
      else { continue }
      residues[index].old.removeAll { $0.token.range == one.token.range }
      residues[index].new.removeAll { $0.token.range == other.token.range }
    }
  }

  /// 美东时间上午8时30分 and 北京时间20:30 may be one.
  private func haveOtherZones() -> Bool {
    func zones(_ bytes: [UInt8]) -> Set<Int> {
      Set(Self.zones.indices.filter { zone in Self.zones[zone].contains { bytes.firstRange(of: $0) != nil } })
    }
    let (before, after) = (zones(old.bytes), zones(new.bytes))
    return !before.isEmpty && !after.isEmpty && before.isDisjoint(with: after)
  }

  private static let zones = [
    ["北京时间", "香港时间", "beijing time", "hong kong time"], ["美东", "纽约时间", " et", " edt", " est", "eastern"],
    ["格林尼治", " gmt", " utc", "gmt)"], ["伦敦时间", " bst", "london time"], ["东京时间", "tokyo time", " jst"],
  ].map { $0.map { Array($0.utf8) } }

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

extension SenseToken {
  fileprivate var isClock: Bool { if case .date(let date)? = sign { date.parts[.minute] != nil } else { false } }

  /// Whether two times of day are some hours apart, and nothing else of them differs.
  fileprivate func isWholeHours(from other: SenseToken) -> Bool {
    guard case .date(var a)? = sign, case .date(var b)? = other.sign,
      let one = a.parts.removeValue(forKey: .minute), let two = b.parts.removeValue(forKey: .minute)
    else { return false }
    return (one - two).isMultiple(of: 60) && !a.contradicts(b)
  }
}

extension SenseFigure {
  /// Whether it is more or less than another figure by a third one, in points or by a part of it.
  fileprivate func isApart(_ other: SenseFigure, by difference: SenseFigure) -> Bool {
    guard low == high, other.low == other.high, !hasOtherUnit(than: other), difference.unit == "pp" else {
      return false
    }
    return abs(abs(low - other.low) - difference.low) < 1e-6
  }

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
