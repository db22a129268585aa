import TextBasics

/// The pieces of a text, each with its weight.
struct SummaryWeighing {
  private static let mostClauses = 4
  private static let mostStarts = 8
  private static let characters = 6...80
  /// Who speaks is named in no more characters, and what leads in is no longer.
  private static let longestSpeaker = 26
  /// A name of so many characters stays with what is said; a longer one takes the room of it.
  private static let longestName = 10
  private static let longName = 14
  private static let longestLead = 24
  /// In bytes.
  private static let longestSentence = 600
  /// How many characters a headline has, and a summary beside one.
  private static let idealLength = 24
  private static let idealLengthBesideTitle = 36

  private let text: AnalysedText
  private let ideal: Int
  private var clauses: [SummaryClause]
  private let sentences: [Range<Int>]
  private let isEnded: [Bool]
  private let terms: SummaryTerms
  private let titleTerms: TitleTerms
  /// By clause, a bit for each keyword that stands in it.
  private var keywords: [UInt8]

  /// - Parameter joints: where a page joined lines with commas.
  init(
    _ text: AnalysedText, _ range: Range<Int>, joints: [Int], _ table: SummaryTable, keywords: [String]
  ) {
    self.text = text
    ideal = text.title.isEmpty ? Self.idealLength : Self.idealLengthBesideTitle
    titleTerms = TitleTerms(text)
    let split = SummaryClauses(text.bytes, range, joints: joints)
    (clauses, sentences, isEnded) = (split.clauses, split.sentences, split.isEnded)
    table.mark(&clauses, in: text.bytes, range)
    let marked = clauses
    let first = zip(split.sentences, split.sentenceRanges).first { !marked[$0.0.lowerBound].marks.contains(.isAside) }
    terms = SummaryTerms(text.bytes, range, firstSentence: first?.1 ?? 0..<0)
    self.keywords = [UInt8](repeating: 0, count: clauses.count)
    markNameBeforeColon()
    mark(keywords.prefix(8).map { Array(Folding.fold($0).utf8) })
  }

  /// 林一：运价将回升。 begins with who speaks; what no mark ends is a heading.
  private mutating func markNameBeforeColon() {
    guard let first = sentences.first, first.count > 1, isEnded[0] else { return }
    let clause = clauses[first.lowerBound]
    if text.bytes[clause.range.upperBound] == UInt8(ascii: ":"), !clause.marks.contains(.hasNumber) {
      clauses[first.lowerBound].marks.insert(.says)
    }
  }

  /// Notes the clauses that hold keywords, in one pass.
  private mutating func mark(_ words: [[UInt8]]) {
    /// By byte, the words that end with it: last bytes are rarer than the first ones of ideographs.
    var ends = [UInt8](repeating: 0, count: 256)
    for (bit, word) in words.enumerated() {
      if let last = word.last { ends[Int(last)] |= 1 << UInt8(bit) }
    }
    text.bytes.withUnsafeBufferPointer { bytes in
      for index in clauses.indices {
        let range = clauses[index].range
        var found: UInt8 = 0
        var next = range.lowerBound
        while next < range.upperBound {
          // Words end with the last byte of a character.
          let place = bytes[next].beginsIdeograph ? min(next &+ 2, range.upperBound &- 1) : next
          next = place &+ 1
          var candidates = ends[Int(bytes[place])] & ~found
          while candidates != 0 {
            let word = words[candidates.trailingZeroBitCount]
            let start = place + 1 - word.count
            if start >= range.lowerBound, Self.stands(word, bytes, at: start) {
              found |= candidates & (0 &- candidates)
            }
            candidates &= candidates - 1
          }
        }
        keywords[index] = found
      }
    }
  }

  @inline(__always)
  private static func stands(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = 0
    while index < word.count {
      if bytes[start + index] != word[index] { return false }
      index += 1
    }
    return true
  }

  /// The ranges of the weightiest piece, and of who says it where that is named apart from it.
  func best() -> [Range<Int>] {
    var best: Piece?
    var (rank, lastSpeaker) = (0, Int?.none)
    for (number, sentence) in sentences.enumerated() {
      let (clauseRange, isOriginalTitle) = withoutLabel(sentence)
      guard isUsed(clauseRange) else { continue }
      let isHeading = isOriginalTitle || rank == 0 && !isEnded[number] && clauseRange.count <= 5
      let subject = leadEnd(clauseRange)
      let speaker = speaker(clauseRange.lowerBound..<subject)
      let frame = Frame(
        clauses: clauseRange, subject: subject, speaker: speaker, speakerBefore: lastSpeaker, rank: rank,
        isHeading: isHeading, isLast: number == sentences.count - 1, asks: asks(clauseRange))
      weigh(frame, &best)
      rank += 1
      lastSpeaker = speaker ?? lastSpeaker
    }
    return best.map(ranges) ?? firstSentence.map { [$0] } ?? []
  }

