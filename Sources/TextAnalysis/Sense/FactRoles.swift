import NewsModel
import TextBasics

/// The facts of a text: each figure with what is told of it, by role.
///
/// A desk may tell facts in another order and in other clauses. A figure keeps what belongs to it: which way it goes, what it is compared
/// with, what it measures, whose it is. So figures that stand once in either version are paired by their values, wherever they stand, and
/// what is told of each is compared. What only one version tells of a figure says nothing.
struct FactRoles {
  struct Fact {
    var figure: SenseFigure
    var token: SenseToken
    /// What is told of the figure, by group.
    var roles: [String: Role] = [:]
  }

  struct Role {
    var values: Set<String>
    var token: SenseToken
  }

  /// What stands nearest, before the figure rather than behind it.
  private static let ways = ["move"]
  /// Where a clause of English has it behind the figure.
  private static let comparisons = ["basis"]
  private static let owners = [
    "measure", "asset", "money", "area", "house", "car", "channel", "insure", "zone", "tier", "bourse", "power",
    "sector", "capital", "fund", "bank", "grade", "share", "turnover", "amount",
  ]

  let old: [String: Fact]
  let new: [String: Fact]

  init(_ a: [[SenseToken]], _ b: [[SenseToken]], _ oldBytes: [UInt8], _ newBytes: [UInt8]) {
    old = Self.facts(a, oldBytes)
    new = Self.facts(b, newBytes)
  }

  /// What is told otherwise of a figure that both versions have: the words, or the figure itself where its unit is another one.
  func contradictions() -> [(kind: SenseChange.Kind, old: SenseToken, new: SenseToken)] {
    old.keys.sorted().flatMap { key -> [(kind: SenseChange.Kind, old: SenseToken, new: SenseToken)] in
      guard let one = old[key], let other = new[key] else { return [] }
      if one.figure.hasOtherUnit(than: other.figure), !isOfOtherMoney(one.figure, other.figure) {
        return [(.unit, one.token, other.token)]
      }
      return (Self.ways + Self.comparisons + Self.owners + ["country", "firm", "lead", "bound", "body", "pace"])
        .compactMap {
          group in
          guard let before = one.roles[group], let after = other.roles[group],
            before.values.isDisjoint(with: after.values)
          else { return nil }
          let kind: SenseChange.Kind =
            ["country", "firm"].contains(group) ? .name : Self.ways.contains(group) ? .direction : .subject
          return (kind, before.token, after.token)
        }
    }
  }

  /// Where the words stand that either version tells of a figure, and the other one tells of the same figure, with their groups: 涨 of 沪铜涨0.86%,
  /// wherever in a list it stands.
  func agreements() -> (old: [Int: Set<String>], new: [Int: Set<String>]) {
    var places: (old: [Int: Set<String>], new: [Int: Set<String>]) = ([:], [:])
    for (key, one) in old {
      guard let other = new[key] else { continue }
      for (group, before) in one.roles {
        guard let after = other.roles[group], before.values == after.values else { continue }
        places.old[before.token.range.lowerBound, default: []].insert(group)
        places.new[after.token.range.lowerBound, default: []].insert(group)
      }
    }
    return places
  }

  /// 3亿元 of a text that speaks of Hong Kong's money or market are 3亿港元.
  private func isOfOtherMoney(_ a: SenseFigure, _ b: SenseFigure) -> Bool { Set([a.unit, b.unit]) == ["CNY", "HKD"] }

  // MARK: - Reading

  /// By value, the figures that stand once.
  private static func facts(_ rows: [[SenseToken]], _ bytes: [UInt8]) -> [String: Fact] {
    var (found, repeated) = ([String: Fact](), Set<String>())
    for row in rows {
      let borders = SenseBorder.all(row, bytes)
      for place in row.indices {
        guard let figure = row[place].figure else { continue }
        if found[row[place].key] != nil { repeated.insert(row[place].key) }
        found[row[place].key] = fact(figure, at: place, in: row, borders, bytes)
      }
    }
    return found.filter { !repeated.contains($0.key) }
  }

