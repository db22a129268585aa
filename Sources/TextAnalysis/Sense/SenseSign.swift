import NewsModel
import TextBasics

/// What a piece of text says that may become something else.
enum SenseSign: Hashable {
  case figure(SenseFigure)
  case date(SenseDate)
  /// A company or another name, whatever it is called: see `SenseTables.Use.alias`; a code.
  case name(String)
  case code(String)
  case word(SenseWord)
}

/// A row of `SenseWords.signs`.
struct SenseWord: Hashable {
  /// What it says, by group: two values of a group contradict each other.
  var values: [String: String]
  /// How much it takes for the word to count: see `SenseWords`.
  var weight: Int

  /// 降息 and 下调 agree; 降息 and 降准 do not, though both go down.
  func agrees(with other: SenseWord) -> Bool {
    !contradicts(other) && values.keys.contains { other.values[$0] != nil }
  }

  func contradicts(_ other: SenseWord) -> Bool { !contradictions(other).isEmpty }

  /// The groups of which it says another value.
  func contradictions(_ other: SenseWord) -> Set<String> {
    Set(values.filter { group, value in other.values[group].map { $0 != value } ?? false }.keys)
  }

  var kind: SenseChange.Kind {
    Self.kinds.first { values[$0.group] != nil }?.kind ?? .subject
  }

  /// What the groups of values tell of; of all others, what is spoken of.
  private static let kinds: [(group: String, kind: SenseChange.Kind)] = [
    ("denial", .denial), ("correction", .correction), ("not", .negation), ("undo", .negation), ("stage", .stage),
    ("plan", .stage), ("aspect", .stage),
    ("case", .stage), ("phase", .stage), ("exam", .stage), ("certainty", .certainty), ("condition", .certainty),
    ("bound", .bound), ("move", .direction), ("move2", .direction), ("profit", .direction), ("trade", .direction),
    ("policy", .direction), ("side", .direction), ("signal", .direction), ("flow", .direction), ("stocks", .direction),
    ("balance", .direction), ("level", .direction),
  ]

  func kind(against other: SenseWord) -> SenseChange.Kind {
    // Of a word with two meanings the one counts that both have.
    let shared = values.filter { group, value in other.values[group].map { $0 != value } ?? false }
    return SenseWord(values: shared.isEmpty ? values : shared, weight: weight).kind
  }
}

/// A number with its unit. A minus is a sign of its own: a fall by 3 % and a change of -3 % are one.
struct SenseFigure: Hashable {
  var low: Double
  var high: Double
  /// A code of money, `%`, `pp`, `shares`, `ordinal`, a physical unit, `#` for what is counted; nil where none stands.
  var unit: String?
  /// Whether something goes to the number or by it; nil where neither is said.
  var isReached: Bool?
  /// Whether it stands in brackets behind another figure, and says the same in other money.
  var isAside = false
  /// Whether it was counted in miles, acres and other measures of which few are whole in ours.
  var isConverted = false

  static let counted = "#"
  static let ordinal = "ordinal"
  /// "Both" says two, and is no claim where it comes or goes.
  static let both = "both"
  /// Money of a country that is not said: crowns, pesos.
  static let money = "money"

  var isMoney: Bool { unit.map { FigureWords.currencies.contains($0) } ?? false }

  /// What is lost in dividing is no change.
  var key: String {
    func text(_ value: Double) -> String {
      let size = value.magnitude < 1e4 ? 1e6 : 100.0
      return String((value * size).rounded() / size)
    }
    return "f\(text(low))~\(text(high))"
  }

  /// 35点 of a rate of exchange are 35个基点.
  func equals(_ other: SenseFigure) -> Bool {
    func isPoints(_ a: SenseFigure, _ b: SenseFigure) -> Bool {
      a.unit == "pp" && (b.unit == nil || b.unit == Self.counted) && (a.low * 100 - b.low).magnitude < 1e-6
    }
    return key == other.key || isPoints(self, other) || isPoints(other, self) || isConversion(of: other)
  }

  /// 250 miles and 400 km
  private func isConversion(of other: SenseFigure) -> Bool {
    isConverted != other.isConverted && unit == other.unit && (low - other.low).magnitude <= low.magnitude * 0.03
  }

  /// 一 in 一次 is no other number than 3%.
  func isNoneBeside(_ other: SenseFigure) -> Bool {
    low == 1 && high == 1 && unit == nil && other.unit != nil && other.unit != Self.counted
  }

