import TextBasics

/// Whether an English sentence tells of something that is to come, and tells in the other version that it is there: "will employ 900 people",
/// "employs 900 people".
enum TenseChange {
  private static let fewestWords = 4

  /// The place of the word for what is to come in one of the versions, and nothing in the other one.
  static func find(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> (Range<Int>, Range<Int>)? {
    guard a.count >= fewestWords, b.count >= fewestWords else { return nil }
    let (first, second) = (a.first { isFuture($0, old) }, b.first { isFuture($0, new) })
    if let first, second == nil, !mayBeFuture(b, new), shareVerb(behind: first, a, b) {
      return (first.range, new.count..<new.count)
    }
    if let second, first == nil, !mayBeFuture(a, old), shareVerb(behind: second, b, a) {
      return (old.count..<old.count, second.range)
    }
    return nil
  }

  private static func isFuture(_ token: SenseToken, _ bytes: [UInt8]) -> Bool {
    futures.contains(String(decoding: bytes[token.range], as: UTF8.self))
  }

  private static let futures: Set = [
    "will", "is to", "are to", "expects to", "expect to", "expected to", "plans to", "plan to", "intends to", "aims to",
    "is due to", "is set to", "hopes to",
  ]

  /// Whether a row has any word by which something is still to come, "to" before a verb among them.
  private static func mayBeFuture(_ tokens: [SenseToken], _ bytes: [UInt8]) -> Bool {
    tokens.indices.contains { place in
      let token = tokens[place]
      if case .word(let word)? = token.sign {
        if word.values["lead"] == "to" { return !isBeforeThing(tokens[(place + 1)...].first, bytes) }
        if word.values["certainty"] != nil || word.values["condition"] != nil { return true }
        if let stage = word.values["stage"], ["planned", "considering", "neared"].contains(stage) { return true }
      }
      return words.contains(String(decoding: bytes[token.range], as: UTF8.self))
    }
  }

  /// To a fund, to 5%, to Japan.
  private static func isBeforeThing(_ token: SenseToken?, _ bytes: [UInt8]) -> Bool {
    guard let token else { return true }
    switch token.sign {
    case .figure, .date, .name, .code: return true
    case .word, nil:
      return ["a", "an", "the", "its", "their", "his", "her"].contains(
        String(decoding: bytes[token.range], as: UTF8.self))
    }
  }

  private static let words: Set = [
    "will", "would", "would be", "will be", "is to be", "are to be", "to be", "shall", "should", "can", "due",
    "expected", "expects", "expect", "forecast", "forecasts", "set",
    "scheduled", "slated", "planned", "plans", "future", "next", "upcoming", "coming", "from", "until", "seen", "sees",
    "promised", "pledged", "vowed", "eyes", "goal", "target", "targets", "once", "when", "starting", "beginning",
    "effective", "ahead", "tomorrow", "d", "ll",
  ]

  /// Whether one of the next words stands in the other version, too.
  private static func shareVerb(behind token: SenseToken, _ tokens: [SenseToken], _ others: [SenseToken]) -> Bool {
    guard let place = tokens.firstIndex(where: { $0.range == token.range }) else { return false }
    let keys = Set(others.filter { !$0.isFunction }.map(\.key))
    return tokens[(place + 1)...].filter { !$0.isFunction }.prefix(1).contains { keys.contains($0.key) }
  }
}

/// How far the matters of a text have got: each verb with the words for its stage that stand before it.
///
/// 已建成投产 and 预计年底前建成投产 have the verb in common, and "considers suspending" and "has suspended" have. Where the sentence was put in
/// other words, 已 and 预计 alone tell nothing, since both stand before many verbs; before one verb, they contradict each other.
enum StageRoles {
  /// What is told of a verb.
  ///
  /// 拟 is a plan like others, and next to a verb says that nothing of it has happened.
  private enum Stage { case none, done, planned, intended, considered, possible }

  private struct Use {
    var stage: Stage
    var token: SenseToken
    var count = 1
  }

  static func contradiction(
    _ a: [[SenseToken]], _ b: [[SenseToken]], _ oldBytes: [UInt8], _ newBytes: [UInt8]
  ) -> (SenseToken, SenseToken)? {
    let (old, new) = (uses(a, oldBytes), uses(b, newBytes))
    let (isOldOpen, isNewOpen) = (isOpen(a), isOpen(b))
    for key in old.keys.sorted() {
      guard let one = old[key], let other = new[key], one.count == 1, other.count == 1,
        contradict(one.stage, other.stage) || one.stage == .intended && other.stage == .none && !isNewOpen
          || one.stage == .none && other.stage == .intended && !isOldOpen
      else { continue }
      return (one.token, other.token)
    }
    return nil
  }

  private static func contradict(_ a: Stage, _ b: Stage) -> Bool {
    func isDone(_ a: Stage, _ b: Stage) -> Bool { a == .done && b != .done && b != .none }
    func isTalk(_ a: Stage, _ b: Stage) -> Bool { a == .considered && (b == .none || b == .planned || b == .intended) }
    return isDone(a, b) || isDone(b, a) || isTalk(a, b) || isTalk(b, a)
  }

  /// Whether a text tells of anything that is still to come.
  private static func isOpen(_ rows: [[SenseToken]]) -> Bool {
    rows.joined().contains { $0.says("aspect", "open") || $0.says("stage", "planned") || $0.says("hedge") }
  }

