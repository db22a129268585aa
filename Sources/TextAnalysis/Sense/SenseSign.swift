import NewsModel
import TextBasics

/// What a piece of text says that may become something else.
enum SenseSign: Hashable {
  /// A number with its unit, as `QuantityScan` reads it: a code of money, `%`, `pp`, a word, or nil.
  case figure(low: Double, high: Double, unit: String?)
  case date(SenseDate)
  /// A company or another name, whatever it is called; a code.
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

  func contradicts(_ other: SenseWord) -> Bool {
    values.contains { group, value in other.values[group].map { $0 != value } ?? false }
  }

  var kind: SenseChange.Kind {
    let kinds: [(String, SenseChange.Kind)] = [
      ("denial", .denial), ("correction", .correction), ("not", .negation), ("stage", .stage),
      ("certainty", .certainty),
      ("bound", .bound), ("move", .direction), ("profit", .direction), ("trade", .direction), ("policy", .direction),
    ]
    return kinds.first { values[$0.0] != nil }?.1 ?? .subject
  }

  func kind(against other: SenseWord) -> SenseChange.Kind {
    // Of a word with two meanings the one counts that both have.
    let shared = values.filter { group, value in other.values[group].map { $0 != value } ?? false }
    return SenseWord(values: shared.isEmpty ? values : shared, weight: weight).kind
  }
}

/// A day, a month, a time of day or a span of the year: what is not said is not there.
struct SenseDate: Hashable {
  var parts: [Part: Int] = [:]

  enum Part: Hashable {
    case year, month, day, weekday, minute, span, relativeDay, relativeWeek, relativeMonth, relativeYear
  }

  /// Whether both cannot be the same time. 昨日 and 11月19日 may be.
  func contradicts(_ other: SenseDate) -> Bool {
    parts.contains { part, value in other.parts[part].map { $0 != value } ?? false }
  }

  func agrees(with other: SenseDate) -> Bool {
    !contradicts(other) && parts.keys.contains { other.parts[$0] != nil }
  }
}

/// A piece of a sentence: a sign, or a word or character that is none.
struct SenseToken {
  var range: Range<Int>
  /// Equal for what says the same: 30亿 and 30亿元, 上涨 and 攀升.
  var key: String
  var sign: SenseSign?
}

/// The words of `SenseWords`, ready to be looked for.
struct SenseTables: Sendable {
  static let shared = SenseTables()

  enum Use: Sendable {
    case sign(SenseWord)
    case hidden
    case alias(Int)
    case same(Int)
  }

  let words: WordMatcher
  let uses: [Use]
  let credits: [[UInt8]]
  let labels: Set<String>
  let backgrounds: WordMatcher
  let commons: Set<String>
  let asks: WordMatcher
  let suffixes: WordMatcher

  private init() {
    var words = WordMatcher(capacity: 2_000)
    var uses: [Use] = []
    func add(_ word: String, _ use: Use) {
      // The first row of a word counts.
      if words.add(word) == uses.count { uses.append(use) }
    }
    for row in SenseWords.signs.parts(",") {
      let parts = row.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let weight = Int(parts[1]) else { continue }
      var values: [String: String] = [:]
      for value in parts[0].parts("&") {
        let pair = value.parts("=")
        if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
      }
      for word in parts[2].parts("|") { add(word.withBlanks, .sign(SenseWord(values: values, weight: weight))) }
    }
    for word in SenseWords.hidden.parts(",") { add(word.withBlanks, .hidden) }
    for (number, row) in SenseWords.aliases.parts(",").enumerated() {
      for word in row.parts("|") { add(word.withBlanks, .alias(number)) }
    }
    for (number, row) in SenseWords.same.parts(",").enumerated() {
      for word in row.parts("|") { add(word.withBlanks, .same(number)) }
    }
    self.words = words
    self.uses = uses
    credits = SenseWords.credits.parts(",").map { Array(Folding.fold(String($0)).utf8) }
    labels = Set(SenseWords.labels.parts(",").map(String.init))
    commons = Set(SenseWords.commons.parts(",").map(String.init))
    backgrounds = WordMatcher(SenseWords.backgrounds.parts(",").map(String.init))
    asks = WordMatcher(SenseWords.asks.parts(",").map(String.init))
    suffixes = WordMatcher(SenseWords.suffixes.parts(",").map(String.init))
  }
}
