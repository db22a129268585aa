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
  func writeTitle(_ topic: Topic, _ dice: inout Dice, to text: inout TextBuffer) {
    writeBeginning(dice.number(in: 8...16), &dice, to: &text)
    text.append(" ")
    writeBeginning(dice.number(in: 8...16), &dice, to: &text)
  }

  func writeBody(_ topic: Topic, length: Int, _ dice: inout Dice, to text: inout TextBuffer) {
    while true {
      texts.paragraphs.write(dice.below(texts.paragraphs.count), to: &text)
      if text.characters >= length { return }
      text.append("\n")
    }
  }

  private func writeBeginning(_ length: Int, _ dice: inout Dice, to text: inout TextBuffer) {
    let title = texts.titles[dice.below(texts.titles.count)]
    text.append(String(String.UnicodeScalarView(title.unicodeScalars.prefix(length))))
  }
}