  /// Whether one is the other with fewer digits, three at least: 46291亿 and 4.63万亿.
  func isRounded(_ other: SenseFigure) -> Bool {
    guard low == high, other.low == other.high, low > 0, other.low > 0, !hasOtherUnit(than: other) else { return false }
    let count = min(digits, other.digits)
    guard count > 2, digits != other.digits else { return false }
    // The value of the last digit of the shorter one.
    var size = 1e-4
    while max(low, other.low) / size >= Self.power(of: count) { size *= 10 }
    return (low / size).rounded() == (other.low / size).rounded()
  }

  /// Whether it is a part in percent, and the other one the number of that part of a whole.
  func isShare(_ other: SenseFigure, of whole: Double) -> Bool {
    unit == "%" && low == high && other.unit != "%" && other.low == other.high && whole > other.low
      && (whole * low / 100 - other.low).magnitude < max(other.low * 0.002, 1e-6)
  }

  private static func power(of count: Int) -> Double { (0..<count).reduce(1.0) { power, _ in power * 10 } }

  /// How many digits it has, without the zeros at its end; 0 of what is too large.
  private var digits: Int {
    guard low < 1e14 else { return 0 }
    var rest = Int((low * 1e4).rounded())
    while rest > 0, rest.isMultiple(of: 10) { rest /= 10 }
    return String(rest).utf8.count
  }

  /// Whether equal numbers are of another thing: money for shares, percent for points.
  func hasOtherUnit(than other: SenseFigure) -> Bool {
    let vague = [Self.counted, Self.ordinal, Self.both, Self.money]
    guard let unit, let second = other.unit, !vague.contains(unit), !vague.contains(second) else { return false }
    return unit != second
  }
}

/// A day, a month, a time of day or a span of the year: what is not said is not there.
struct SenseDate: Hashable {
  var parts: [Part: Int] = [:]

  enum Part: Hashable {
    case year, fiscal, month, third, day, weekday, minute, span, length, base, relativeDay, relativeWeek, relativeMonth,
      relativeQuarter,
      relativeYear
  }

  /// Whether both cannot be the same time. 昨日 and 11月19日 may be; a weekday and a month are not, nor a month and a quarter.
  func contradicts(_ other: SenseDate) -> Bool {
    if sharesPart(other) {
      // 2025年 is no 2025年前三季度.
      if isPartOfYear && other.isYear || isYear && other.isPartOfYear { return true }
      // 8月 is no 8月1-17日.
      if isPartOfMonth != other.isPartOfMonth, !isDay, !other.isDay { return true }
      return parts.contains { part, value in other.parts[part].map { $0 != value } ?? false } || isOutside(other)
        || other.isOutside(self)
    }
    return isLonger && (other.isDay || other.isLonger) || isDay && other.isLonger
      || isRelativeSpan && other.isRelativeSpan
  }

  /// 6月15日 is no 6月上旬.
  private func isOutside(_ other: SenseDate) -> Bool {
    guard let day = parts[.day], let third = other.parts[.third] else { return false }
    return ![1...10, 1...10, 11...20, 21...31, 21...31][third].contains(day)
  }

  func agrees(with other: SenseDate) -> Bool {
    !contradicts(other) && sharesPart(other)
  }

  func sharesPart(_ other: SenseDate) -> Bool { parts.keys.contains { other.parts[$0] != nil } }

  private var isYear: Bool { parts.keys.allSatisfy { $0 == .year || $0 == .relativeYear } }

  private var isPartOfYear: Bool { parts[.span].map { $0 != DateScan.wholeYear } ?? false }

  private var isPartOfMonth: Bool { parts[.month] != nil && (parts[.span] ?? 0) > DateScan.partOfMonth }

  private var isDay: Bool { [.day, .weekday, .relativeDay].contains { parts[$0] != nil } }

  private var isLonger: Bool { !isDay && [.month, .span].contains { parts[$0] != nil } }

  private var isRelativeSpan: Bool {
    [.relativeWeek, .relativeMonth, .relativeQuarter, .relativeYear].contains { parts[$0] != nil }
  }
}

/// A piece of a sentence: a sign, or a word or character that is none.
struct SenseToken {
  var range: Range<Int>
  /// Equal for what says the same: 30亿 and 30亿元, 上涨 and 攀升.
  var key: String
  var sign: SenseSign?
  /// Whether the word only holds others together or tells nothing: 的, 表示, of.
  var isFunction = false
  /// The groups of words for one thing in which an English word stands; it may have more than one meaning.
  var kin: [UInt16] = []

  /// Whether a word can mean what another one means, and neither says what the other contradicts: "hit" and "reached", "hit" and "hurt".
  func isKin(of other: SenseToken) -> Bool {
    guard !kin.isEmpty, !other.kin.isEmpty, !contradicts(other) else { return false }
    return kin.contains { other.kin.contains($0) }
  }
}

// MARK: - Tables

