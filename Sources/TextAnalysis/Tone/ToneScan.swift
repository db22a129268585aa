/// Reads the words of a title or of the beginning of a text into clauses, with what goes up and what goes down.
///
/// A figure keeps its meaning to the end of the sentence: in 净利润1.2亿元,同比下降三成 the fall is the profit's.
struct ToneScan {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private let language: ToneLanguage
  private let table: ToneTable

  private var clause: [ToneCue] = []
  private var clauseStart: Int
  private var found: [ToneCue] = []
  private var measure: Measure?
  private var factor = 1
  private var borders = WordBorders()
  /// How many cues stood in clauses that are closed: the places of a measure's own value.
  private var closed: Int { found.count }

  private struct Measure {
    let meaning: ToneMeaning
    let range: Range<Int>
    /// Where its own value stands among all cues: a direction takes its place.
    var own: Int?
  }

  /// No text needs more to be understood.
  private static let limit = 200

  init(_ bytes: [UInt8], _ range: Range<Int>, language: ToneLanguage, table: ToneTable) {
    self.bytes = bytes
    self.range = range
    self.language = language
    self.table = table
    clauseStart = range.lowerBound
  }

  /// What a range tells.
  struct Tale {
    /// All that counts, in the order of the text.
    var cues: [ToneCue]
    /// Whether it speaks of markets or of many companies, so that silence is the answer.
    var isElsewhere: Bool
  }

  /// - Parameter names: where companies are named, in order.
  mutating func tale(_ names: [Range<Int>] = []) -> Tale {
    var position = range.lowerBound
    var words: [WordMatch] = []
    var name = names.startIndex
    table.matcher.forEachLongestMatch(in: bytes, range) { word in
      while name < names.endIndex, names[name].upperBound <= word.range.lowerBound { name += 1 }
      // 创新 in 中创新航.
      let isInName =
        name < names.endIndex && names[name].lowerBound <= word.range.lowerBound
        && word.range.upperBound <= names[name].upperBound
      if !isInName, words.count < Self.limit { words.append(word) }
    }
    for word in words {
      readSigns(position..<word.range.lowerBound)
      read(word)
      position = word.range.upperBound
    }
    readSigns(position..<(words.count < Self.limit ? range.upperBound : position))
    closeClause(at: range.upperBound)
    let isRoundup = found.contains { $0.has(.roundups) }
    return Tale(
      cues: isRoundup ? [] : found.filter { $0.value != 0 },
      isElsewhere: isRoundup || found.contains { $0.has(.markets) })
  }

  private mutating func read(_ word: WordMatch) {
    let meaning = table.meaning(of: word.word)
    if meaning.marks.contains(.silent) { return }
    if meaning.weight != nil, !borders.isWord(word.range, in: bytes, range) { return }
    if meaning.marks.contains(.turns) {
      factor = 2
    } else if meaning.marks.contains(.others) {
      measure = nil
      if meaning.marks.contains(.markets) { add(word, meaning, 0) }
    } else if meaning.direction != 0, readDirection(word, meaning) {
    } else if meaning.measure != 0 {
      readMeasure(word, meaning)
    } else if let weight = meaning.weight {
      if meaning.marks.contains(.loss) { dropOwnValue() }
      add(word, meaning, weight)
      if meaning.marks.contains(.loss) { measure = Measure(meaning: meaning, range: word.range, own: place) }
    } else if !meaning.marks.isEmpty {
      add(word, meaning, 0)
    }
  }

  /// Whether the word was read as a direction.
  private mutating func readDirection(_ word: WordMatch, _ meaning: ToneMeaning) -> Bool {
    if meaning.marks.contains(.beforeFigure), !bytes.hasFigure(at: word.range.upperBound, before: range.upperBound) {
      return true
    }
    guard let measure else {
      if meaning.weight != nil { return false }
      if meaning.marks.contains(.compares) { add(word, meaning, 2 * meaning.direction, .compared) }
      return true
    }
    let isLoss = measure.meaning.marks.contains(.loss)
    var weight = measure.meaning.marks.contains(.profit) ? 3 : 2
    if let own = meaning.weight { weight = max(weight, abs(own)) }
    let good = isLoss ? -1 : measure.meaning.measure
    dropOwnValue()
    add(word, meaning, weight * meaning.direction * good, meaning.direction > 0 ? .rises : .falls)
    if let last = clause.indices.last, measure.range.lowerBound >= clauseStart {
      clause[last].range = measure.range.lowerBound..<word.range.upperBound
    }
    return true
  }

  private mutating func readMeasure(_ word: WordMatch, _ meaning: ToneMeaning) {
    var own: Int?
    if language == .chinese, meaning.marks.contains(.profit),
      let sign = bytes.signOfAmount(at: word.range.upperBound, before: range.upperBound)
    {
      add(word, meaning, sign < 0 ? -2 : 2, .stated)
      own = place
    } else if language == .english, meaning.measure < 0, let last = clause.indices.last,
      clause[last].meaning.direction != 0, clause[last].range.upperBound + 12 >= word.range.lowerBound
    {
      // "cuts costs", "rising debt"
      clause[last].value = -2 * clause[last].meaning.direction
      clause[last].range = clause[last].range.lowerBound..<word.range.upperBound
      clause[last].reason = clause[last].meaning.direction > 0 ? .rises : .falls
    } else if !meaning.marks.isEmpty {
      add(word, meaning, 0)
    }
    measure = Measure(meaning: meaning, range: word.range, own: own)
  }

  /// Where the cue that was added last stands among all of them.
  private var place: Int { closed + clause.count - 1 }

  private mutating func dropOwnValue() {
    guard let own = measure?.own else { return }
    measure?.own = nil
    if own < closed {
      found[own].value = 0
    } else {
      clause[own - closed].value = 0
    }
  }

  private mutating func add(_ word: WordMatch, _ meaning: ToneMeaning, _ value: Int, _ reason: ToneCue.Reason = .word) {
    clause.append(ToneCue(range: word.range, value: value * factor, meaning: meaning, reason: reason))
  }
}

extension ToneScan {
  /// Ends clauses and sentences where signs between two words do.
  private mutating func readSigns(_ gap: Range<Int>) {
    var index = gap.lowerBound
    while index < gap.upperBound {
      switch bytes.break(at: index) {
      case .none: break
      case .blank:
        if language == .chinese { closeClause(at: index) }
      case .clause: closeClause(at: index)
      case .sentence:
        closeClause(at: index)
        measure = nil
        factor = 1
      }
      index += 1
    }
  }

  private mutating func closeClause(at end: Int) {
    defer { clauseStart = end }
    guard !clause.isEmpty else { return }
    let isSized = bytes.holdsSize(clauseStart..<end)
    found += ToneClause(clause, isSized: isSized, language: language).cues
    clause = []
  }
}
