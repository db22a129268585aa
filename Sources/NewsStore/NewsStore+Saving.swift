package import Foundation
package import NewsModel

extension NewsStore {
  /// Saves the items in one transaction, all or none; a few hundred at once keep it short and fast.
  ///
  /// They are one body: those that say different things are different articles, whatever id or address they share. Which article an
  /// item is, `ArticleFinder` says. What is known already is not written again; what changed is written over it, and keeps its key and its status.
  /// Entries of related lists become stubs, which their page completes when it comes, before or after. An item without a time
  /// stands at `now`, marked as estimated.
  ///
  /// The rules in force are followed for what is new, headlines of related lists and stubs that their page completes among it, and
  /// never again: what the reader undoes stays undone. Dates in their queries are read as of `now` in `zone`.
  package func save(
    _ items: [Item], at now: Timestamp = .now, zone: TimeZone = .current
  ) throws(StoreError) -> SaveReport {
    var body = ArrivingBody()
    let drafts = items.map { ItemDraft($0, at: now, zone: zone) }
    return try save(drafts, of: &body, endingAt: [drafts.count], at: now, zone: zone)
  }

  /// Saves items in one transaction. Another thread has done all the work that needs no store.
  ///
  /// - Parameters:
  ///   - body: what has come so far of the body that the first items belong to; in the end, of the one that the last ones belong to.
  ///     An item that waits for the end of its body is not in the report before.
  ///   - ends: the places in `drafts` before which a body ends, in order; the next begins there.
  package func save(
    _ drafts: [ItemDraft], of body: inout ArrivingBody, endingAt ends: [Int], at now: Timestamp = .now,
    zone: TimeZone = .current
  ) throws(StoreError) -> SaveReport {
    let before = body
    let (report, after) = try write { writer in
      var body = before
      let report = try writer.save(drafts, of: &body, endingAt: ends, SavingContext(now: now, zone: zone))
      return (report, body)
    }
    body = after
    return report
  }

  /// Corrects an article's time. Its id changes where the minute does; its key and status stay.
  ///
  /// Returns the id that it has now; nil where there is no such article.
  @discardableResult
  package func moveArticle(_ key: ArticleKey, to time: Timestamp) throws(StoreError) -> ArticleID? {
    try write { writer in
      guard let old = try ArticleRow.fetch(writer.db, key: key.rawValue) else { return nil }
      var new = old
      new.published = time
      new.isEstimated = false
      let change = SourceChange(arrived: .now, change: .none)
      return ArticleID(new == old ? old.id : try writer.replace(old, with: new, by: change).id)
    }
  }
}

/// What saving some items did.
package struct SaveReport: Hashable, Sendable {
  /// Articles that were not there in any form.
  package var new: Int
  /// Articles whose text, time or terms changed.
  package var updated: Int
  /// Stubs that became articles.
  package var completedStubs: Int
  /// Items that brought nothing new, as they are known, or were once.
  package var unchanged: Int
  /// Items that arrived elsewhere before what stands arrived here, in words that the versions cannot take up, as one of them is damaged or
  /// they are too many: they were passed over.
  package var outdated: Int
  /// Stubs made from lists of related news.
  package var stubs: Int
  /// Every article and stub that was written, in the order of the items.
  package var keys: [ArticleKey]
  /// Articles and stubs to which rules did something.
  package var ruled: Int
  /// The rules that were passed over.
  package var ruleProblems: [RuleProblem]

  package init(
    new: Int = 0, updated: Int = 0, completedStubs: Int = 0, unchanged: Int = 0, outdated: Int = 0,
    stubs: Int = 0, keys: [ArticleKey] = [], ruled: Int = 0, ruleProblems: [RuleProblem] = []
  ) {
    self.new = new
    self.updated = updated
    self.completedStubs = completedStubs
    self.unchanged = unchanged
    self.outdated = outdated
    self.stubs = stubs
    self.keys = keys
    self.ruled = ruled
    self.ruleProblems = ruleProblems
  }

  package static func += (a: inout SaveReport, b: SaveReport) {
    a.new += b.new
    a.updated += b.updated
    a.completedStubs += b.completedStubs
    a.unchanged += b.unchanged
    a.outdated += b.outdated
    a.stubs += b.stubs
    a.keys += b.keys
    a.ruled += b.ruled
    a.ruleProblems += b.ruleProblems.filter { !a.ruleProblems.contains($0) }
  }
}
