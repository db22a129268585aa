internal import SeededRandom

/// Puts articles together from paragraphs of others: each sentence is real, and so are nearly all pairs of characters.
struct RecombiningWriter: ProseWriter {
  private let texts: ParagraphCollection.Texts

  let overshoot: Double

  init(_ texts: ParagraphCollection.Texts) {
    self.texts = texts
    // The last paragraph goes on from a random place in it, and long ones are met more often.
    let lengths = (0..<texts.paragraphs.count).map { Double(texts.paragraphs.characters(of: $0)) }
    let squares = lengths.reduce(0) { $0 + $1 * $1 }
    overshoot = squares / (2 * lengths.reduce(0, +))
  }

  /// The beginnings of two titles, so that hardly any title comes twice.
  func writeTitle(_ topic: Topic, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    writeBeginning(random.number(in: 8...16), &random, to: &text)
    text.append(" ")
    writeBeginning(random.number(in: 8...16), &random, to: &text)
  }

  func writeBody(_ topic: Topic, length: Int, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    while true {
      texts.paragraphs.write(random.below(texts.paragraphs.count), to: &text)
      if text.characters >= length { return }
      text.append("\n")
    }
  }

  private func writeBeginning(_ length: Int, _ random: inout SeededGenerator, to text: inout TextBuffer) {
    let title = texts.titles[random.below(texts.titles.count)]
    text.append(String(String.UnicodeScalarView(title.unicodeScalars.prefix(length))))
  }
}