/// The words of `SenseWords` and `SynonymWords`, ready to be looked for.
struct SenseTables: Sendable {
  static let shared = SenseTables()

  enum Use: Sendable {
    case signs([SenseWord])
    case hidden
    /// One name in its forms; of an institution, a person or an index it begins with `#`, of a country with `@`.
    case alias(String)
    case same(Int)
    /// A word that is known only by its groups: see `SenseTables.kin`.
    case kin
    /// A number in a word, and a direction that it may tell: half, 翻一番.
    case amount(Double, unit: String, SenseWord?)
  }

  let words: WordMatcher
  let uses: [Use]
  /// By word, the groups of `EnglishSynonymWords` in which it stands.
  let kin: [Int: [UInt16]]
  let credits: [[UInt8]]
  let labels: Set<String>
  let backgrounds: WordMatcher
  /// Words of a sentence that was added and tells what happened next.
  let sequels: WordMatcher
  /// Words of a sentence that was added or taken out and tells of an event.
  let events: WordMatcher
  /// By which a clause tells who says so.
  let sayings: WordMatcher
  /// Words that name the kind of what stands beside them, and add nothing to it.
  let generics: Set<String>
  /// What an article calls the firm that it has named.
  let firmWords: Set<String>
  /// What a correction mends where it mends no claim.
  let trifles: WordMatcher
  let commons: Set<String>
  let functions: Set<String>
  let asks: WordMatcher
  let suffixes: WordMatcher
  /// Physical units: what they are of, and how many of its measure they are.
  let measures: AnchoredWords<Measure>
  /// By character, the characters that say the opposite of it.
  let opposites: [UInt32: Set<UInt32>]

  struct Measure: Sendable {
    var unit: String
    var factor: Double

    /// No power of ten of our measures.
    var isConverted: Bool { ["km", "m2", "t", "m3", "m"].contains(unit) && !Self.powers.contains(factor) }

    private static let powers: Set = [1e-6, 1e-3, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e6, 1e9, 0.0005]
  }

  private init() {
    var uses = SenseUses()
    for row in EnglishSenseWords.signs.parts(",") + SenseWords.signs.parts(",") {
      let parts = row.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let weight = Int(parts[1]) else { continue }
      uses.add(parts[2], .signs(parts[0].parts("+").map { SenseWord(values: Self.values($0), weight: weight) }))
    }
    for row in EnglishSenseWords.amounts.parts(",") + SenseWords.amounts.parts(",") {
      let parts = row.split(separator: " ", maxSplits: 3)
      guard parts.count == 4, let value = Double(String(parts[0])) else { continue }
      let values = Self.values(parts[2])
      uses.add(
        parts[3],
        .amount(value, unit: String(parts[1]), values.isEmpty ? nil : SenseWord(values: values, weight: 1)))
    }
    for word in EnglishSenseWords.hidden.parts(",") + SenseWords.hidden.parts(",") { uses.add(word, .hidden) }
    for (number, row) in SenseWords.aliases.parts(",").enumerated() { uses.add(row, .alias("#\(number)")) }
    for (number, row) in SenseWords.countries.parts(",").enumerated() { uses.add(row, .alias("@\(number)")) }
    for (number, row) in SenseWords.firms.parts(",").enumerated() { uses.add(row, .alias("firm \(number)")) }
    for row in EnglishNameWords.nations.parts(",") { uses.addForms(row, "@") }
    for row in EnglishNameWords.offices.parts(",") { uses.addForms(row, "#") }
    for row in EnglishNameWords.enterprises.parts(",") { uses.addForms(row, "firm ") }
    for (number, row) in SynonymWords.same.parts(",").enumerated() { uses.add(row, .same(number)) }
    for word in SynonymWords.functions.parts(",") where word.utf8.count > 6 && word.utf8.allSatisfy({ $0 >= 0x80 }) {
      uses.add(word, .hidden)
    }
    for row in EnglishSynonymWords.functions.parts(",") { uses.add(row, .kin) }
    for (number, row) in EnglishSynonymWords.kin.parts(",").enumerated() { uses.addKin(row, UInt16(number)) }
    words = uses.words
    self.uses = uses.uses
    kin = uses.kin
    credits = (SenseWords.credits.parts(",") + EnglishSenseWords.credits.parts(",")).map {
      Array(Folding.fold(String($0)).utf8)
    }
    labels = Set((SenseWords.labels.parts(",") + EnglishSenseWords.labels.parts(",")).map(String.init))
    commons = Set((SenseWords.commons.parts(",") + EnglishSenseWords.commons.parts(",")).map(String.init))
    functions = Set(SynonymWords.functions.parts(",").map(String.init)).union(
      EnglishSynonymWords.functions.parts(",").map { $0.withBlanks })
    backgrounds = WordMatcher(
      SenseWords.backgrounds.parts(",").map(String.init)
        + EnglishSenseWords.backgrounds.parts(",").flatMap { EnglishForms.all(of: $0.withBlanks) })
    sequels = WordMatcher(SenseWords.sequels.parts(",").map(String.init))
    generics = Set(SenseWords.generics.parts(",").map(String.init))
    firmWords = Set(SenseWords.firmwords.parts(",").map(String.init))
    sayings = WordMatcher(SenseWords.sayings.parts(",").map { $0.withBlanks })
    events = WordMatcher(
      (SenseWords.events.parts(",") + EnglishSenseWords.events.parts(",")).flatMap {
        EnglishForms.all(of: $0.withBlanks)
      })
    trifles = WordMatcher(SenseWords.trifles.parts(",").map(String.init))
    asks = WordMatcher(SenseWords.asks.parts(",").map(String.init))
    suffixes = WordMatcher(SenseWords.suffixes.parts(",").map(String.init))
    measures = AnchoredWords(SenseWords.measures + "," + EnglishSenseWords.measures) { key, _ in
      let parts = key.parts(":")
      guard parts.count == 2 else { return nil }
      let factor = parts[1].split(separator: "/").compactMap { Double(String($0)) }
      return factor.first.map { Measure(unit: String(parts[0]), factor: factor.count == 2 ? $0 / factor[1] : $0) }
    }
    var opposites: [UInt32: Set<UInt32>] = [:]
    for row in SynonymWords.opposites.parts(",") {
      let sides = row.parts("|").map { $0.unicodeScalars.map(\.value) }
      for (number, side) in sides.enumerated() {
        for other in sides[(number + 1)...].joined() {
          for scalar in side {
            opposites[scalar, default: []].insert(other)
            opposites[other, default: []].insert(scalar)
          }
        }
      }
    }
    self.opposites = opposites
  }

