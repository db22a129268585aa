internal import SeededRandom

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
    var random = SeededGenerator(seed: seed, kind: 1)
    var phrases = Snippets()
    var phrase = TextBuffer()
    for _ in 0..<Self.phraseCount {
      phrase.removeAll()
      for _ in 0..<random.number(in: 2...4) {
        vocabulary.words.write(vocabulary.wordChoice.draw(&random), to: &phrase)
      }
      phrases.append(phrase.string)
    }
    self.phrases = phrases
    phraseChoice = .zipf(count: phrases.count, offset: Self.zipfOffset)
  }

  func writeTitle(_ topic: Topic, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    var own = OwnPhrases(drawn: phraseChoice, &random)
    switch random.below(10) {
    case 0..<4:
      writeCompany(topic, &random, to: &text)
      text.append("：")
      writeUnits(3, topic, &own, &random, to: &text)
    case 4..<7:
      writeUnits(2, topic, &own, &random, to: &text)
      text.append(" ")
      writeTag(topic, &random, to: &text)
      writeUnits(2, topic, &own, &random, to: &text)
    default:
      writeUnits(2, topic, &own, &random, to: &text)
      text.append("，")
      writeUnits(3, topic, &own, &random, to: &text)
    }
  }

  func writeBody(_ topic: Topic, length: Int, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    var own = OwnPhrases(drawn: phraseChoice, &random)
    write(ChinesePhrases.openings[openings.draw(&random)].parts, topic, &random, to: &text)
    while true {
      for _ in 0..<random.number(in: 2...5) {
        writeSentence(topic, &own, &random, to: &text)
        if text.characters >= length { return }
      }
      text.append("\n")
    }
  }

  private func writeSentence(
    _ topic: Topic, _ own: inout OwnPhrases, _ random: inout SeededGenerator, to text: inout TextBuffer
  ) {
    if random.chance(0.12) {
      write(ChinesePhrases.connectives[random.below(ChinesePhrases.connectives.count)], topic, &random, to: &text)
      text.append("，")
    }
    let isQuoted = random.chance(0.04)
    if isQuoted {
      People.write(&random, to: &text)
      text.append("表示：“")
    }
    for clause in 0..<random.number(in: 1...4) {
      if clause > 0 { text.append("，") }
      writeUnits(random.number(in: 2...4), topic, &own, &random, to: &text)
    }
    text.append(isQuoted ? "。”" : "。")
  }

  private func writeUnits(
    _ count: Int, _ topic: Topic, _ own: inout OwnPhrases, _ random: inout SeededGenerator, to text: inout TextBuffer
  ) {
    for _ in 0..<count {
      switch random.below(100) {
      case 0..<52: phrases.write(phraseChoice.draw(&random), to: &text)
      case 52..<67: phrases.write(own.draw(&random), to: &text)
      case 67..<82: vocabulary.words.write(vocabulary.wordChoice.draw(&random), to: &text)
      case 82..<94: write(templates[templateIndex(&random)], topic, &random, to: &text)
      case 94..<98: writeTag(topic, &random, to: &text)
      default: writeCompany(topic, &random, to: &text)
      }
    }
  }

  private func templateIndex(_ random: inout SeededGenerator) -> Int {
    // A triangle is near enough to Zipf among so few.
    min(random.below(templates.count), random.below(templates.count))
  }

  private func write(_ parts: [PhrasePart], _ topic: Topic, _ random: inout SeededGenerator, to text: inout TextBuffer)
  {
    for part in parts {
      switch part {
      case .text(let words): text.append(words)
      case .slot(let slot): fill(slot, topic, &random, to: &text)
      }
    }
  }

  private func writeTag(_ topic: Topic, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    let tag = topic.tags.isEmpty ? vocabulary.tagChoice.draw(&random) : topic.tags[random.below(topic.tags.count)]
    vocabulary.tagSnippets.write(tag, to: &text)
  }

  /// Mostly a company that the article is about.
  private func writeCompany(_ topic: Topic, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    let isOwn = !topic.companies.isEmpty && random.chance(0.8)
    let company =
      isOwn ? topic.companies[random.below(topic.companies.count)] : vocabulary.companyChoice.draw(&random)
    vocabulary.companySnippets.write(company, to: &text)
  }

  private func fill(_ slot: Slot, _ topic: Topic, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    switch slot {
    case .percent:
      text.append(hundredths: random.below(9_000))
      text.append("%")
    case .amount:
      text.append(hundredths: random.below(50_000))
      text.append(random.chance(0.8) ? "亿元" : "万元")
    case .number: text.append(random.number(in: 2...3_000))
    case .price: text.append(hundredths: random.below(20_000))
    case .date:
      text.append(random.chance(0.5) ? topic.published.month : random.number(in: 1...12))
      text.append("月")
      text.append(random.chance(0.5) ? topic.published.day : random.number(in: 1...28))
      text.append("日")
    case .month: text.append(random.number(in: 1...12))
    case .year: text.append(topic.published.year - random.below(4))
    case .company: writeCompany(topic, &random, to: &text)
    case .code: text.append(600_000 + topic.companies.reduce(random.below(2), +) * 7)
    case .tag: writeTag(topic, &random, to: &text)
    case .mixed: vocabulary.mixedWords.write(vocabulary.mixedChoice.draw(&random), to: &text)
    case .person: People.write(&random, to: &text)
    case .place: text.append(People.places[random.below(People.places.count)])
    }
  }
}

/// The few phrases that one article comes back to.
private struct OwnPhrases {
  private let indices: [Int]

  init(drawn choice: WeightedChoice, _ random: inout SeededGenerator) {
    indices = (0..<5).map { _ in choice.draw(&random) }
  }

  func draw(_ random: inout SeededGenerator) -> Int { indices[random.below(indices.count)] }
}
