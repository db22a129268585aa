/// A text to be looked for, as the index sees it.
public struct TextNeedle: Hashable, Sendable {
  /// The grams that every document has which contains the text: all documents where there are none.
  public let grams: [Gram]
  /// Whether a document that has the gram contains the text: it is one gram and nothing else.
  public let isExact: Bool

  /// - Parameter text: folded.
  public init(_ text: String) {
    var text = text
    (grams, isExact) = text.withUTF8 { bytes in
      let grams = GramScanner.cover(of: bytes)
      return (grams, grams.count == 1 && grams[0].length == bytes.count { $0 & 0xC0 != 0x80 })
    }
  }
}

extension Gram {
  /// Its number of characters.
  fileprivate var length: Int { Int(rawValue >> 42) + 1 }
}