  private static func fact(
    _ figure: SenseFigure, at place: Int, in row: [SenseToken], _ borders: [SenseBorder], _ bytes: [UInt8]
  ) -> Fact {
    var fact = Fact(figure: figure, token: row[place])
    // Back to the figure before, and on to the next one, within the clause.
    var start = place
    while start > 0, borders[start] == .none, row[start - 1].figure == nil { start -= 1 }
    var end = place + 1
    while end < row.count, borders[end] == .none, row[end].figure == nil { end += 1 }
    let (before, behind) = (row[start..<place], row[(place + 1)..<max(end, place + 1)])
    if let pace = pace(before, bytes) {
      fact.roles["pace"] = pace
    } else {
      for group in ways {
        fact.roles[group] = role(group, before.reversed()) ?? role(group, behind.prefix(longestWay))
      }
    }
    for group in comparisons {
      let isLatin = behind.first { $0.says(group) }.map { bytes[$0.range.lowerBound] < 0x80 } ?? false
      fact.roles[group] =
        isLatin ? role(group, Array(behind)) : role(group, before.reversed()) ?? role(group, Array(behind))
    }
    // 同比增长8% is of what was told before; 现货银涨2% is of its own.
    let isAlone = before.allSatisfy { $0.isFunction || $0.sign != nil && !$0.isName }
    for group in owners {
      fact.roles[group] = role(group, before.reversed()) ?? (isAlone ? owner(group, before: start, row, borders) : nil)
    }
    // 2 people were killed: who they are is told behind the number.
    fact.roles["body"] = role("body", row[(place + 1)...].prefix(4).prefix { $0.figure == nil })
    fact.roles["country"] = before.last { $0.isCountry }.map { Role(values: [$0.key], token: $0) }
    fact.roles["firm"] = before.last { $0.isFirm }.map { Role(values: [$0.key], token: $0) }
    fact.roles["bound"] = role("bound", before.suffix(1))
    if let side = Self.end(of: row[place], before, bytes) {
      fact.roles["lead"] = Role(values: [side], token: row[place])
    }
    let isOfBoth = start > 0 && row[start - 1].figure?.unit == SenseFigure.both
    if isOfBoth || isListed(before, bytes) { for group in owners { fact.roles[group] = nil } }
    return fact
  }

  /// Growth that slowed to 3.2% is still growth by 3.2%.
  private static func pace(_ before: ArraySlice<SenseToken>, _ bytes: [UInt8]) -> Role? {
    for token in before.reversed() {
      if slows.contains(where: { bytes.stands($0, at: token.range.lowerBound) }) {
        return Role(values: ["slow"], token: token)
      }
      if quickens.contains(where: { bytes.stands($0, at: token.range.lowerBound) }) {
        return Role(values: ["quick"], token: token)
      }
    }
    return nil
  }

  private static let slows: [StaticString] = [
    "slow", "cool", "eased", "easing", "eases", "slacken", "decelerat", "放缓", "趋缓", "减速", "降温",
  ]
  private static let quickens: [StaticString] = ["quicken", "accelerat", "speeded", "sped up", "加快", "加速", "提速"]

  /// What was told before in the sentence: M2 of 8% in "M2 was 3 trillion, up 8%". Of several, the nearest one in a clause with a figure.
  private static func owner(_ group: String, before end: Int, _ row: [SenseToken], _ borders: [SenseBorder]) -> Role? {
    var (found, role, isOfFigure) = ([(role: Role, isOfFigure: Bool)](), Role?.none, false)
    for place in (0...end).reversed() {
      if place == 0 || borders[place] != .none {
        if let role { found.append((role, isOfFigure)) }
        (role, isOfFigure) = (nil, false)
      }
      guard place > 0, borders[place] != .sentence else { break }
      if row[place - 1].figure != nil { isOfFigure = true }
      role = role ?? Self.role(group, [row[place - 1]])
    }
    let values = Set(found.flatMap(\.role.values))
    return values.count < 2 ? found.first?.role : found.first { $0.isOfFigure }?.role
  }

  /// 分别, 均 and "both" tell of several things.
  private static func isListed(_ before: ArraySlice<SenseToken>, _ bytes: [UInt8]) -> Bool {
    before.contains { token in lists.contains { bytes.stands($0, at: token.range.lowerBound) } }
  }

  private static let lists: [StaticString] = ["分别", "均", "都", "双双", "both", "each"]

  /// Whether something goes to a figure or comes from it: 由上月的169亿收窄至153亿, up from 6.0 to 6.1.
  private static func end(of token: SenseToken, _ before: ArraySlice<SenseToken>, _ bytes: [UInt8]) -> String? {
    let start = token.range.lowerBound
    if ["至", "到", " to "].contains(where: { (word: StaticString) in bytes.stands(word, before: start) }) {
      return "to"
    }
    if ["由", "从", "from "].contains(where: { (word: StaticString) in bytes.stands(word, before: start) }) {
      return "from"
    }
    let near = before.suffix(3).filter { !$0.isFunction && !$0.isDate }
    let mark = near.isEmpty ? before.suffix(3).first : near.last
    guard let mark,
      ["由", "从", "from"].contains(where: { (word: StaticString) in bytes.stands(word, at: mark.range.lowerBound) })
    else { return nil }
    return mark.range.count < 7 ? "from" : nil
  }

  private static let longestWay = 3