  private func ranges(of piece: Piece) -> [Range<Int>] {
    guard let speaker = piece.speaker ?? name(for: piece) else { return [piece.range] }
    let range = clauses[speaker].range
    return speaker == piece.first - 1 ? [range.lowerBound..<piece.range.upperBound] : [range, piece.range]
  }

  /// Who speaks belongs to what is said, as in a headline (林一：…), where a short clause names him.
  private func name(for piece: Piece) -> Int? {
    guard let speaker = piece.frame.speaker ?? piece.frame.speakerBefore, speaker < piece.first else { return nil }
    let isName =
      !clauses[speaker].marks.contains(.isNameless)
      && terms.characters(in: clauses[speaker].range) <= Self.longestName
    return isName ? speaker : nil
  }

  /// What is left where no piece has the length of a headline.
  private var firstSentence: Range<Int>? {
    sentences.first { isUsed($0) }.map {
      clauses[$0.lowerBound].range.lowerBound..<clauses[$0.upperBound - 1].range.upperBound
    }
    .flatMap { $0.count <= Self.longestSentence ? $0 : nil }
  }
}

// MARK: - Sentences

extension SummaryWeighing {
  /// A sentence as it stands in the text.
  private struct Frame {
    var clauses: Range<Int>
    /// The first clause that does more than lead in.
    var subject: Int
    /// The clause before the subject that names who speaks, and the last one of the sentences before.
    var speaker: Int?
    var speakerBefore: Int?
    /// How many sentences come before.
    var rank: Int
    var isHeading: Bool
    var isLast: Bool
    /// Whether it puts a question.
    var asks: Bool
  }

  private func asks(_ sentence: Range<Int>) -> Bool {
    if sentence.contains(where: { clauses[$0].marks.contains(.asks) }) { return true }
    guard let last = sentence.last else { return false }
    let end = clauses[last].range.upperBound
    return end < text.bytes.count && text.bytes[end] == UInt8(ascii: "?")
  }

  private func withoutLabel(_ sentence: Range<Int>) -> (Range<Int>, Bool) {
    let label = text.bytes[clauses[sentence.lowerBound].range]
    let isLabel =
      sentence.count > 1
      && (label.elementsEqual(SummaryClauses.originalTitle)
        || label.dropFirst().elementsEqual(SummaryClauses.originalTitle))
    return (isLabel ? sentence.dropFirst() : sentence, isLabel)
  }

  /// Lines of the page and what repeats the title are not.
  private func isUsed(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, let last = sentence.last, !clauses[first].marks.contains(.isAside) else {
      return false
    }
    let range = clauses[first].range.lowerBound..<clauses[last].range.upperBound
    guard terms.characters(in: range) >= Self.characters.lowerBound else { return false }
    return !titleTerms.isRepeated(by: range, text.bytes)
  }

  private func leadEnd(_ sentence: Range<Int>) -> Int {
    var index = sentence.lowerBound
    while index < sentence.upperBound - 1, leadsIn(index) { index += 1 }
    return index
  }

  private func leadsIn(_ index: Int) -> Bool {
    let marks = clauses[index].marks
    if marks.contains(.isDate) || isDateline(index) { return true }
    let length = terms.characters(in: clauses[index].range)
    if marks.contains(.says) { return length <= Self.longestSpeaker }
    return length <= Self.longestLead && (marks.contains(.leadsIn) || marks.isSuperset(of: [.conditions, .waits]))
  }

  private func lacksSubject(_ index: Int) -> Bool { clauses[index].marks.contains(.lacksSubject) }

  private func isDateline(_ index: Int) -> Bool {
    clauses[index].marks.contains(.isDateline) && terms.characters(in: clauses[index].range) <= Self.longestLead
  }

  /// The last of the clauses that lead in which says who speaks.
  private func speaker(_ leads: Range<Int>) -> Int? {
    leads.last {
      let marks = clauses[$0].marks
      return marks.contains(.says) && marks.isDisjoint(with: [.leadsIn, .isDate, .isDateline])
        && terms.characters(in: clauses[$0].range) <= Self.longestSpeaker
    }
  }
}

