internal import Glibc

/// Titles and bodies of some articles, evenly spread over a corpus, in which substrings can be counted.
struct TextSample: Sendable {
  /// Title, line feed, body.
  let texts: [[Unicode.Scalar]]
  /// The same, for C: with a zero at the end.
  private let characters: [[CChar]]

  init(_ generator: NewsGenerator, count: Int) {
    let count = min(count, generator.count)
    var article = NewsArticle()
    var texts: [[Unicode.Scalar]] = []
    var characters: [[CChar]] = []
    for index in 0..<count {
      generator.write(index * generator.count / count, to: &article)
      let text = "\(article.title.string)\n\(article.body.string)"
      texts.append(Array(text.unicodeScalars))
      characters.append(Array(text.utf8CString))
    }
    self.texts = texts
    self.characters = characters
  }

  /// The share of articles that contain a text.
  func share(of query: String) -> Double {
    let needle = Array(query.utf8CString)
    return Double(characters.count { Self.contains($0, needle) }) / Double(characters.count)
  }

  private static func contains(_ text: [CChar], _ needle: [CChar]) -> Bool { strstr(text, needle) != nil }
}
