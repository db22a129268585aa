import Foundation
import GRDB
package import NewsModel
import WebAddresses

extension NewsStore {
  /// What the reader follows, in the order in which it was taken up.
  package func subscriptions() throws(StoreError) -> [Subscription] { try read { try SubscriptionRow.fetchAll($0) } }

  /// All subscriptions with the state of their fetches. One that cannot be read is that of a source that was never fetched, and is
  /// counted in `damageMet`.
  package func subscriptionStates() throws(StoreError) -> [(subscription: Subscription, state: FetchState)] {
    try read { try states($0) }
  }

  private func states(_ db: Database) throws -> [(subscription: Subscription, state: FetchState)] {
    try Row.fetchAll(db, sql: "SELECT \(SubscriptionRow.columns), s.state FROM subscription s ORDER BY s.id").map {
      let subscription = try SubscriptionRow.subscription($0)
      guard let text = $0.ifReadable({ try $0.text(8) }), let state = FetchStateCoding.decode(text) else {
        damage.note(fetchStateOf: subscription.id.rawValue)
        return (subscription, FetchState())
      }
      return (subscription, state)
    }
  }

  /// The subscriptions as they are doing. Counts are those of the source that bears their name: read, not counted; articles of the
  /// feed that name another source are counted there.
  package func subscriptionOverviews(at now: Timestamp = .now) throws(StoreError) -> [SubscriptionOverview] {
    try read { db in
      let states = try states(db)
      let counts = try SubscriptionCounts(db, at: now)
      return try states.map { try counts.overview($0.subscription, $0.state) }
    }
  }

  /// Follows a feed. Returns it as it was written, with its id: that which it had when it was followed before and left its articles.
  ///
  /// Throws `.name` for a name that is refused or taken, and `.subscription` for an address that is refused or followed already.
  package func subscribe(_ subscription: Subscription) throws(StoreError) -> Subscription {
    try write { try Self.insert(subscription, $0.db) }
  }

  /// Follows many feeds in one transaction; those that are followed already stay as they are. Returns the new ones.
  ///
  /// Throws as `subscribe` does, for any other reason; then none is followed.
  package func subscribe(all subscriptions: [Subscription]) throws(StoreError) -> [Subscription] {
    guard !subscriptions.isEmpty else { return [] }
    return try write { writer in
      try subscriptions.compactMap { subscription in
        do {
          return try Self.insert(subscription, writer.db)
        } catch StoreError.subscription(.alreadyThere) {
          return nil
        }
      }
    }
  }

  private static func insert(_ subscription: Subscription, _ db: Database) throws -> Subscription {
    var new = try SubscriptionRow.checked(subscription)
    try refuseTaken(new, db)
    let former = try Int64.fetchOne(
      db, sql: "DELETE FROM former_subscription WHERE canonical = ? RETURNING id",
      arguments: [WebAddress.canonical(new.address)])
    new.id = Subscription.ID(former ?? 0)
    try SubscriptionRow.write(new, db)
    new.id = Subscription.ID(db.lastInsertedRowID)
    return new
  }

  /// Writes what the reader changed in a subscription: name, address, folders, tags, whole articles, interval.
  ///
  /// Another name becomes the source of the articles that bore the old one, in short transactions; a change that is killed is finished by
  /// making it again. Another address is fetched as if for the first time; its articles are recognised by the same ids.
  /// Throws as `subscribe` does, and `.subscription(.unknown)` where there is none of that id.
  package func update(_ subscription: Subscription) throws(StoreError) {
    let change = try write { writer in
      let db = writer.db
      let new = try SubscriptionRow.checked(subscription)
      guard let old = try SubscriptionRow.fetch(new.id, db) else {
        throw StoreError.subscription(.unknown(subscription.name))
      }
      try Self.refuseTaken(new, db)
      var written = new
      // The name comes last, so that a rename that is killed can be made again.
      written.name = old.name
      if new != old { try SubscriptionRow.write(written, db) }
      if new.address != old.address { try SubscriptionRow.write(FetchState(), of: new.id, db) }
      if !new.fetchesArticles { try AwaitedPages(db: db).removeAll(of: new.id) }
      return (old: old, new: new)
    }
    guard change.new.name != change.old.name else { return }
    var last: Int64? = 0
    while let key = last {
      last = try write { writer in
        let next = try writer.renameSource(of: change.old, to: change.new.name, after: key)
        // With the last of them, so that no other program brings one under the old name in between.
        if next == nil { try Self.rename(change.new.id, to: change.new.name, writer.db) }
        return next
      }
    }
  }

  /// Follows a feed no longer. Its articles stay, and are recognised should it be followed again, unless they are to go too.
  ///
  /// - Returns: how many articles were removed.
  @discardableResult
  package func unsubscribe(
    _ id: Subscription.ID, removingArticles: Bool = false
  ) throws(StoreError) -> Int {
    try write { writer in
      guard let old = try SubscriptionRow.fetch(id, writer.db) else { return }
      try writer.db.execute(sql: "DELETE FROM subscription WHERE id = ?", arguments: [id.rawValue])
      try AwaitedPages(db: writer.db).removeAll(of: id)
      try writer.db.execute(
        sql: "INSERT INTO former_subscription (canonical, id) VALUES (?, ?) ON CONFLICT DO UPDATE SET id = excluded.id",
        arguments: [WebAddress.canonical(old.address), id.rawValue])
    }
    guard removingArticles else { return 0 }
    var removed = 0
    while true {
      let count = try write(after: removed) { try $0.removeArticles(of: id) }
      removed += count
      if count == 0 { return removed }
    }
  }

  /// Writes the name alone: another program may have changed the rest meanwhile, or removed the subscription.
  private static func rename(_ id: Subscription.ID, to name: String, _ db: Database) throws {
    guard var subscription = try SubscriptionRow.fetch(id, db) else { return }
    subscription.name = name
    try refuseTaken(subscription, db)
    try SubscriptionRow.write(subscription, db)
  }

  private static func refuseTaken(_ subscription: Subscription, _ db: Database) throws {
    if let other = try SubscriptionRow.fetch(address: subscription.address, db), other.id != subscription.id {
      throw StoreError.subscription(.alreadyThere(other))
    }
    if let other = try SubscriptionRow.fetch(name: subscription.name, db), other.id != subscription.id {
      throw StoreError.name(.taken(other.name))
    }
  }
}

/// Held by the one program that refreshes the subscriptions of a store; the system drops it with the process.
package final class RefreshLock: Sendable {
  private let lock: HeldLock

  fileprivate init(_ lock: HeldLock) { self.lock = lock }
}

extension NewsStore {
  /// Nil where another program, or another thread of this one, refreshes. It ends with the value.
  ///
  /// Throws where the store cannot be written: nothing that was fetched could be kept.
  package func lockForRefreshing() throws(StoreError) -> RefreshLock? {
    try lock(for: .refreshing).map { RefreshLock($0) }
  }
}
