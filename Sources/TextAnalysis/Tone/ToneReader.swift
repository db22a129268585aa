import NewsModel

/// Reads whether news is good or bad for the companies of its headline: by what happened, what was planned and ended, denied or
/// granted, and which figures went up or down.
///
/// The title decides. Where it tells nothing at all and a listed company is named, or where there is no title, the first sentences of
/// the text do: behind a title only by several strong words of one mind. Routine notices, plans without a direction, markets and politics give nothing.
struct ToneReader: Sendable {
  var chinese: ToneTable
  var english: ToneTable

  init(chinese: ToneTable = .chinese, english: ToneTable = .english) {
    self.chinese = chinese
    self.english = english
  }

  /// Bytes of the text that are read: some 300 characters.
  private static let reach = 900
  /// Values that decide.
  private static let enough = 2
  private static let enoughInText = 5

  /// - Parameters:
  ///   - namesCompany: whether the head names a listed company.
  ///   - events: those of the article; one of a Chinese title gives its direction where the tables say nothing.
  ///   - names: where companies are named, in order: words within a name tell nothing.
  func tone(
    of text: AnalysedText, namesCompany: Bool, names: [Range<Int>] = [], events: [NewsEvent] = []
  ) -> ToneReading? {
    let title = text.bytes.trimmed(text.title)
    if title.isEmpty { return reading(tale(of: text, text.text, names).strong, text, enough: Self.enough) }
    let tale = tale(of: text, title, names)
    if !tale.strong.isEmpty {
      guard let question = text.bytes.lastQuestion(title) else {
        return reading(tale.cues, text, enough: Self.enough)
      }
      // What stands in other clauses than the question is told as always.
      let told = tale.cues.filter { !question.overlaps($0.range) }
      if question.upperBound < title.upperBound { return reading(told, text, enough: Self.enough) }
      return reading(told.filter { abs($0.value) >= 3 }, text, enough: Self.enough)
        ?? reading(tale.cues, text, enough: 2 * Self.enough)
    }
    if tale.isElsewhere || tale.cues.contains(where: { $0.reason == .denied }) { return nil }
    if let reading = reading(of: events) {
      let isOfTable = events.contains { $0.evidence.rule.hasSuffix(EnglishResultsTable.rule) }
      if isOfTable || !text.bytes.isMostlyEnglish(title) { return reading }
    }
    guard namesCompany else { return nil }
    let told = self.tale(of: text, behind(title, in: text), names).strong
    let isOfOneMind = Set(told.map { $0.value > 0 }).count == 1
    return isOfOneMind ? reading(told, text, enough: Self.enoughInText) : nil
  }

  /// The text without the title, which some sources say twice.
  private func behind(_ title: Range<Int>, in text: AnalysedText) -> Range<Int> {
    let body = text.bytes.trimmed(text.text)
    return text.bytes[body].starts(with: text.bytes[title]) ? body.lowerBound + title.count..<body.upperBound : body
  }

  /// The direction of what happened, where it is one and is never routine.
  private func reading(of events: [NewsEvent]) -> ToneReading? {
    let telling = events.filter { $0.evidence.isInTitle && $0.kind.tellsTone && $0.direction != nil }
    guard let first = telling.first, let tone = first.direction, telling.allSatisfy({ $0.direction == tone }) else {
      return nil
    }
    return ToneReading(tone: tone, evidence: telling.map(\.evidence))
  }

  private func tale(of text: AnalysedText, _ range: Range<Int>, _ names: [Range<Int>]) -> ToneScan.Tale {
    let range = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.reach)
    let language: ToneLanguage = text.bytes.isMostlyEnglish(range) ? .english : .chinese
    var scan = ToneScan(text.bytes, range, language: language, table: language == .english ? english : chinese)
    return scan.tale(names)
  }

  private func reading(_ cues: [ToneCue], _ text: AnalysedText, enough: Int) -> ToneReading? {
    guard let tone = verdict(cues, enough: enough) else { return nil }
    return ToneReading(tone: tone, evidence: cues.prefix(Self.evidenceLimit).map { evidence($0, text) })
  }

  private static let evidenceLimit = 8

  private func verdict(_ cues: [ToneCue], enough: Int) -> Tone? {
    let sum = cues.reduce(0) { $0 + $1.value }
    if sum >= enough { return .positive }
    if sum <= -enough { return .negative }
    // Bad news stays bad beside a dividend, and good news of one weight with bad news of the same is neither.
    let worst = cues.map(\.value).min() ?? 0
    let best = cues.map(\.value).max() ?? 0
    return worst <= -3 && best < 3 && enough <= Self.enough ? .negative : nil
  }

  private func evidence(_ cue: ToneCue, _ text: AnalysedText) -> Evidence {
    text.evidence(
      cue.range, rule: "\(cue.reason.rawValue) \(cue.value > 0 ? "+" : "")\(cue.value)", isOwn: cue.has(.own))
  }
}

extension ToneScan.Tale {
  /// What weighs enough to count outside a title.
  fileprivate var strong: [ToneCue] { cues.filter { abs($0.value) >= 2 } }
}

extension EventKind {
  /// Whether its direction is a tone: managers come and go, products are shown, and not each complaint is bad news.
  fileprivate var tellsTone: Bool {
    switch self {
    case .reduction, .increase, .buyback, .results, .investigation, .inquiry, .default, .delisting, .crime: true
    case .merger, .suspension, .litigation, .management, .rating, .issuance, .dividend, .contract, .product, .control,
      .accident:
      false
    }
  }
}

extension [UInt8] {
  /// The clause of the last question mark of a title.
  fileprivate func lastQuestion(_ title: Range<Int>) -> Range<Int>? {
    guard let mark = title.last(where: { self[$0] == UInt8(ascii: "?") }) else { return nil }
    let isEnglish = isMostlyEnglish(title)
    var start = mark
    while start > title.lowerBound {
      let end = self.break(at: start - 1)
      if end == .clause || end == .sentence || end == .blank && !isEnglish { break }
      start -= 1
    }
    return start..<mark + 1
  }

  /// Without blanks and line breaks at both ends.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] <= 0x20 { start += 1 }
    while start < end, self[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}

/// Whether a headline is about a firm, listed or not: by a word that only firms have, or by what happened to it.
///
/// A flood, an exhibition and a bank of issue have no tone, however many good and bad words stand beside them.
enum ToneSubjects {
  private static let words = WordMatcher(of: NewsSignWords.firms)

  static func areNamed(in text: AnalysedText, _ events: [NewsEvent]) -> Bool {
    guard !text.title.isEmpty, !events.contains(where: \.evidence.isInTitle) else { return true }
    // An English headline in small letters names firms by words that no table knows; one in capitals writes INC or a code
    // beside them.
    if text.bytes.isMostlyEnglish(text.title), !text.shoutsTitle { return true }
    if text.bytes[text.title].contains(UInt8(ascii: "<")) { return true }
    return words.hasMatch(in: text.bytes, text.title)
  }
}
