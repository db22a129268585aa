import GRDB
package import NewsModel

extension NewsStore {
  /// All that an article ever said, oldest first: the last one is what it says now. Empty where there is no such article.
  ///
  /// A version that cannot be read any more is left out, and noted as damage.
  package func history(of key: ArticleKey) throws(StoreError) -> [KeptVersion] {
    try read { db in try history(of: key, db) }
  }

  /// What some articles said before they were changed, the oldest first; those that never were are left out.
  ///
  /// - Parameter moment: what they said before that which they said then; nil for now.
  package func formerVersions(
    of keys: [ArticleKey], asOf moment: Timestamp? = nil, cancellation: Cancellation? = nil
  ) throws(StoreError) -> [ArticleKey: [KeptVersion]] {
    try read(cancellation) { db in
      let isChanged = try db.cachedStatement(sql: "SELECT 1 FROM version WHERE key = ? LIMIT 1")
      var result: [ArticleKey: [KeptVersion]] = [:]
      for key in keys where try !isChanged.numbers(key.rawValue).isEmpty {
        result[key] = try history(of: key, db).filter { version in
          version.replaced.map { $0 <= moment ?? $0 } ?? false
        }
      }
      return result
    }
  }

  private func history(of key: ArticleKey, _ db: Database) throws -> [KeptVersion] {
    guard let present = try ArticleRow.fetch(db, key: key.rawValue) else { return [] }
    let versions = FormerVersions(db: db)
    var history: [KeptVersion] = []
    var (change, feed, arrived) = (ArticleChange.none, present.body.feed, present.arrived)
    let kept = try versions.all(of: key.rawValue)
    for (index, version) in kept.enumerated() {
      guard let version else {
        damage.note(version: index + 1, of: key.rawValue)
        continue
      }
      defer { (change, feed, arrived) = (version.change, version.feed, version.replaced) }
      guard let body = try versions.body(of: version) else {
        damage.note(version: index + 1, of: key.rawValue)
        continue
      }
      var article = version.article
      article.body = body
      (article.status, article.tags.own) = (present.status, present.tags.own)
      history.append(
        KeptVersion(
          number: Int(version.number), article: try self.article(article, db), arrived: arrived,
          replaced: version.replaced, broughtBy: try subscriptionName(feed, db), change: change))
    }
    history.append(
      KeptVersion(
        number: kept.count + 1, article: try article(present, db), arrived: arrived, replaced: nil,
        broughtBy: try subscriptionName(feed, db), change: change))
    return history
  }

  private func article(_ stored: StoredArticle, _ db: Database) throws -> Article {
    Article(
      headline: try names.headline(stored, db), details: stored.body.details,
      blocks: BodyCoding.readableBlocks(stored.body.blocks),
      related: (BodyCoding.related(stored.body.related) ?? []).map { RelatedArticle(item: $0) },
      links: BodyCoding.links(stored.body.links) ?? [])
  }

  private func subscriptionName(_ id: Int64?, _ db: Database) throws -> String? {
    try id.flatMap { try SubscriptionRow.fetch(Subscription.ID(rawValue: $0), db)?.name }
  }

  /// Notes that the page of an article is gone; its text stays.
  package func noteWithdrawn(_ key: ArticleKey, at now: Timestamp = .now) throws(StoreError) {
    try write { writer in
      guard let old = try ArticleRow.fetch(writer.db, key: key.rawValue), old.withdrawn == nil else { return }
      var new = old
      new.withdrawn = now
      try writer.replace(old, with: new, by: SourceChange(arrived: now, feed: old.body.feed, change: .none))
    }
  }
}
