/// Writes Chinese by a small grammar: words as frequent as in the language, and phrases that many articles share, so that
/// pairs of characters combine much as they do in prose.
struct ChineseWriter: ProseWriter {
  /// Chosen so that the distinct pairs of an article, the pairs of all articles, and the share of articles that a pair
  /// occurs in are near those of real news.
  private static let phraseCount = 80_000
  private static let zipfOffset = 60.0

  let overshoot = 24.0

  private let vocabulary: Vocabulary
  private let phrases: Snippets
  private let phraseChoice: WeightedChoice
  private let templates = ChinesePhrases.templates
  private let openings = WeightedChoice(ChinesePhrases.openings.map(\.share))

  init(_ vocabulary: Vocabulary, seed: UInt64) {
    self.vocabulary = vocabulary
    var dice = Dice(seed: seed, kind: 1)
    var phrases = Snippets()
    var phrase = TextBuffer()
    for _ in 0..<Self.phraseCount {
      phrase.removeAll()
      for _ in 0..<dice.number(in: 2...4) {
        vocabulary.words.write(vocabulary.wordChoice.draw(&dice), to: &phrase)
      }
      phrases.append(phrase.string)
    }
    self.phrases = phrases
    phraseChoice = .zipf(count: phrases.count, offset: Self.zipfOffset)
  }

  func writeTitle(_ topic: Topic, _ dice: inout Dice, to text: inout TextBuffer) {
    var own = OwnPhrases(drawn: phraseChoice, &dice)
    switch dice.below(10) {
    case 0..<4:
      writeCompany(topic, &dice, to: &text)
      text.append("：")
      writeUnits(3, topic, &own, &dice, to: &text)
    case 4..<7:
      writeUnits(2, topic, &own, &dice, to: &text)
      text.append(" ")
      writeTag(topic, &dice, to: &text)
      writeUnits(2, topic, &own, &dice, to: &text)
    default:
      writeUnits(2, topic, &own, &dice, to: &text)
      text.append("，")
      writeUnits(3, topic, &own, &dice, to: &text)
    }
  }

  func writeBody(_ topic: Topic, length: Int, _ dice: inout Dice, to text: inout TextBuffer) {
    var own = OwnPhrases(drawn: phraseChoice, &dice)
    write(ChinesePhrases.openings[openings.draw(&dice)].parts, topic, &dice, to: &text)
    while true {
      for _ in 0..<dice.number(in: 2...5) {
        writeSentence(topic, &own, &dice, to: &text)
        if text.characters >= length { return }
      }
      text.append("\n")
    }
  }

  private func writeSentence(_ topic: Topic, _ own: inout OwnPhrases, _ dice: inout Dice, to text: inout TextBuffer) {
    if dice.chance(0.12) {
      write(ChinesePhrases.connectives[dice.below(ChinesePhrases.connectives.count)], topic, &dice, to: &text)
      text.append("，")
    }
    let isQuoted = dice.chance(0.04)
    if isQuoted {
      People.write(&dice, to: &text)
      text.append("表示：“")
    }
    for clause in 0..<dice.number(in: 1...4) {
      if clause > 0 { text.append("，") }
      writeUnits(dice.number(in: 2...4), topic, &own, &dice, to: &text)
    }
    text.append(isQuoted ? "。”" : "。")
  }

  private func writeUnits(
    _ count: Int, _ topic: Topic, _ own: inout OwnPhrases, _ dice: inout Dice, to text: inout TextBuffer
  ) {
    for _ in 0..<count {
      switch dice.below(100) {
      case 0..<52: phrases.write(phraseChoice.draw(&dice), to: &text)
      case 52..<67: phrases.write(own.draw(&dice), to: &text)
      case 67..<82: vocabulary.words.write(vocabulary.wordChoice.draw(&dice), to: &text)
      case 82..<94: write(templates[templateIndex(&dice)], topic, &dice, to: &text)
      case 94..<98: writeTag(topic, &dice, to: &text)
      default: writeCompany(topic, &dice, to: &text)
      }
    }
  }

  private func templateIndex(_ dice: inout Dice) -> Int {
    // A triangle is near enough to Zipf among so few.
    min(dice.below(templates.count), dice.below(templates.count))
  }

  private func write(_ parts: [PhrasePart], _ topic: Topic, _ dice: inout Dice, to text: inout TextBuffer) {
    for part in parts {
      switch part {
      case .text(let words): text.append(words)
      case .slot(let slot): fill(slot, topic, &dice, to: &text)
      }
    }
  }

  private func writeTag(_ topic: Topic, _ dice: inout Dice, to text: inout TextBuffer) {
    let tag = topic.tags.isEmpty ? vocabulary.tagChoice.draw(&dice) : topic.tags[dice.below(topic.tags.count)]
    vocabulary.tagSnippets.write(tag, to: &text)
  }

  /// Mostly a company that the article is about.
  private func writeCompany(_ topic: Topic, _ dice: inout Dice, to text: inout TextBuffer) {
    let isOwn = !topic.companies.isEmpty && dice.chance(0.8)
    let company =
      isOwn ? topic.companies[dice.below(topic.companies.count)] : vocabulary.companyChoice.draw(&dice)
    vocabulary.companySnippets.write(company, to: &text)
  }

  private func fill(_ slot: Slot, _ topic: Topic, _ dice: inout Dice, to text: inout TextBuffer) {
    switch slot {
    case .percent:
      text.append(hundredths: dice.below(9_000))
      text.append("%")
    case .amount:
      text.append(hundredths: dice.below(50_000))
      text.append(dice.chance(0.8) ? "亿元" : "万元")
    case .number: text.append(dice.number(in: 2...3_000))
    case .price: text.append(hundredths: dice.below(20_000))
    case .date:
      text.append(dice.chance(0.5) ? topic.published.month : dice.number(in: 1...12))
      text.append("月")
      text.append(dice.chance(0.5) ? topic.published.day : dice.number(in: 1...28))
      text.append("日")
    case .month: text.append(dice.number(in: 1...12))
    case .year: text.append(topic.published.year - dice.below(4))
    case .company: writeCompany(topic, &dice, to: &text)
    case .code: text.append(600_000 + topic.companies.reduce(dice.below(2), +) * 7)
    case .tag: writeTag(topic, &dice, to: &text)
    case .mixed: vocabulary.mixedWords.write(vocabulary.mixedChoice.draw(&dice), to: &text)
    case .person: People.write(&dice, to: &text)
    case .place: text.append(People.places[dice.below(People.places.count)])
    }
  }
}

/// The few phrases that one article comes back to.
private struct OwnPhrases {
  private let indices: [Int]

  init(drawn choice: WeightedChoice, _ dice: inout Dice) { indices = (0..<5).map { _ in choice.draw(&dice) } }

  func draw(_ dice: inout Dice) -> Int { indices[dice.below(indices.count)] }
}