  private static let openStages: Set = ["considering", "planned", "intent", "near", "draft", "pending"]

  /// What the tables call a company that the table of companies calls so: 宁德时代 in all its forms is one.
  func alias(of name: String) -> String? {
    let word = Array(Folding.fold(name).utf8)
    guard let match = words.longestMatch(in: word, at: 0), match.range.count == word.count,
      case .alias(let alias) = uses[match.word]
    else { return nil }
    return alias
  }

  /// `move=up&tool=rate`; a dash says nothing.
  private static func values(_ row: Substring) -> [String: String] {
    var values: [String: String] = [:]
    for value in row.parts("&") {
      let pair = value.parts("=")
      if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
    }
    // What is planned is not done yet: 拟 contradicts 已, 批准 does not.
    if let stage = values["stage"], openStages.contains(stage) { values["aspect"] = "open" }
    return values
  }

}

/// Forms of English words: what a table writes as `climb+` is climb, climbs, climbed and climbing.
enum EnglishForms {
  /// The forms of the word before a `+`; of a word without one, itself. A form that no one writes does no harm.
  static func all(of word: String) -> [String] {
    let parts = word.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return [word] }
    return forms(of: String(parts[0])).map { $0 + parts[1] }
  }

  private static func forms(of base: String) -> [String] {
    guard let last = base.last, let before = base.dropLast().last else { return [base] }
    let stem = String(base.dropLast())
    if last == "e" { return [base, base + "s", base + "d", stem + "ing"] }
    if last == "y", !"aeiou".contains(before) { return [base, stem + "ies", stem + "ied", base + "ing"] }
    let isHissing = "sxz".contains(last) || base.hasSuffix("ch") || base.hasSuffix("sh")
    let forms = [base, base + (isHissing ? "es" : "s"), base + "ed", base + "ing"]
    guard "aeiou".contains(before), !"aeiouwxy".contains(last) else { return forms }
    return forms + [base + String(last) + "ed", base + String(last) + "ing"]
  }

  /// What the forms of a word have in common, for comparison alone: plans, planned and planning are one.
  static func stem(_ word: String) -> String {
    var stem = Substring(word)
    guard stem.utf8.count > 3 else { return word }
    for ending in ["ing", "ies", "ied", "ed", "es", "ly", "s"] where stem.hasSuffix(ending) {
      guard stem.utf8.count - ending.utf8.count > 2, !stem.hasSuffix("ss") else { continue }
      stem.removeLast(ending.count)
      break
    }
    if stem.utf8.count > 3, let last = stem.last, stem.dropLast().last == last { stem.removeLast() }
    while stem.utf8.count > 3, let last = stem.last, "eiy".contains(last) { stem.removeLast() }
    return String(stem)
  }
}
