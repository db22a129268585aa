import Foundation
import NewsModel
import TextBasics

/// Ranks articles by how much they are about the texts that a query looks for.
///
/// BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with a title that weighs as much as eight mentions and a
/// summary as two; how rare a text is comes from the search index.
struct Relevance {
  private let texts: [(pattern: FoldedPattern, weight: Double)]

  private static let titleWeight = 8.0
  private static let summaryWeight = 2.0
  /// How soon more mentions cease to add, and how much length counts: the usual values.
  private static let saturation = 1.2
  private static let lengthShare = 0.5
  /// Bytes of an ordinary article.
  private static let usualLength = 2_000.0

  /// - Parameters:
  ///   - texts: what is looked for.
  ///   - frequency: about how many articles contain a text.
  ///   - total: the number of articles.
  init(_ texts: [String], total: Int, frequency: (String) throws -> Int) rethrows {
    self.texts = try texts.map { text in
      let found = Double(try frequency(text))
      return (FoldedPattern(text), log1p((Double(total) - found + 0.5).magnitude / (found + 0.5)))
    }
  }

  func score(title: UnsafeBufferPointer<UInt8>, summary: UnsafeBufferPointer<UInt8>, blocks: UnsafeBufferPointer<UInt8>)
    -> Double
  {
    let length = 1 - Self.lengthShare + Self.lengthShare * Double(blocks.count) / Self.usualLength
    return texts.reduce(0) { sum, text in
      let mentions =
        Double(text.pattern.count(in: title)) * Self.titleWeight
        + Double(text.pattern.count(in: summary)) * Self.summaryWeight
        + Double(BodyTexts(blocks).reduce(0) { $0 + text.pattern.count(in: $1) }) / length
      return sum + text.weight * mentions / (mentions + Self.saturation)
    }
  }
}
