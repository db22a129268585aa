/// What a repair found, and what it could not bring back.
package struct RepairReport: Hashable, Sendable {
  /// What was wrong before.
  package var findings: [StoreFinding] = []
  /// Articles and headlines that the store holds now.
  package var articles = 0
  package var losses: [RepairLoss] = []
}

/// One kind of thing that could not be read any more, and how often.
package struct RepairLoss: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Articles that could not be read at all; they are left out.
    case articles
    /// Headlines, times and marks of articles of which the text is left; the text's first sentence, and the time of the article that came
    /// before it, stand in their place.
    case headlineRows
    /// Headlines; the start of the text, or the headline as it is searched, stands in their place.
    case headlines
    /// Times; the place in the list tells them to the minute, and they are marked as estimated.
    case times
    /// Texts, or their ends.
    case texts
    /// Ids, addresses, bylines and the like.
    case details
    /// Sources, labels and tags.
    case terms
    /// Whether articles were read, starred or muted.
    case marks
    /// Rows of another table.
    case rows(table: String)
    /// Values of rows of another table.
    case values(table: String)
    /// Parts of a table that cannot be reached: how much they held is unknown.
    case parts(table: String)
    /// What was remembered of fetches.
    case fetchStates

    /// Whether news is lost: articles, headlines or texts.
    package var isOfNews: Bool {
      switch self {
      case .articles, .headlineRows, .headlines, .texts: true
      case .parts(let table): table == "article"
      case .times, .details, .terms, .marks, .rows, .values, .fetchStates: false
      }
    }
  }

  package var kind: Kind
  package var count: Int
  /// The first few: keys of articles with what is left of their headlines, or names.
  package var examples: [String]
}

struct RepairLosses {
  private(set) var all: [RepairLoss] = []

  func count(_ kind: RepairLoss.Kind) -> Int { all.first { $0.kind == kind }?.count ?? 0 }

  mutating func add(_ kind: RepairLoss.Kind, count: Int, examples: [Int64]) {
    add(kind, count: count)
    guard count > 0, let index = all.firstIndex(where: { $0.kind == kind }) else { return }
    let room = StoreFindings.exampleLimit - all[index].examples.count
    all[index].examples += examples.prefix(min(room, count)).map(String.init)
  }

  mutating func add(_ kind: RepairLoss.Kind, count: Int = 1, example: @autoclosure () -> String? = nil) {
    guard count > 0 else { return }
    let index = all.firstIndex { $0.kind == kind } ?? all.endIndex
    if index == all.endIndex { all.append(RepairLoss(kind: kind, count: 0, examples: [])) }
    all[index].count += count
    if all[index].examples.count < StoreFindings.exampleLimit, let example = example() {
      all[index].examples.append(example)
    }
  }
}

/// How far a repair has come.
package enum RepairProgress: Hashable, Sendable {
  case checking(CheckProgress)
  /// How much of the store is copied, from 0 to 1.
  case backingUp(Double)
  /// Articles that were read so far.
  case reading(Int)
  /// How much of the new content stands in the file, from 0 to 1.
  case writing(Double)
}
