import GRDB

/// Changes to the lists of articles of each term, gathered in memory and written in the order of the table.
struct PostingChanges {
  private struct Posting: Hashable {
    var term: Int64
    var article: Int64
  }

  private static let inserts = BulkInsert(into: "posting", columns: ["term_id", "article_id"], onConflict: "NOTHING")

  /// Whether the row is to be there.
  private var changes: [Posting: Bool] = [:]

  mutating func add(_ term: Int64, _ article: Int64) { changes[Posting(term: term, article: article)] = true }

  mutating func remove(_ term: Int64, _ article: Int64) { changes[Posting(term: term, article: article)] = false }

  mutating func flush(_ db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM posting WHERE term_id = ? AND article_id = ?")
    for (posting, isThere) in changes where !isThere {
      try delete.execute(arguments: [posting.term, posting.article])
    }
    let added = changes.filter(\.value).keys.sorted { ($0.term, $0.article) < ($1.term, $1.article) }
    var numbers: [Int64] = []
    numbers.reserveCapacity(added.count * 2)
    for posting in added {
      numbers.append(posting.term)
      numbers.append(posting.article)
    }
    try Self.inserts.insert(numbers, db)
    changes.removeAll(keepingCapacity: true)
  }
}
