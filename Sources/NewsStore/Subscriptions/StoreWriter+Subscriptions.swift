import GRDB
import NewsModel

extension StoreWriter {
  /// So many articles of a subscription are changed or removed in one transaction.
  private static let batch = 500

  /// Gives some articles of a subscription that bear its name as their source another one.
  ///
  /// - Parameter key: that of the last article that was looked at.
  /// - Returns: the key to go on after; nil where no article is left.
  mutating func renameSource(of subscription: Subscription, to name: String, after key: Int64) throws -> Int64? {
    guard let old = try TermWriter.find(.source, subscription.name, db) else { return nil }
    let new = try term(.source, name)
    let keys = try keys(of: subscription.id, after: key)
    for key in keys {
      guard let article = try ArticleRow.fetch(db, key: key), article.source == old, new != old else { continue }
      var renamed = article
      renamed.source = new
      try replace(article, with: renamed)
    }
    return keys.last
  }

  /// Removes some articles that a subscription brought. Returns how many; 0 when none is left.
  mutating func removeArticles(of id: Subscription.ID) throws -> Int {
    let keys = try keys(of: id, after: 0)
    for key in keys {
      if let article = try ArticleRow.fetch(db, key: key) { try remove(article) }
    }
    return keys.count
  }

  private func keys(of id: Subscription.ID, after key: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM body WHERE feed_id = ? AND key > ? ORDER BY key LIMIT ?"),
      arguments: [id.rawValue, key, Self.batch])
  }
}
