import NewsModel
import TextAnalysis
import TextBasics

/// Articles as anybody may publish them.
extension FuzzTarget {
  /// A title in the first line and a text behind it: whatever they say, facets come of them, and their words are the article's own.
  static let analysis = FuzzTarget("analysis", longestInput: 2_048) { bytes throws(FuzzFinding) in
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let title = String(decoding: parts[0], as: UTF8.self)
    let text = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : ""
    try expectOwnWords(title: title, text: text)
    // What takes long for its length is seen by the fuzzer's clock when it comes many times.
    _ = analyser.facets(title: title, text: String(repeating: text + "\n", count: 16))
  }

  private static let analyser = TextAnalyser()

  private static func expectOwnWords(title: String, text: String) throws(FuzzFinding) {
    let facets = analyser.facets(title: title, text: text)
    let article = AnalysedText(title: title, text: text).original.string
    let words = facets.keywords + facets.summary + facets.figures.map(\.quote)
    let evidence = facets.companies.map(\.evidence) + facets.events.map(\.evidence) + (facets.tone?.evidence ?? [])
    // Of a ligature that holds several words its folded letters are given.
    let folded = Folding.fold(article)
    for quote in words + evidence.map(\.quote) {
      try expect(article.contains(quote) || folded.contains(quote), "\(quote) is not in \(article)")
    }
    try expect(Set(facets.keywords).count == facets.keywords.count, "\(facets.keywords) says a word twice")
    try expect(Set(facets.events.map(\.kind)).count == facets.events.count, "a kind of event stands twice")
    for event in facets.events {
      let bounds = [event.amount?.range, event.percentage].compactMap { $0 }
      try expect(bounds.allSatisfy { $0.upperBound.isFinite && $0.lowerBound.isFinite }, "\(event) has no number")
    }
    _ = analyser.values(title: title, text: text, needsKeywords: false)
  }
}
