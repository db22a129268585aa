import GRDB
import NewsModel
import SearchIndex
import TextBasics

/// Counts the articles that contain one or two characters, by the index alone.
struct IndexedCount {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Nil where the index cannot tell: for other queries, while articles wait, where an article is in two blocks, and where it is
  /// damaged.
  func count(_ query: Query) throws -> Int? {
    guard case .text(let text) = query.withoutMutedExcluded, try isComplete() else { return nil }
    let needle = TextNeedle(Folding.fold(text))
    guard needle.isExact, let gram = needle.grams.first else { return nil }
    do {
      return try SearchBlock.all(db).reduce(0) { try $0 + ($1.list(of: gram, db)?.count ?? 0) }
    } catch is DamagedPage {
      return nil
    }
  }

  /// Whether every article stands in the index once, in its present form, and none is muted.
  ///
  /// An article that was changed waits, or stands in a second block until both are merged: then the blocks hold more.
  private func isComplete() throws -> Bool {
    let waiting = try Int64.fetchOne(db, sql: "SELECT article_id FROM unindexed LIMIT 1")
    guard waiting == nil, try StoreState.muted.readable(db) == 0 else { return false }
    let indexed = try SearchBlock.all(db).reduce(0) { $0 + $1.documents }
    return try indexed == QueryCompiler(db).totals(of: Schema.everything).articles
  }
}
