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
  /// It says that somebody speaks, but not who: 数据显示, 他表示.
  static let isNameless = SummaryMarks(rawValue: 1 << 17)
  /// How much a figure before it changed: 同比增长30%.
  static let compares = SummaryMarks(rawValue: 1 << 18)
}

/// The words by which clauses are marked. Those that count at one place of a clause alone are looked for only there.
struct SummaryTable: Sendable {
  static let standard = SummaryTable()

  private var matcher = WordMatcher(capacity: 256)
  private var meanings: [SummaryMarks] = []
  private let beginnings = AnchoredWords<SummaryMarks>(lists: [
    (SummaryWords.leadsIn, .leadsIn), (SummaryWords.continues, .continues), (SummaryWords.conditions, .conditions),
    (SummaryWords.lacksSubject, .lacksSubject), (SummaryWords.asides, .isAside),
    (SummaryWords.backgrounds, .isBackground), (SummaryWords.nameless, .isNameless), (SummaryWords.compares, .compares),
  ])
  private let endings = AnchoredWords<SummaryMarks>(lists: [
    (SummaryWords.says, .says), (SummaryWords.waits, .waits), (SummaryWords.datelines, .isDateline),
  ])
  private let counts = AnchoredWords<SummaryMarks>(lists: [(SummaryWords.counts, .hasFigure)])

  private init() {
    add(SummaryWords.meets, .meets)
    add(SummaryWords.moves, .moves)
    add(SummaryWords.foresees, .foresees)
    add(SummaryWords.concludes, .concludes)
    add(SummaryWords.asks, .asks)
    add(SummaryWords.datelines.parts(",").map { $0 + "(" }.joined(separator: ","), .isDateline)
  }

  private mutating func add(_ list: String, _ marks: SummaryMarks) {
    for word in list.parts(",") {
      guard let number = matcher.add(String(word)) else { continue }
      while meanings.count <= number { meanings.append([]) }
      meanings[number].insert(marks)
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
      clauses[current].marks.formUnion(meanings[match.word])
    }
    for index in clauses.indices {
      markEdges(&clauses[index], bytes)
      markNumbers(&clauses[index], bytes)
      if isDate(bytes, clauses[index].range) { clauses[index].marks.insert(.isDate) }
    }
  }

  private func markEdges(_ clause: inout SummaryClause, _ bytes: [UInt8]) {
    var marks = clause.marks
    let range = clause.range
    beginnings.forEachWord(in: bytes, at: range.lowerBound, before: range.upperBound) { marks.formUnion($0) }
    endings.forEachWord(in: bytes, endingAt: range.upperBound, after: range.lowerBound) { marks.formUnion($0) }
    clause.marks = marks
  }

  private func markNumbers(_ clause: inout SummaryClause, _ bytes: [UInt8]) {
    var marks = clause.marks
    let range = clause.range
    bytes.withUnsafeBufferPointer { places in
      var index = range.lowerBound
      while index < range.upperBound {
        if places[index].isDigit {
          marks.insert(.hasNumber)
          counts.forEachWord(in: bytes, at: index + 1, before: range.upperBound) { marks.formUnion($0) }
        }
        index &+= places[index].beginsIdeograph ? 3 : 1
      }
    }
    clause.marks = marks
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
