internal import SeededRandom

/// Writes sentences of English words, in clauses that articles share and with names that few of them do.
struct EnglishWriter: ProseWriter {
  private static let phraseCount = 20_000

  let overshoot = 60.0

  private let phrases: Snippets
  private let phraseChoice: WeightedChoice
  private let words: Snippets
  private let wordChoice: WeightedChoice
  private let names: Snippets
  private let nameChoice: WeightedChoice

  init(seed: UInt64) {
    let forms = Self.forms
    let words = Snippets(forms.map(\.text))
    let choice = WeightedChoice(forms.map(\.weight))
    var random = SeededGenerator(seed: seed, kind: 2)
    var phrases = Snippets()
    for _ in 0..<Self.phraseCount {
      phrases.append((0..<random.number(in: 2...4)).map { _ in words[choice.draw(&random)] }.joined(separator: " "))
    }
    let names = EnglishWords.nameHeads.flatMap { head in EnglishWords.nameTails.map { head + $0 } }
    self.words = words
    wordChoice = choice
    self.phrases = phrases
    phraseChoice = .zipf(count: phrases.count, offset: 40)
    self.names = Snippets(names)
    nameChoice = .zipf(count: names.count, offset: 10)
  }

  /// All forms of all words with how often they occur: two words in five are function words.
  private static var forms: [(text: String, weight: Double)] {
    func ranked(_ texts: [String], _ share: Double) -> [(text: String, weight: Double)] {
      let weights = texts.indices.map { 1 / (Double($0) + 4) }
      let sum = weights.reduce(0, +)
      return zip(texts, weights).map { ($0, share * $1 / sum) }
    }
    let verbs = EnglishWords.verbs.flatMap { [$0 + "s", $0.hasSuffix("e") ? $0 + "d" : $0 + "ed", $0] }
    return ranked(EnglishWords.function, 0.4) + ranked(EnglishWords.nouns.flatMap { [$0, $0 + "s"] }, 0.35)
      + ranked(verbs, 0.13) + ranked(EnglishWords.qualities, 0.12)
  }

  func writeTitle(_ topic: Topic, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    let start = text.bytes.count
    if random.chance(0.6) {
      names.write(nameChoice.draw(&random), to: &text)
      text.append(" ")
    }
    writeUnits(random.number(in: 3...4), &random, to: &text)
    text.capitalise(at: start)
  }

  func writeBody(_ topic: Topic, length: Int, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    text.append(People.englishPlaces[random.below(People.englishPlaces.count)])
    text.append(" - ")
    while true {
      for sentence in 0..<random.number(in: 1...4) {
        if sentence > 0 { text.append(" ") }
        writeSentence(&random, to: &text)
        if text.characters >= length { return }
      }
      text.append("\n")
    }
  }

  private func writeSentence(_ random: inout SeededGenerator, to text: inout TextBuffer) {
    let start = text.bytes.count
    for clause in 0..<random.number(in: 1...3) {
      if clause > 0 { text.append(", ") }
      writeUnits(random.number(in: 3...6), &random, to: &text)
    }
    text.append(".")
    text.capitalise(at: start)
  }

  private func writeUnits(_ count: Int, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    for unit in 0..<count {
      if unit > 0 { text.append(" ") }
      switch random.below(100) {
      case 0..<50: phrases.write(phraseChoice.draw(&random), to: &text)
      case 50..<88: words.write(wordChoice.draw(&random), to: &text)
      case 88..<95: names.write(nameChoice.draw(&random), to: &text)
      default:
        text.append(hundredths: random.below(10_000))
        text.append(random.chance(0.5) ? " percent" : " billion yuan")
      }
    }
  }
}
