import NewsModel
import TextBasics
import TextVersions

/// Compares one part of two versions of an article: which signs took the place of others, came, or went.
struct SenseComparison {
  /// How a piece of text changed: a headline and a changed sentence are compared word by word; a sentence that came or went whole says less
  /// of what the others say.
  private enum Place: Int {
    case sentence = 3
    case changed = 2
    case title = 1
  }

  private struct Loose {
    var token: SenseToken
    var place: Place
  }

  private let old: AnalysedText
  private let new: AnalysedText
  private let part: SenseChange.Part
  private let names: SenseScan.Names
  private var found: [(kind: SenseChange.Kind, old: Range<Int>, new: Range<Int>)] = []
  /// Signs that went, and those that came.
  private var gone: [Loose] = []
  private var come: [Loose] = []

  init(_ old: AnalysedText, _ new: AnalysedText, _ part: SenseChange.Part, names reader: CompanyReader) {
    self.old = old
    self.new = new
    self.part = part
    let mentions = reader.mentions(in: old) + reader.mentions(in: new)
    names = mentions.map { (Array(Folding.fold($0.evidence.quote).utf8), $0.name) }.sorted {
      $0.word.count > $1.word.count
    }
  }

  consuming func reasonsOfTitle() -> [SenseChange.Reason] {
    let (a, b) = (SenseTitle.words(of: old), SenseTitle.words(of: new))
    guard !a.isEmpty, !b.isEmpty, old.bytes[a] != new.bytes[b] else { return [] }
    compare(tokens(old, a), tokens(new, b), .title)
    if SenseTitle.asks(old) != SenseTitle.asks(new), !SenseTitle.hasQuestionWord(old), !SenseTitle.hasQuestionWord(new)
    {
      found.append((.certainty, old.title, new.title))
    }
    return reasons()
  }

  consuming func reasonsOfText() -> [SenseChange.Reason] {
    let (a, b) = (old.text, new.text)
    let difference = TextDifference(from: Array(old.bytes[a]), to: Array(new.bytes[b]))
    let changes = difference.passages.filter { $0.kind != .same && $0.kind != .moved }
    // A text that lost much was cut short.
    let isCut = changes.reduce(0) { $0 + ($1.kind == .removed ? $1.old.count : 0) } * 5 > a.count * 2
    var index = 0
    while index < changes.count {
      let change = changes[index]
      let next = index + 1 < changes.count ? changes[index + 1] : nil
      let (from, to) = (change.old.shifted(a.lowerBound), change.new.shifted(b.lowerBound))
      if change.kind == .changed {
        compare(tokens(old, from), tokens(new, to), .changed)
      } else if let next, Self.isReplacement(change, next) {
        let (removed, added) = change.kind == .removed ? (change, next) : (next, change)
        compare(
          tokens(old, removed.old.shifted(a.lowerBound)), tokens(new, added.new.shifted(b.lowerBound)), .changed)
        index += 1
      } else if change.kind == .removed {
        if !isCut { gone += loose(old, from) }
      } else {
        come += loose(new, to)
      }
      index += 1
    }
    return reasons()
  }

  private static let longestReplacement = 400

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

  /// The signs of sentences that came or went, but for those that tell what has long been so.
  private func loose(_ text: AnalysedText, _ range: Range<Int>) -> [Loose] {
    Sentences(text.bytes, range).flatMap { sentence -> [Loose] in
      let isBackground = !SenseTables.shared.backgrounds.longestMatches(in: text.bytes, sentence).isEmpty
      return tokens(text, sentence).filter { token in
        guard token.sign != nil else { return false }
        if case .word(let word)? = token.sign, word.values["correction"] != nil { return true }
        return !isBackground
      }.map { Loose(token: $0, place: .sentence) }
    }
  }

  // MARK: - Word by word

