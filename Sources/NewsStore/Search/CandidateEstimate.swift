import GRDB
import SearchIndex

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