  /// How far a word for a stage reaches.
  private static let reach = 4

  /// By key, the words of a text that may be a verb, with what stands before each in its clause.
  private static func uses(_ rows: [[SenseToken]], _ bytes: [UInt8]) -> [String: Use] {
    var found: [String: Use] = [:]
    for row in rows {
      let borders = SenseBorder.all(row, bytes)
      var (marker, left) = (Use?.none, 0)
      for (place, token) in row.enumerated() {
        if borders[place] != .none { (marker, left) = (nil, 0) }
        if let stage = stage(of: token, bytes) {
          // "Plans to" behind "considers" is still considered.
          if left <= 0 || marker?.stage == .done { marker = Use(stage: stage, token: token) }
          left = reach
          continue
        }
        guard !token.isFunction, token.figure == nil, !token.isDate, !token.isName else { continue }
        if token.isVerbLike(bytes) {
          if found[token.key] != nil {
            found[token.key]?.count += 1
          } else {
            // What is considered stands next to the word for it.
            var use = left > 0 && (marker?.stage != .considered || left == reach) ? marker : nil
            if use?.stage == .intended, left < reach { use?.stage = .planned }
            // 已完成 in one word
            if token.range.count > 3, bytes.stands("已", at: token.range.lowerBound) {
              use = Use(stage: .done, token: token)
            }
            found[token.key] = use ?? Use(stage: .none, token: token)
          }
        }
        left -= 1
      }
    }
    return found
  }

  /// What stands behind 将 where it tells what is to come.
  private static let followers: [StaticString] = ["于", "在", "会", "继续", "从", "开展", "进行", "召开", "推出", "发布", "公布"]

  /// No talks and no review, which are things.
  private static let considering: [StaticString] = [
    "consider", "mull", "weigh", "explor", "ponder", "考虑", "正考虑", "酝酿",
  ]

  private static func stage(of token: SenseToken, _ bytes: [UInt8]) -> Stage? {
    guard case .word(let word)? = token.sign else { return nil }
    switch word.values["stage"] {
    // 将 may stand before what something is done to.
    case "planned":
      if bytes.stands("拟", at: token.range.lowerBound), token.range.count == 3 { return .intended }
      let isLoose = token.range.count == 3 && word.values["certainty"] != nil
      return isLoose && !followers.contains { bytes.stands($0, at: token.range.upperBound) } ? nil : .planned
    case "considering":
      return considering.contains { bytes.stands($0, at: token.range.lowerBound) } ? .considered : nil
    default: break
    }
    if word.values["aspect"] == "done" { return .done }
    if word.values["hedge"] != nil { return .planned }
    return word.values["certainty"] == "possible" && word.values["source"] == nil ? .possible : nil
  }
}

extension SenseToken {
  /// A word of two characters or four letters, or a sign.
  fileprivate func isVerbLike(_ bytes: [UInt8]) -> Bool {
    if case .word(let word)? = sign {
      return (word.weight > 0 || word.values["phase"] != nil)
        && ["move", "source", "certainty", "not"].allSatisfy { word.values[$0] == nil }
    }
    return range.count >= (bytes[range.lowerBound] < 0x80 ? 4 : 6)
  }
}

// MARK: - What each row has one of

extension SenseResidue {
  /// Two figures that changed places, while the words around them stay where they are: 1.87 for 1.68 and 1.68 for 1.87.
  mutating func contradictSwapped() {
    let (left, right) = (loneFigures(old), loneFigures(new))
    for (gap, one) in left {
      guard let other = right[gap], one.token.key != other.token.key, left.count < 6,
        let place = left.first(where: { $0.value.token.key == other.token.key })?.key, place > gap,
        right[place]?.token.key == one.token.key
      else { continue }
      contradictions.append((one.token, other.token))
      old.removeAll { $0.gap == gap && $0.token.figure != nil || $0.gap == place && $0.token.figure != nil }
      new.removeAll { $0.gap == gap && $0.token.figure != nil || $0.gap == place && $0.token.figure != nil }
    }
  }

  /// By gap, its figure where it has one alone, and few other words.
  private func loneFigures(_ pieces: [Piece]) -> [Int: Piece] {
    Dictionary(grouping: pieces) { $0.gap }.compactMapValues { pieces in
      let figures = pieces.filter { $0.token.figure != nil }
      return figures.count == 1 && pieces.count < 4 ? figures.first : nil
    }
  }

  /// Whether both rows say something of a group, in one word or in two for the same.
  func shares(_ group: String, _ value: String) -> Bool { shared.contains { $0.0.says(group, value) } }

  /// 投票失败 is 未能通过投票.
  mutating func dropFailures() {
    func places(_ pieces: [Piece], _ others: [Piece]) -> (Int, Int)? {
      guard let place = pieces.firstIndex(where: { $0.token.says("result", "lost") }),
        let other = others.firstIndex(where: \.token.turns)
      else { return nil }
      return (place, other)
    }
    if let (place, other) = places(old, new) {
      old.remove(at: place)
      new.remove(at: other)
    } else if let (place, other) = places(new, old) {
      new.remove(at: place)
      old.remove(at: other)
    }
  }
}
