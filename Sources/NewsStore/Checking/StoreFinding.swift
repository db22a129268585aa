/// Something in a store that is not as the program writes it, and how often.
///
/// Words for people are made where it is shown.
package struct StoreFinding: Hashable, Sendable {
  /// `newstape store repair` mends all of them; what each costs the reader is said beside it.
  package enum Kind: Hashable, Sendable {
    /// SQLite's own structures: what is behind them may not be found.
    case file
    /// A table, column or index that is missing or declared in another way.
    case tables
    /// Rows of a table that hold what no program writes there.
    case rows(table: String)
    /// Rows that refer to something that is not there.
    case references
    /// Articles whose headline cannot be read.
    case articles
    /// Articles whose text, or what stands with it, is missing or cannot be read.
    case bodies
    /// Articles that stand at a place in the list that is not their time's.
    case places
    /// Lists of the articles of a tag, a source or a label.
    case postings
    /// Counts of articles, of all time, by quarter-hour or by day.
    case counts
    /// What articles are recognised by when they come again: else they are doubled.
    case identities
    /// Folded titles and names, by which they are found.
    case folded
    /// Parts of the search index that cannot be read: searches go on without them, more slowly.
    case index
    /// Articles that the search index does not know.
    case notIndexed
    /// What is remembered of fetches: the source is fetched as if for the first time.
    case fetchStates
    /// Changes of many articles that cannot be undone any more.
    case undo
  }

  package var kind: Kind
  package var count: Int
  /// The first few: keys of articles, names, or SQLite's words.
  package var examples: [String]

  package init(_ kind: Kind, count: Int, examples: [String] = []) {
    self.kind = kind
    self.count = count
    self.examples = examples
  }
}

/// Gathers findings, of each kind in the order in which they were met.
struct StoreFindings {
  private(set) var all: [StoreFinding] = []

  /// So many examples say what it is about.
  static let exampleLimit = 5

  mutating func add(_ kind: StoreFinding.Kind, count: Int = 1, example: @autoclosure () -> String? = nil) {
    guard count > 0 else { return }
    let index = all.firstIndex { $0.kind == kind } ?? all.endIndex
    if index == all.endIndex { all.append(StoreFinding(kind, count: 0)) }
    all[index].count += count
    if all[index].examples.count < Self.exampleLimit, let example = example() { all[index].examples.append(example) }
  }
}

/// How far a check has come.
package struct CheckProgress: Hashable, Sendable {
  package enum Part: CaseIterable, Hashable, Sendable { case file, rows, counts, articles, index }

  package var part: Part
  /// Of this part, from 0 to 1; 0 where it is not known.
  package var fraction = 0.0
}
