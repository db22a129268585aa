import GRDB
import NewsModel

/// What else of a damaged store tells how many articles it held, once all that can be read of them stands in another.
struct LostArticles {
  private let source: Database
  private let target: Database

  init(_ source: Database, _ target: Database) {
    self.source = source
    self.target = target
  }

  /// By how many the store counted more than there are now; nil where its counts cannot be read.
  func missing() throws -> Int? {
    do {
      let counted = try source.makeStatement(
        sql: "SELECT articles, unread, starred, stubs FROM term WHERE id = \(Schema.everything)"
      )
      .first([]) { try Totals($0, from: 0) }
      guard let counted else { return nil }
      let muted = Int(try StoreState.muted.value(source))
      let found = try Int.fetchOne(target, sql: "SELECT count(*) FROM article") ?? 0
      return max(0, counted.articles + muted - found)
    } catch  where error.isDamage {
      return nil
    }
  }

  /// The keys of articles that are recognised when they come again, and are not there now; nil where that cannot be read.
  func keys() throws -> [Int64]? {
    let isThere = try target.cachedStatement(sql: "SELECT 1 FROM article WHERE key = ?")
    var lost: Set<Int64> = []
    do {
      let keys = try Row.fetchCursor(source, sql: "SELECT key FROM identity")
      var isAny = false
      while let row = try keys.next() {
        let key = try row.number(0)
        isAny = true
        if !lost.contains(key), try isThere.numbers(key).isEmpty { lost.insert(key) }
      }
      return isAny ? lost.sorted() : nil
    } catch  where error.isDamage {
      return nil
    }
  }
}
