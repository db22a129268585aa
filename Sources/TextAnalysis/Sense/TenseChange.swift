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
    "will", "would", "shall", "should", "can", "due", "expected", "expects", "expect", "forecast", "forecasts", "set",
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

  /// Of what a sentence says one of: who speaks, which court. Where each row has one left, wherever, one took the place of the other.
  private static let lone = [
    "role", "court", "basis", "capacity", "house", "holder", "stake", "share", "debt", "issue", "kin", "home", "exam",
    "party", "crime", "extreme", "measure", "asset", "organ", "side", "estimate", "move2", "pay",
  ]

  mutating func contradictAlone() {
    let (left, right) = (
      old.indices.filter { old[$0].token.isPlaceOrFirm }, new.indices.filter { new[$0].token.isPlaceOrFirm }
    )
    if left.count == 1, right.count == 1, let one = left.first, let other = right.first,
      old[one].token.contradicts(new[other].token)
    {
      contradictions.append((old.remove(at: one).token, new.remove(at: other).token))
    }
    for group in Self.lone {
      let (left, right) = (
        old.indices.filter { old[$0].token.says(group) }, new.indices.filter { new[$0].token.says(group) }
      )
      guard left.count == 1, right.count == 1, let one = left.first, let other = right.first,
        old[one].token.contradicts(new[other].token)
      else { continue }
      contradictions.append((old.remove(at: one).token, new.remove(at: other).token))
    }
  }
}
