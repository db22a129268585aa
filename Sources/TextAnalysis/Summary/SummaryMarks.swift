import TextBasics

/// What the words of a clause say of its place in a summary.
struct SummaryMarks: OptionSet, Sendable {
  let rawValue: UInt32

  /// It ends with who speaks: what is said follows.
  static let says = SummaryMarks(rawValue: 1 << 0)
  static let leadsIn = SummaryMarks(rawValue: 1 << 1)
  static let continues = SummaryMarks(rawValue: 1 << 2)
  static let conditions = SummaryMarks(rawValue: 1 << 3)
  static let waits = SummaryMarks(rawValue: 1 << 4)
  static let meets = SummaryMarks(rawValue: 1 << 5)
  static let moves = SummaryMarks(rawValue: 1 << 6)
  static let foresees = SummaryMarks(rawValue: 1 << 7)
  static let concludes = SummaryMarks(rawValue: 1 << 8)
  static let isAside = SummaryMarks(rawValue: 1 << 9)
  static let hasNumber = SummaryMarks(rawValue: 1 << 10)
  /// A number with what it counts.
  static let hasFigure = SummaryMarks(rawValue: 1 << 11)
  /// Nothing but a day or an hour.
  static let isDate = SummaryMarks(rawValue: 1 << 12)
  /// The medium, as in 晨星社北京3月5日电.
  static let isDateline = SummaryMarks(rawValue: 1 << 13)
  /// Of whom it tells stands in the clause before.
  static let lacksSubject = SummaryMarks(rawValue: 1 << 14)
  static let asks = SummaryMarks(rawValue: 1 << 15)
  static let isBackground = SummaryMarks(rawValue: 1 << 16)
}

/// The words by which clauses are marked.
struct SummaryTable: Sendable {
  static let standard = SummaryTable()

  /// Where in a clause a word counts.
  private enum Place { case beginning, end, anywhere, behindDigit }

  private var matcher = WordMatcher()
  private var meanings: [Meaning] = []

  /// What a word marks a clause with, by where it stands in it.
  private struct Meaning {
    var beginning: SummaryMarks = []
    var end: SummaryMarks = []
    var anywhere: SummaryMarks = []
    var behindDigit: SummaryMarks = []
  }

  private init() {
    add(SummaryWords.says, .end, .says)
    add(SummaryWords.leadsIn, .beginning, .leadsIn)
    add(SummaryWords.continues, .beginning, .continues)
    add(SummaryWords.conditions, .beginning, .conditions)
    add(SummaryWords.lacksSubject, .beginning, .lacksSubject)
    add(SummaryWords.waits, .end, .waits)
    add(SummaryWords.meets, .anywhere, .meets)
    add(SummaryWords.moves, .anywhere, .moves)
    add(SummaryWords.foresees, .anywhere, .foresees)
    add(SummaryWords.concludes, .anywhere, .concludes)
    add(SummaryWords.asides, .beginning, .isAside)
    add(SummaryWords.counts, .behindDigit, .hasFigure)
    add(SummaryWords.asks, .anywhere, .asks)
    add(SummaryWords.backgrounds, .beginning, .isBackground)
    add(SummaryWords.datelines, .end, .isDateline)
    add(SummaryWords.datelines.parts(",").map { $0 + "(" }.joined(separator: ","), .anywhere, .isDateline)
  }

  private mutating func add(_ list: String, _ place: Place, _ marks: SummaryMarks) {
    for word in list.parts(",") {
      guard let number = matcher.add(String(word)) else { continue }
      while meanings.count <= number { meanings.append(Meaning()) }
      switch place {
      case .beginning: meanings[number].beginning.insert(marks)
      case .end: meanings[number].end.insert(marks)
      case .anywhere: meanings[number].anywhere.insert(marks)
      case .behindDigit: meanings[number].behindDigit.insert(marks)
      }
    }
  }

  /// Marks all clauses, which lie in `range` one after the other, in one pass.
  func mark(_ clauses: inout [SummaryClause], in bytes: [UInt8], _ range: Range<Int>) {
    var current = 0
    let end = clauses.last?.range.upperBound ?? range.lowerBound
    matcher.forEachMatch(in: bytes, range.lowerBound..<end) { match in
      while current < clauses.count, clauses[current].range.upperBound <= match.range.lowerBound { current += 1 }
      guard current < clauses.count else { return }
      let clause = clauses[current].range
      guard clause.lowerBound <= match.range.lowerBound, match.range.upperBound <= clause.upperBound else { return }
      let meaning = meanings[match.word]
      var marks = meaning.anywhere
      if match.range.lowerBound == clause.lowerBound {
        marks.formUnion(meaning.beginning)
      } else if bytes[match.range.lowerBound - 1].isDigit {
        marks.formUnion(meaning.behindDigit)
      }
      if match.range.upperBound == clause.upperBound { marks.formUnion(meaning.end) }
      clauses[current].marks.formUnion(marks)
    }
    for index in clauses.indices { markSigns(&clauses[index], bytes) }
  }

  private func markSigns(_ clause: inout SummaryClause, _ bytes: [UInt8]) {
    if bytes[clause.range].contains(where: \.isDigit) { clause.marks.insert(.hasNumber) }
    if isDate(bytes, clause.range) { clause.marks.insert(.isDate) }
  }

  /// Digits and the characters of dates alone: 2月8日晚间, 当地时间1月16日.
  private func isDate(_ bytes: [UInt8], _ clause: Range<Int>) -> Bool {
    guard clause.count <= 60 else { return false }
    var index = clause.lowerBound
    while index < clause.upperBound {
      let first = bytes[index]
      if first.isDigit || first == UInt8(ascii: "-") || first == UInt8(ascii: "(") || first == UInt8(ascii: ")") {
        index += 1
      } else if index + 3 <= clause.upperBound,
        Self.dateCharacters.value(of: Self.key(first, bytes[index + 1], bytes[index + 2])) != nil
      {
        index += 3
      } else {
        return false
      }
    }
    return true
  }

  private static func key(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt64 {
    UInt64(first) << 16 | UInt64(second) << 8 | UInt64(third)
  }

  /// By the three bytes of each.
  private static let dateCharacters = {
    let bytes = Array("年月日周一二三四五六当地时间北京今去早晚间上下午凌晨盘中尾后收开前昨天近期目此".utf8)
    var characters = NumberMap(capacity: bytes.count / 3)
    for index in stride(from: 0, to: bytes.count, by: 3) {
      characters[key(bytes[index], bytes[index + 1], bytes[index + 2])] = 1
    }
    return characters
  }()
}
