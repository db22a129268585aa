/// A text to be looked for, as the index sees it.
package struct TextNeedle: Hashable, Sendable {
  /// The grams that every document has which contains the text, and what follows them there; none for blanks.
  package let cover: [Gram: NextCharacterClasses]
  /// Whether a document that has the gram contains the text: it is one gram and nothing else.
  package let isExact: Bool

  /// - Parameter text: folded.
  package init(_ text: String) {
    var text = text
    (cover, isExact) = text.withUTF8 { bytes in
      let cover = GramScanner.cover(of: bytes)
      return (cover, cover.count == 1 && cover.first?.key.length == bytes.count { $0 & 0xC0 != 0x80 })
    }
  }

  package var grams: [Gram] { cover.keys.sorted() }
}
