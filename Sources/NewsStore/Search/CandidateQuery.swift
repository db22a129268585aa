import GRDB
import NewsModel
import SearchIndex
import TextBasics

/// Which articles may contain some texts: those that have all grams of one of several groups of texts.
struct CandidateQuery: Hashable {
  /// Groups of texts, folded; an article is a candidate when it may contain all texts of one group.
  var alternatives: [[String]]

  init(alternatives: [[String]]) { self.alternatives = alternatives }

  private static let betweenTexts: Character = "\u{1F}"
  private static let betweenGroups: Character = "\u{1E}"

  /// One text for SQLite. A text that holds one of the separators falls into two, which together ask for less.
  var encoded: String {
    alternatives.map { $0.joined(separator: String(Self.betweenTexts)) }
      .joined(separator: String(Self.betweenGroups))
  }

  init(encoded: String) {
    alternatives = encoded.split(separator: Self.betweenGroups, omittingEmptySubsequences: false).map { group in
      group.split(separator: Self.betweenTexts).map(String.init)
    }
  }

  /// The grams of each group, each once, with what must follow it.
  var covers: [[Gram: NextCharacterClasses]] {
    alternatives.map { texts in
      texts.reduce(into: [:]) { $0.merge(TextNeedle($1).cover) { $0.union($1) } }
    }
  }
}

extension CandidateQuery {
  /// The candidates for terms that must all hold; nil where none of them is about text that the index knows.
  ///
  /// Of alternatives (`OR`) one set is taken; others are left to be tested.
  init?(_ terms: [Query]) {
    let texts = terms.compactMap(\.soughtText)
    let alternatives = terms.lazy.compactMap { term -> [[String]]? in
      guard case .or(let parts) = term, !parts.isEmpty else { return nil }
      let groups = parts.map { $0.conjuncts.compactMap(\.soughtText) }
      return groups.contains([]) ? nil : groups
    }.first
    guard !texts.isEmpty || alternatives != nil else { return nil }
    self.init(alternatives: (alternatives ?? [[]]).map { $0 + texts })
  }
}

extension Query {
  /// The text that the index must have of an article, in its form; nil for other terms and for what it has no grams of.
  fileprivate var soughtText: String? {
    switch self {
    case .text(let text), .title(let text):
      let folded = Folding.fold(text)
      return TextNeedle(folded).grams.isEmpty ? nil : folded
    case .author(let name):
      let folded = Folding.fold(name)
      return folded.isEmpty ? nil : BylineText.moved(folded)
    default: return nil
    }
  }
}

/// Guesses how many candidates a search has, from one block of the index and the number of articles that are in none.
struct CandidateEstimate {
  private let db: Database
  /// The number of articles.
  private let total: Int

  init(_ db: Database, total: Int) {
    self.db = db
    self.total = total
  }

  /// Reads a page of the index for each gram.
  func count(_ query: CandidateQuery) throws -> Int {
    let blocks = try SearchBlock.all(db)
    let indexed = blocks.reduce(0) { $0 + $1.documents }
    guard let sample = blocks.max(by: { $0.documents < $1.documents }) else { return total }
    // A walk through the damaged block notes it, and finds all the same.
    guard let found = try count(query, in: sample) else { return 0 }
    return found * indexed / max(1, sample.documents) + max(0, total - indexed)
  }

  /// Nil where the block cannot tell.
  private func count(_ query: CandidateQuery, in block: SearchBlock) throws -> Int? {
    do {
      return try query.covers.reduce(0) { sum, cover in
        try sum + (cover.keys.map { try block.list(of: $0, db)?.count ?? 0 }.min() ?? 0)
      }
    } catch is DamagedPage {
      return nil
    }
  }
}

/// Bylines in the index: in characters of their own, so that a search of texts does not count them, nor a search for an author
/// all that is written about a person.
enum BylineText {
  /// The folded byline, or a part of it, with each character moved to a plane of private use; those of higher planes, which names
  /// seldom have, become one.
  static func moved(_ folded: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      result.append(Unicode.Scalar(plane | min(scalar.value, 0xFFFD)) ?? scalar)
    }
    return String(result)
  }

  private static let plane: UInt32 = 0xF0000
}