// MARK: - Weights

extension SummaryWeighing {
  private struct Piece {
    var weight: Double
    var frame: Frame
    /// Its first clause.
    var first: Int
    var range: Range<Int>
    /// The clause that names who says it, apart from it.
    var speaker: Int?
  }

  /// Puts the weightiest piece of a sentence in place of a lighter one.
  private func weigh(_ frame: Frame, _ best: inout Piece?) {
    for first in frame.clauses.prefix(Self.mostStarts) where !isDateline(first) {
      for last in first..<min(frame.clauses.upperBound, first + Self.mostClauses) {
        let range = clauses[first].range.lowerBound..<clauses[last].range.upperBound
        guard Self.characters.contains(terms.characters(in: range)) else { continue }
        take(nil)
        if let speaker = frame.speaker, first > speaker + 1 { take(speaker) }

        func take(_ speaker: Int?) {
          let weight = weight(first, last, range, frame, speaker: speaker)
          guard weight > best?.weight ?? -.infinity else { return }
          best = Piece(weight: weight, frame: frame, first: first, range: range, speaker: speaker)
        }
      }
    }
  }

  private func weight(_ first: Int, _ last: Int, _ range: Range<Int>, _ frame: Frame, speaker: Int?) -> Double {
    let length = Double(terms.characters(in: range))
    let name = speaker.map { terms.characters(in: clauses[$0].range) } ?? 0
    let all = Int(length) + name
    var weight = 5 * Double(terms.repeats(in: range)) / (length + 24)
    weight += 8 * Double(terms.shared(in: range)) / (length + 6)
    weight += 0.4 * Double((first...last).reduce(0) { $0 | keywords[$1] }.nonzeroBitCount)
    weight -= 0.1 * Double(max(0, all - ideal)) + 0.1 * Double(max(0, all - ideal - 16))
    weight += placeWeight(first, last, frame) + wordWeight(first, last) + frameWeight(frame)
    if speaker != nil { weight += 0.5 }
    if name > Self.longName || beginsWithLongName(first, last) { weight -= 2 }
    if speaker == nil, first == frame.subject, first > frame.clauses.lowerBound, lacksSubject(first) { weight -= 1.5 }
    return weight
  }

  private func beginsWithLongName(_ first: Int, _ last: Int) -> Bool {
    first < last && clauses[first].marks.contains(.says) && terms.characters(in: clauses[first].range) > Self.longName
  }

  private func placeWeight(_ first: Int, _ last: Int, _ frame: Frame) -> Double {
    // 云岭电池公告,拟回购股份: the sentence begins with who announces.
    let begins = first < frame.subject && first == frame.subject - 1 && last > first && lacksSubject(frame.subject)
    var weight = -0.15 * Double(min(frame.rank, 10)) - 2 * Double(begins ? 0 : abs(first - frame.subject))
    if first == frame.subject || begins { weight += 2 }
    if first > frame.subject { weight -= 0.5 }
    if last == frame.clauses.upperBound - 1 { weight += 2 }
    if frame.isHeading { weight += 3 }
    if frame.isLast, frame.rank > 0 { weight += 1 }
    return weight
  }

  private func frameWeight(_ frame: Frame) -> Double {
    var weight = 0.0
    if frame.asks { weight -= 3 }
    if clauses[frame.clauses.lowerBound].marks.contains(.isBackground) { weight -= 2 }
    return weight
  }

  private func wordWeight(_ first: Int, _ last: Int) -> Double {
    let (begins, ends) = (clauses[first].marks, clauses[last].marks)
    let holds = (first...last).reduce(into: SummaryMarks()) { $0.formUnion(clauses[$1].marks) }
    var weight = 0.0
    if begins.contains(.continues) { weight -= 1.5 }
    if first < last, ends.contains(.continues) { weight -= 1.5 }
    if first < last, ends.contains(.compares) { weight += 1.5 }
    if begins.contains(.conditions) { weight -= 5 }
    if ends.contains(.says) { weight -= 5 }
    if ends.contains(.waits) { weight -= 1.5 }
    if holds.contains(.hasNumber) { weight += 1 }
    if holds.contains(.hasFigure) { weight += 1.5 }
    if holds.contains(.moves) { weight += 0.7 }
    if holds.contains(.foresees) { weight += 1 }
    if holds.contains(.concludes) { weight += 1.5 }
    if holds.contains(.meets) { weight -= 3 }
    return weight
  }
}