  private mutating func compare(_ a: [SenseToken], _ b: [SenseToken], _ place: Place) {
    var numbers: [String: Int] = [:]
    func numbered(_ tokens: [SenseToken]) -> [Int] {
      tokens.map { token in
        let number = numbers[token.key] ?? numbers.count
        numbers[token.key] = number
        return number
      }
    }
    let (goneBefore, comeBefore) = (gone.count, come.count)
    let pairs = SequenceMatch(numbered(a), numbered(b)).pairs()
    var (nextA, nextB) = (0, 0)
    for (x, y) in pairs + [(a.count, b.count)] {
      if nextA < x || nextB < y { judge(Array(a[nextA..<x]), Array(b[nextB..<y]), place) }
      if x < a.count, y < b.count { compareUnits(a[x], b[y]) }
      (nextA, nextB) = (x + 1, y + 1)
    }
    settle(goneBefore, comeBefore, a, b)
  }

  /// 8.6亿元 and 8.6亿美元 are the same number.
  private mutating func compareUnits(_ a: SenseToken, _ b: SenseToken) {
    guard case .figure(_, _, let unitA?)? = a.sign, case .figure(_, _, let unitB?)? = b.sign, unitA != unitB else {
      return
    }
    found.append((.unit, a.range, b.range))
  }

  /// What stood between two tokens that both have, and what stands there now.
  private mutating func judge(_ a: [SenseToken], _ b: [SenseToken], _ place: Place) {
    if !a.isEmpty, !b.isEmpty, Misspelling.isOne(a, b, old.bytes, new.bytes) { return }
    var (left, right) = (a.filter { $0.sign != nil }, b.filter { $0.sign != nil })
    cancelEqual(&left, &right)
    pair(&left, &right)
    gone += left.map { Loose(token: $0, place: place) }
    come += right.map { Loose(token: $0, place: place) }
    guard place == .title, !a.isEmpty, !b.isEmpty else { return }
    let (plainA, plainB) = (a.filter { $0.sign == nil }, b.filter { $0.sign == nil })
    if let (from, to) = NameChange.find(plainA, plainB, old, new) { found.append((.name, from, to)) }
  }

  private mutating func cancelEqual(_ left: inout [SenseToken], _ right: inout [SenseToken]) {
    left.removeAll { token in
      guard let index = right.firstIndex(where: { $0.key == token.key }) else { return false }
      compareUnits(token, right.remove(at: index))
      return true
    }
  }

  /// Finds signs that took the place of others.
  private mutating func pair(_ left: inout [SenseToken], _ right: inout [SenseToken]) {
    left.removeAll { token in
      if let index = right.firstIndex(where: { token.agrees(with: $0) }) {
        right.remove(at: index)
        return true
      }
      guard let index = right.firstIndex(where: { token.contradicts($0) }) else { return false }
      let other = right.remove(at: index)
      found.append((token.kind(against: other), token.range, other.range))
      return true
    }
  }

  /// What went here and came there within a sentence; a word that stands elsewhere in it still says what it said.
  private mutating func settle(_ goneBefore: Int, _ comeBefore: Int, _ a: [SenseToken], _ b: [SenseToken]) {
    var (left, right) = (gone[goneBefore...].map(\.token), come[comeBefore...].map(\.token))
    let place =
      gone.count > goneBefore ? gone[goneBefore].place : come.count > comeBefore ? come[comeBefore].place : .title
    gone.removeSubrange(goneBefore...)
    come.removeSubrange(comeBefore...)
    cancelEqual(&left, &right)
    let (keysA, keysB) = (Set(a.map(\.key)), Set(b.map(\.key)))
    left.removeAll { $0.mayBeRepeated && keysB.contains($0.key) }
    right.removeAll { $0.mayBeRepeated && keysA.contains($0.key) }
    pairHeavy(&left, &right)
    gone += left.map { Loose(token: $0, place: place) }
    come += right.map { Loose(token: $0, place: place) }
  }

