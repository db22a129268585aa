/// Finds what a person means by a few letters: the pattern's letters in order, with others between them.
///
/// Case, width and Traditional or Simplified make no difference (`Folding`), blanks in the pattern are left out. Matches
/// are ranked by a local alignment in the manner of Smith and Waterman (1981) with gaps that cost less as they grow
/// (Gotoh 1982) and a bonus for places where words begin, the idea of the finder fzf: the beginning of the candidate
/// counts most, then beginnings of words, then letters that follow each other.
package struct FuzzyMatcher: Hashable, Sendable {
  package struct Match: Hashable, Sendable {
    /// The higher the better; comparable between candidates for one pattern.
    package var score: Int
    /// The matched places, as offsets of Unicode scalars in the candidate, ascending.
    package var positions: [Int]

    package init(score: Int, positions: [Int]) {
      self.score = score
      self.positions = positions
    }
  }

  /// The folded letters.
  let pattern: [UInt32]

  package init(_ pattern: String) {
    self.pattern = Folding.fold(pattern).unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value)
  }

  /// How well the candidate matches, or nil where the pattern's letters are not all in it in their order.
  ///
  /// The empty pattern matches everything with score 0. A candidate that does not match is rejected in linear time
  /// without an allocation, the others take time and memory by the product of the lengths.
  package func score(_ candidate: String) -> Match? {
    guard !pattern.isEmpty else { return Match(score: 0, positions: []) }
    guard isSubsequence(of: candidate) else { return nil }
    return FuzzyAlignment(pattern: pattern, candidate: FoldedLetters(candidate)).bestMatch()
  }

  private func isSubsequence(of candidate: String) -> Bool {
    candidate.withBytes { bytes in
      var units = FoldingUnits(bytes)
      var matched = 0
      while matched < pattern.count, units.advance() {
        units.forEachScalar { if matched < pattern.count, $0 == pattern[matched] { matched += 1 } }
      }
      return matched == pattern.count
    }
  }
}
