import TextBasics

/// A piece of a sentence between two marks of punctuation.
struct SummaryClause: Sendable {
  var range: Range<Int>
  var sentence: Int
  var marks: SummaryMarks = []
}

/// The beginning of a text as sentences and clauses. Linear in it.
///
/// Nothing is parted within brackets, titles of documents and numbers.
struct SummaryClauses: Sendable {
  private static let mostSentences = 16
  private static let mostClauses = 96
  /// After so many bytes a bracket that is still open was a slip.
  private static let longestBracket = 180

  private(set) var clauses: [SummaryClause] = []
  /// By sentence, its clauses.
  private(set) var sentences: [Range<Int>] = []
  /// By sentence, whether a mark of a sentence ends it: what lacks one is a heading.
  private(set) var isEnded: [Bool] = []

  /// By sentence, its bytes.
  var sentenceRanges: [Range<Int>] {
    sentences.map { clauses[$0.lowerBound].range.lowerBound..<clauses[$0.upperBound - 1].range.upperBound }
  }

  private let bytes: [UInt8]
  /// Commas that are line breaks, in order, and the next one.
  private let joints: [Int]
  private var nextJoint = 0
  private var start: Int
  private var first = 0

  init(_ bytes: [UInt8], _ range: Range<Int>, joints: [Int] = []) {
    self.bytes = bytes
    self.joints = joints
    start = range.lowerBound
    split(range)
  }

  private mutating func split(_ range: Range<Int>) {
    var index = range.lowerBound
    var bracket: Int?
    while index < range.upperBound, sentences.count < Self.mostSentences, clauses.count < Self.mostClauses {
      index = bytes.endOfIdeographs(from: index, before: range.upperBound)
      guard index < range.upperBound else { break }
      var (sign, next) = bytes.sign(at: index, before: range.upperBound)
      if nextJoint < joints.count, joints[nextJoint] == index {
        sign = .line
        nextJoint += 1
      }
      if let open = bracket, index - open > Self.longestBracket { bracket = nil }
      switch sign {
      case .opening: bracket = isLabel(next) ? bracket : bracket ?? index
      case .closing:
        // `晨星日报讯(记者 林一) 云岭电池…`
        if let open = bracket, isDateline(..<open) { end(next, next, sentence: false, isEnded: false) }
        bracket = nil
      case .line:
        bracket = nil
        end(index, next, sentence: true, isEnded: false)
      case .sentence where bracket == nil: end(index, next, sentence: true, isEnded: true)
      case .heading:
        // A line in 【】 before the text is its heading.
        if bracket == start { end(index, next, sentence: true, isEnded: false) }
        bracket = nil
      case .clause where bracket == nil: end(index, next, sentence: false, isEnded: false)
      case .blank where bracket == nil && isDateline(..<index): end(index, next, sentence: false, isEnded: false)
      default: break
      }
      index = next
    }
    end(index, index, sentence: true, isEnded: true)
  }

  /// Ends a clause at a mark that is `index..<next`.
  private mutating func end(_ index: Int, _ next: Int, sentence: Bool, isEnded ended: Bool) {
    let range = trimmed(start..<max(start, index))
    start = next
    if !range.isEmpty { clauses.append(SummaryClause(range: range, sentence: sentences.count)) }
    guard sentence, first < clauses.count else { return }
    sentences.append(first..<clauses.count)
    isEnded.append(ended)
    first = clauses.count
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let byte = range.first, bytes[byte] == UInt8(ascii: " ") || bytes[byte] == UInt8(ascii: ",") {
      range.removeFirst()
    }
    // 【
    if range.count > 3, bytes[range.lowerBound] == 0xE3, bytes[range.lowerBound + 2] == 0x90 { range.removeFirst(3) }
    while let byte = range.last, bytes[byte] == UInt8(ascii: " ") { range.removeLast() }
    if let byte = range.last, bytes[byte] == UInt8(ascii: ")"), !bytes[range].contains(UInt8(ascii: "(")) {
      range.removeLast()
    }
    return range
  }

  /// Whether the clause up to a place names the medium: `晨星社北京3月5日电`.
  private func isDateline(_ end: PartialRangeUpTo<Int>) -> Bool {
    let clause = bytes[start..<max(start, end.upperBound)]
    return clause.count <= Self.longestDateline && Self.datelineEnds.contains { clause.ends(with: $0) }
  }

  private static let longestDateline = 60
  private static let datelineEnds = ["讯", "电", "消息"].map { Array($0.utf8) }

  /// `(原标题:` opens no bracket: what follows is a heading.
  private func isLabel(_ place: Int) -> Bool { bytes[place...].starts(with: Self.originalTitle) }

  static let originalTitle = Array("原标题".utf8)
}

/// What a sign does to sentences.
private enum ClauseSign {
  case sentence, line, heading, clause, blank, opening, closing, other
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: [UInt8]) -> Bool { suffix(word.count).elementsEqual(word) }
}

extension [UInt8] {
  /// Behind the ideographs that begin at a place.
  fileprivate func endOfIdeographs(from start: Int, before end: Int) -> Int {
    withUnsafeBufferPointer { bytes in
      var index = start
      while index < end, bytes[index].beginsIdeograph { index &+= 3 }
      return Swift.min(index, end)
    }
  }

  /// The sign at a place of a folded text, and the place behind it.
  fileprivate func sign(at index: Int, before end: Int) -> (ClauseSign, Int) {
    let byte = self[index]
    switch byte {
    case UInt8(ascii: "\n"): return (.line, index + 1)
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return (.sentence, index + 1)
    case UInt8(ascii: "("): return (.opening, index + 1)
    case UInt8(ascii: ")"): return (.closing, index + 1)
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      let isInNumber = index > 0 && self[index - 1].isDigit && index + 1 < end && self[index + 1].isDigit
      return (isInNumber ? .other : .clause, index + 1)
    case UInt8(ascii: " "):
      let isBetweenIdeographs = index > 0 && self[index - 1] >= 0x80 && index + 1 < end && self[index + 1] >= 0x80
      return (isBetweenIdeographs ? .clause : .blank, index + 1)
    case UInt8(ascii: "."):
      let isEnd = index + 1 < end && self[index + 1] == UInt8(ascii: " ") && index > 1 && !isInitial(index)
      return (isEnd ? .sentence : .other, index + 1)
    case 0xE3 where index + 2 < end && self[index + 1] == 0x80: return (ideographicSign(self[index + 2]), index + 3)
    case 0xE0...0xEF: return (.other, Swift.min(index + 3, end))
    default: return (.other, index + 1)
    }
  }

  /// `U.S.`, `J. Smith`, `No. 1`: a point behind one or two letters ends no sentence.
  private func isInitial(_ index: Int) -> Bool {
    let before = self[Swift.max(0, index - 3)..<index]
    return before.contains(UInt8(ascii: " ")) || before.contains(UInt8(ascii: "."))
  }

  private func ideographicSign(_ last: UInt8) -> ClauseSign {
    switch last {
    case 0x82: .sentence  // 。
    case 0x8A, 0x90: .opening  // 《 【
    case 0x8B: .closing  // 》
    case 0x91: .heading  // 】
    default: .other
    }
  }
}
