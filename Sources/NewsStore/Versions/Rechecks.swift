package import Foundation
import GRDB
import Log
package import NewsModel
import RegularExpressions
import TextAnalysis

/// An article whose page is looked at again.
package struct RecheckedPage: Hashable, Sendable {
  package var key: ArticleKey
  package var address: String
  /// How many of the looks it has had, or missed, once this one is over.
  fileprivate var looks: Int
}

/// What another look at the page of an article showed.
package enum RecheckResult: Hashable, Sendable {
  case unchanged, changed, withdrawn
}

/// When the pages of articles are looked at again that the reader starred, or that match a saved query which asks for it.
struct Rechecks {
  let db: Database

  /// Seconds after the arrival of an article; a refresh that comes later makes up for all that it missed by one look.
  static let pauses: [Int64] = [3_600, 86_400, 7 * 86_400]
  /// Of articles that came earlier than this the last look was missed, and is not made up for.
  private static let horizon: Int64 = 30 * 86_400
  private static let mostCandidates = 5_000

  /// Articles whose time has come, the newest first.
  func due(at now: Timestamp, zone: TimeZone, limit: Int) throws -> [RecheckedPage] {
    let query = Query.allOf([
      .anyOf([.starred] + (try flaggedQueries(at: now, zone: zone))), .seen(since: .begun(now - Self.horizon)),
    ])
    let rows = try QueryCompiler(db).compile(query).cursor(
      db, "a.key, a.arrived", order: .newestFirst, limit: Self.mostCandidates)
    var pages: [RecheckedPage] = []
    let state = try db.cachedStatement(
      sql: "SELECT b.url, (SELECT looks FROM recheck r WHERE r.key = b.key) FROM body b WHERE b.key = ?")
    while pages.count < limit, let row = try rows.next() {
      let (key, age) = (try row.number(0), now - (try row.moment(1)))
      let looks = Self.pauses.count { $0 <= age }
      guard looks > 0 else { continue }
      let (address, had) =
        try state.first([key]) { (try $0.textIfPresent(0), try $0.numberIfPresent(1) ?? 0) } ?? (nil, 0)
      guard let address, had < looks else { continue }
      pages.append(RecheckedPage(key: ArticleKey(key), address: address, looks: looks))
    }
    return pages
  }

  /// Those that cannot be read any more ask for nothing; the list of saved queries tells of them.
  private func flaggedQueries(at now: Timestamp, zone: TimeZone) throws -> [Query] {
    let parser = QueryParser(now: now, zone: zone, names: TextAnalyser.names, checkPattern: RegularExpression.mistake)
    return try String.fetchAll(db, sql: "SELECT query FROM saved_query WHERE is_rechecked = 1").compactMap { text in
      Log.attempt("read a saved query", .info) { try parser.parse(text) }
    }
    .filter { $0.asOf == nil }
  }

  func note(_ page: RecheckedPage) throws {
    try db.cachedStatement(
      sql: "INSERT INTO recheck (key, looks) VALUES (?, ?) ON CONFLICT DO UPDATE SET looks = excluded.looks"
    )
    .run([page.key.rawValue, Int64(page.looks)])
  }
}

extension NewsStore {
  /// Articles whose pages are to be looked at again by now: those that are starred, or match a saved query that asks for it, one hour,
  /// one day and seven days after they arrived. The newest first.
  package func pagesToRecheck(at now: Timestamp, zone: TimeZone, limit: Int) throws(StoreError) -> [RecheckedPage] {
    try read { try Rechecks(db: $0).due(at: now, zone: zone, limit: limit) }
  }

  /// Notes what another look at a page has shown: nil where it could not be had this time, which is no news of it.
  ///
  /// An article whose text is that of a feed is not compared with its page, whose words are others; its feed brings its changes.
  package func saveRecheck(
    of page: RecheckedPage, _ item: Item?, at now: Timestamp
  ) throws(StoreError) -> RecheckResult {
    try write { writer in
      try Rechecks(db: writer.db).note(page)
      guard let item, let old = try ArticleRow.fetch(writer.db, key: page.key.rawValue) else { return .unchanged }
      var new = old.rechecked(with: ItemDraft(item, at: now).content.article)
      new.withdrawn = nil
      guard new != old else { return .unchanged }
      let change = SourceChange(arrived: now, feed: nil, change: old.change(to: new))
      try writer.replace(old, with: new, by: change)
      return change.change == .none ? .unchanged : .changed
    }
  }

  /// Notes that the page is gone; the text of the article stays.
  package func saveWithdrawal(of page: RecheckedPage, at now: Timestamp) throws(StoreError) -> RecheckResult {
    try write { try Rechecks(db: $0.db).note(page) }
    try noteWithdrawn(page.key, at: now)
    return .withdrawn
  }
}

extension StoredArticle {
  /// The article with what its page says now, where what it says is the page's.
  fileprivate func rechecked(with page: StoredArticle) -> StoredArticle {
    guard body.feed == nil || body.feedText != nil, !page.body.blocks.isEmpty else { return self }
    var result = self
    let likeness = TextLikeness(StoredBody(blocks: body.blocks), StoredBody(blocks: page.body.blocks))
    // A text that has little in common is a wall, a notice, or another article at the address.
    guard likeness.isRevision else { return self }
    result.body.blocks = page.body.blocks
    result.body.links = page.body.links
    if body.feed == nil { result.title = page.title }
    return result
  }
}
