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

/// The best way to lay the letters of a pattern over a candidate that has them all in their order.
///
/// A row a letter of the pattern, a column a letter of the folded candidate. `atPlace` is the best score with the letter matched
/// just there, `beforePlace` the best with it matched somewhere before, less the gap up to and with this place.
struct FuzzyAlignment {
  private enum Points {
    static let match = 16
    static let gapStart = -3
    static let gapExtension = -1
    /// For a letter right after the one before it.
    static let consecutive = 8
    static let camelCase = 7
    static let wordStart = 8
    static let candidateStart = 12
    /// For a pattern that is the whole candidate.
    static let whole = 8
    static let impossible = Int.min / 2
  }

  /// A letter matched at some place.
  private struct Cell {
    var score = Points.impossible
    /// The bonus of the run of neighbours that this letter belongs to.
    var runBonus = 0
    /// Where the letter before it is matched.
    var previous = -1
  }

  private struct Best {
    var score = Points.impossible
    var place = -1
  }

  private let pattern: [UInt32]
  private let candidate: FoldedLetters
  private let bonuses: [Int]

  private var folded: [UInt32] { candidate.folded }

  init(pattern: [UInt32], candidate: FoldedLetters) {
    self.pattern = pattern
    self.candidate = candidate
    let scalars = candidate.scalars
    bonuses = candidate.origins.enumerated().map { index, origin in
      if index == 0 { return Points.candidateStart }
      // Within what one scalar became no word begins.
      guard origin > candidate.origins[index - 1] else { return 0 }
      return Self.bonus(of: LetterKind(scalars[origin]), after: LetterKind(scalars[origin - 1]))
    }
  }

  func bestMatch() -> FuzzyMatcher.Match? {
    let width = folded.count
    var atPlace = [Cell](repeating: Cell(), count: pattern.count * width)
    var beforePlace = [Best](repeating: Best(), count: pattern.count * width)
    for (row, letter) in pattern.enumerated() {
      for place in row..<width {
        let index = row * width + place
        if place > row { beforePlace[index] = extended(beforePlace[index - 1], or: atPlace[index - 1], at: place - 1) }
        guard folded[place] == letter else { continue }
        let above = index - width - 1
        atPlace[index] =
          row == 0 ? firstCell(at: place) : cell(at: place, after: atPlace[above], bestBefore: beforePlace[above])
      }
    }
    return match(from: atPlace)
  }

  private func firstCell(at place: Int) -> Cell {
    Cell(score: Points.match + bonuses[place], runBonus: bonuses[place])
  }

  /// The better of a gap that grows by one and of one that begins after `place`.
  private func extended(_ gap: Best, or cell: Cell, at place: Int) -> Best {
    let begun = cell.score + Points.gapStart
    let grown = gap.score + Points.gapExtension
    return begun > grown ? Best(score: begun, place: place) : Best(score: grown, place: gap.place)
  }

  private func cell(at place: Int, after neighbour: Cell, bestBefore: Best) -> Cell {
    let bonus = bonuses[place]
    let runBonus = max(bonus, neighbour.runBonus, Points.consecutive)
    let inRun = Cell(score: neighbour.score + Points.match + runBonus, runBonus: runBonus, previous: place - 1)
    let afterGap = Cell(
      score: bestBefore.score + Points.match + bonus, runBonus: bonus, previous: bestBefore.place)
    return inRun.score >= afterGap.score ? inRun : afterGap
  }

  private func match(from cells: [Cell]) -> FuzzyMatcher.Match? {
    let width = folded.count
    let lastRow = (pattern.count - 1) * width
    guard var place = (0..<width).max(by: { cells[lastRow + $0].score < cells[lastRow + $1].score }) else { return nil }
    var score = cells[lastRow + place].score
    guard score > Points.impossible / 2 else { return nil }
    if folded == pattern { score += Points.whole }
    var positions: [Int] = []
    for row in pattern.indices.reversed() {
      if positions.last != candidate.origins[place] { positions.append(candidate.origins[place]) }
      place = cells[row * width + place].previous
    }
    return FuzzyMatcher.Match(score: score, positions: positions.reversed())
  }

  private static func bonus(of kind: LetterKind, after before: LetterKind) -> Int {
    switch (before, kind) {
    case (_, .sign): 0
    case (.sign, _): Points.wordStart
    case (.lowercase, .uppercase), (.lowercase, .digit), (.uppercase, .digit): Points.camelCase
    case (.other, .lowercase), (.other, .uppercase), (.other, .digit): Points.camelCase
    case (.lowercase, .other), (.uppercase, .other), (.digit, .other): Points.camelCase
    default: 0
    }
  }
}

/// What a letter is, as far as it shows where words begin.
private enum LetterKind {
  case sign, lowercase, uppercase, digit
  /// Ideographs and letters beyond ASCII.
  case other

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A: self = .lowercase
    case 0x41...0x5A: self = .uppercase
    case 0x30...0x39: self = .digit
    case ..<0x80, 0x2000...0x206F, 0x3000...0x3020, 0xFF00...0xFF0F, 0xB7: self = .sign
    default: self = .other
    }
  }
}
