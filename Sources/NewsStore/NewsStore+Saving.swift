public import Foundation
public import NewsModel

extension NewsStore {
  /// Saves the items in one transaction, all or none; a few hundred at once keep it short and fast.
  ///
  /// An item is the article that has the origin's id within its source, else its address, else its source, folded title and
  /// minute. What is known already is not written again; what changed is written over it, and keeps its key and its status.
  /// Entries of related lists become stubs, which their page completes when it comes, before or after. An item without a time
  /// stands at `now`, marked as estimated.
  ///
  /// The rules in force are followed for what is new, headlines of related lists and stubs that their page completes among it, and
  /// never again: what the reader undoes stays undone. Dates in their queries are read as of `now` in `zone`.
  public func save(
    _ items: [Item], at now: Timestamp = .now, zone: TimeZone = .current
  ) throws(StoreError) -> SaveReport {
    try save(items.map { ItemDraft($0, at: now) }, at: now, zone: zone)
  }

  /// Saves items of which another thread has done all that needs no store.
  public func save(
    _ drafts: [ItemDraft], at now: Timestamp = .now, zone: TimeZone = .current
  ) throws(StoreError) -> SaveReport {
    try write { try $0.save(drafts, at: now, zone: zone) }
  }

  /// Corrects an article's time. Its id changes where the minute does; its key and status stay.
  ///
  /// Returns the id that it has now; nil where there is no such article.
  @discardableResult
  public func moveArticle(_ key: ArticleKey, to time: Timestamp) throws(StoreError) -> ArticleID? {
    try write { writer in
      guard let old = try ArticleRow.fetch(writer.db, key: key.rawValue) else { return nil }
      var new = old
      new.published = time
      new.isEstimated = false
      return ArticleID(new == old ? old.id : try writer.replace(old, with: new).id)
    }
  }
}