  /// At different places of a sentence only signs that count by themselves contradict each other.
  private mutating func pairHeavy(_ left: inout [SenseToken], _ right: inout [SenseToken]) {
    var heavyLeft = left.filter { $0.weight > 0 }
    var heavyRight = right.filter { $0.weight > 0 }
    left.removeAll { $0.weight > 0 }
    right.removeAll { $0.weight > 0 }
    pair(&heavyLeft, &heavyRight)
    left += heavyLeft
    right += heavyRight
  }

  // MARK: - The verdict

  private mutating func reasons() -> [SenseChange.Reason] {
    // What was moved from one sentence to another.
    gone.removeAll { loose in
      guard let index = come.firstIndex(where: { $0.token.key == loose.token.key }) else { return false }
      come.remove(at: index)
      return true
    }
    for loose in gone where counts(loose, isGone: true) {
      found.append((loose.token.kind, loose.token.range, new.bytes.count..<new.bytes.count))
    }
    for loose in come where counts(loose, isGone: false) {
      found.append((loose.token.kind, old.bytes.count..<old.bytes.count, loose.token.range))
    }
    return found.map { reason in
      SenseChange.Reason(
        reason.kind, part, old: reason.old.isEmpty ? "" : old.quote(reason.old),
        new: reason.new.isEmpty ? "" : new.quote(reason.new))
    }
  }

  /// Whether a sign that came or went changes the sense by itself.
  private func counts(_ loose: Loose, isGone: Bool) -> Bool {
    switch loose.token.sign {
    case .word(let word): word.weight >= loose.place.rawValue
    case .name: loose.place == .title
    case .figure(let low, _, let unit):
      // 一家公司 is 公司, and a year only tells more of a time. A sentence with figures that is added leaves the others as they are.
      unit != "th" && (unit != nil || low != 1 && !(1990...2050 ~= low))
        && (loose.place != .sentence || isGone && unit != nil)
    case .date, .code, nil: false
    }
  }
}

// MARK: - Tokens

extension SenseToken {
  fileprivate func agrees(with other: SenseToken) -> Bool {
    switch (sign, other.sign) {
    case (.word(let a), .word(let b)): a.agrees(with: b)
    case (.date(let a), .date(let b)): a.agrees(with: b)
    default: false
    }
  }

  fileprivate func contradicts(_ other: SenseToken) -> Bool {
    switch (sign, other.sign) {
    case (.word(let a), .word(let b)): a.contradicts(b)
    case (.date(let a), .date(let b)): a.contradicts(b)
    case (.figure, .figure), (.name, .name), (.code, .code): true
    default: false
    }
  }

  fileprivate func kind(against other: SenseToken) -> SenseChange.Kind {
    if case .word(let a)? = sign, case .word(let b)? = other.sign { a.kind(against: b) } else { kind }
  }

  fileprivate var kind: SenseChange.Kind {
    switch sign {
    case .word(let word): word.kind
    case .date: .date
    case .figure(let low, _, nil) where 1990...2050 ~= low && low == low.rounded(): .date
    case .figure: .figure
    case .name, .code, nil: .name
    }
  }

  fileprivate var weight: Int {
    switch sign {
    case .word(let word): word.weight
    case .figure, .name: 1
    case .date, .code, nil: 0
    }
  }

  /// A second 不 makes another sentence; a second 上涨 does not.
  fileprivate var mayBeRepeated: Bool {
    if case .word(let word)? = sign { word.values["not"] == nil } else { true }
  }
}

extension Range<Int> {
  fileprivate func shifted(_ offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}

/// The sentences of a range, as far as background goes.
private struct Sentences: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var range: Range<Int>

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  mutating func next() -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    var end = range.lowerBound + 1
    while end < range.upperBound, !isEnd(end) { end += 1 }
    defer { range = end..<range.upperBound }
    return range.lowerBound..<end
  }

  /// Behind 。 and a line break, and behind a full stop before a blank.
  private func isEnd(_ place: Int) -> Bool {
    bytes[place - 1] == UInt8(ascii: "\n") || bytes.stands("。", before: place)
      || bytes[place - 1] == UInt8(ascii: ".") && bytes[place] == UInt8(ascii: " ")
  }
}