  /// All that is said of a group, with the nearest token that does.
  private static func role(_ group: String, _ tokens: some Sequence<SenseToken>) -> Role? {
    var role: Role?
    for token in tokens {
      guard case .word(let word)? = token.sign, let value = word.values[group], value != "flat" else { continue }
      if role == nil { role = Role(values: [value], token: token) } else { role?.values.insert(value) }
    }
    return role
  }
}

extension SenseToken {
  fileprivate var isFirm: Bool { isPlaceOrFirm && !isCountry }

  fileprivate var isCountry: Bool { if case .name(let name)? = sign { name.hasPrefix("@") } else { false } }
}

/// What a text says, counted by group and value, wherever it stands. A text that was put in other words says each as often as before. Where one
/// value of a group stands once less, and another one once more, the one took the place of the other: a measure, a court, a day, a rise.
enum LoneFacts {
  /// Groups of which a text says a thing in one way or another, or not at all.
  private static let loose: Set = [
    "lead", "when", "passive", "certainty", "hedge", "source", "aspect", "plan", "condition", "many", "gravity",
    "gravity2",
    "scope", "often", "event", "correction", "denial", "bound", "not", "undo", "high", "low",
    "stage",
  ]

  static func contradictions(_ a: [[SenseToken]], _ b: [[SenseToken]]) -> [(SenseToken, SenseToken)] {
    let (old, new) = (values(a), values(b))
    var found: [(SenseToken, SenseToken)] = []
    for group in old.keys.sorted() where !loose.contains(group) {
      guard let before = old[group], let after = new[group], let pair = exchanged(before, after) else { continue }
      found.append(pair)
    }
    if let day = day(a, b) { found.append(day) }
    return found
  }

  /// The value that stands once less, and the one that stands once more; nil where more or less than that changed.
  private static func exchanged(
    _ before: [String: [SenseToken]], _ after: [String: [SenseToken]]
  ) -> (SenseToken, SenseToken)? {
    var (less, more) = ([SenseToken](), [SenseToken]())
    for value in Set(before.keys).union(after.keys) {
      let (left, right) = (before[value] ?? [], after[value] ?? [])
      guard abs(left.count - right.count) < 2 else { return nil }
      if left.count > right.count, let token = left.last { less.append(token) }
      if left.count < right.count, let token = right.last { more.append(token) }
    }
    return less.count == 1 && more.count == 1 ? (less[0], more[0]) : nil
  }

  /// By group and value, the words that say it.
  private static func values(_ rows: [[SenseToken]]) -> [String: [String: [SenseToken]]] {
    var values: [String: [String: [SenseToken]]] = [:]
    for token in rows.joined() {
      if case .name(let name)? = token.sign, name.hasPrefix("@") {
        values["country", default: [:]][name, default: []].append(token)
      }
      guard case .word(let word)? = token.sign else { continue }
      for (group, value) in word.values { values[group, default: [:]][value, default: []].append(token) }
    }
    return values
  }

  /// Two days, months or quarters, each of which the other version does not tell in any form.
  private static func day(_ a: [[SenseToken]], _ b: [[SenseToken]]) -> (SenseToken, SenseToken)? {
    let (old, new) = (a.joined().filter(\.isDate), b.joined().filter(\.isDate))
    let left = old.filter { one in !new.contains { one.agrees(with: $0) } }
    let right = new.filter { one in !old.contains { one.agrees(with: $0) } }
    for one in left {
      let others = right.filter { one.isOtherTime(than: $0) }
      guard others.count == 1, left.count(where: { $0.isOtherTime(than: others[0]) }) == 1 else { continue }
      return (one, others[0])
    }
    return nil
  }
}

extension SenseToken {
  /// Whether both tell a day, a month or a quarter, and not the same one.
  fileprivate func isOtherTime(than other: SenseToken) -> Bool {
    guard case .date(let a)? = sign, case .date(let b)? = other.sign else { return false }
    return a.sharesPart(b) && a.contradicts(b)
  }
}

/// What parts a token of a row from the one before it.
enum SenseBorder {
  case none, clause, sentence

  private static let stop = Array("。".utf8)

  static func all(_ row: [SenseToken], _ bytes: [UInt8]) -> [SenseBorder] {
    row.indices.map { place in
      guard place > 0 else { return .sentence }
      let (start, end) = (row[place - 1].range.upperBound, row[place].range.lowerBound)
      guard start < end else { return .none }
      let between = bytes[start..<end]
      if between.contains(where: { ";!?\n".utf8.contains($0) }) || between.firstRange(of: stop) != nil
        || between.contains(UInt8(ascii: ".")) && between.last == UInt8(ascii: " ")
      {
        return .sentence
      }
      return between.contains(UInt8(ascii: ",")) ? .clause : .none
    }
  }
}
