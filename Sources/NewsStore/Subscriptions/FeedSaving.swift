package import Foundation
import GRDB
package import NewsModel
import WebAddresses

/// What a fetch of a subscription brought.
package struct FeedUpdate: Sendable {
  package var id: Subscription.ID
  /// The address that was asked; nil for that of the subscription, whatever it is now. Where the reader has changed it meanwhile, the
  /// state says nothing of the new one, and is dropped.
  package var address: String?
  /// What is to be remembered of the fetch.
  package var state: FetchState
  /// Where the server said that the feed has moved for good.
  package var movedTo: String?
  /// The page for people, where the feed names one.
  package var homePage: String?
  /// The items that are not known as they are now (`NewsStore.knownItems`), in the feed's order. Those without a source are news
  /// of the subscription, and all bear its tags.
  package var items: [Item]
  /// The names that several of all items that the feed holds now bear, known ones among them.
  package var sharedNames: SharedNames
  /// The digests of all items that the feed holds now; not looked at where none is new.
  package var digests: [ItemDigest]

  package init(
    id: Subscription.ID, address: String? = nil, state: FetchState, movedTo: String? = nil, homePage: String? = nil,
    items: [Item] = [], sharedNames: SharedNames = SharedNames(), digests: [ItemDigest] = []
  ) {
    self.id = id
    self.address = address
    self.state = state
    self.movedTo = movedTo
    self.homePage = homePage
    self.items = items
    self.sharedNames = sharedNames
    self.digests = digests
  }
}

extension NewsStore {
  /// What the last body of a subscription held.
  package func knownItems(of id: Subscription.ID) throws(StoreError) -> Set<ItemDigest> {
    try read { try KnownItems(db: $0).digests(of: id) }
  }

  /// Saves what fetches brought: items that are not known as they are now, and the states. Returns what became of the items of each
  /// subscription.
  ///
  /// Which article an item is, `ArticleFinder` says. Where there is nothing new to note nothing is written at all. Of a subscription that is gone nothing is kept. Rules are
  /// followed as by `save`. Each transaction takes some hundred items; the state is written with the last of a subscription's.
  package func save(
    _ updates: [FeedUpdate], at now: Timestamp = .now, zone: TimeZone = .current
  ) throws(StoreError) -> [Subscription.ID: SaveReport] {
    var reports: [Subscription.ID: SaveReport] = [:]
    var batch: [FeedPart] = []
    var body = ArrivingBody()
    func flush() throws(StoreError) {
      guard !batch.isEmpty else { return }
      let (parts, before) = (batch, body)
      let (saved, after) = try write { writer in
        var body = before
        return (try parts.map { try writer.save($0, of: &body, at: now, zone: zone) }, body)
      }
      body = after
      for (part, report) in zip(parts, saved) { reports[part.update.id, default: SaveReport()] += report }
      batch = []
    }
    let changed = try self.read { db in try updates.filter { try $0.mustBeWritten(db) } }
    for update in changed {
      var rest = update.items[...]
      var isFirst = true
      repeat {
        let room = FeedPart.limit - batch.reduce(0) { $0 + $1.drafts.count }
        let drafts = rest.prefix(room).map { ItemDraft($0, at: now, feed: update.id, zone: zone) }
        rest = rest.dropFirst(room)
        batch.append(FeedPart(update: update, drafts: drafts, isFirst: isFirst, isLast: rest.isEmpty))
        isFirst = false
        if drafts.count == room { try flush() }
      } while !rest.isEmpty
    }
    try flush()
    return reports
  }
}

extension FeedUpdate {
  /// Times that moved by less are not worth a write.
  private static let tolerance: Int64 = 60

  /// Whether it says anything that the store does not know.
  fileprivate func mustBeWritten(_ db: Database) throws -> Bool {
    let stored = try db.cachedStatement(sql: "SELECT state, home_page FROM subscription WHERE id = ?")
      .first([id.rawValue]) {
        (state: $0.ifReadable { try $0.text(0) }.flatMap(FetchStateCoding.decode), homePage: try $0.textIfPresent(1))
      }
    guard let stored else { return false }
    guard let state = stored.state else { return true }
    return !items.isEmpty || movedTo != nil || homePage ?? stored.homePage != stored.homePage
      || !Self.isEqual(state, self.state)
  }

  private static func isEqual(_ a: FetchState, _ b: FetchState) -> Bool {
    func isNear(_ a: Timestamp?, _ b: Timestamp?) -> Bool {
      guard let a, let b else { return a == b }
      return abs(a - b) < tolerance
    }
    var other = b
    (other.lastAttempt, other.lastSuccess, other.nextCheck) = (a.lastAttempt, a.lastSuccess, a.nextCheck)
    return a == other && isNear(a.lastAttempt, b.lastAttempt) && isNear(a.lastSuccess, b.lastSuccess)
      && isNear(a.nextCheck, b.nextCheck)
  }
}

/// Some items of an update, for one transaction.
struct FeedPart: Sendable {
  static let limit = 500

  var update: FeedUpdate
  var drafts: [ItemDraft]
  var isFirst: Bool
  /// Whether the state is to be written with them.
  var isLast: Bool
}

extension StoreWriter {
  /// - Parameter body: what the parts before this one brought, where it is not the first.
  mutating func save(
    _ part: FeedPart, of body: inout ArrivingBody, at now: Timestamp, zone: TimeZone
  ) throws -> SaveReport {
    let update = part.update
    if part.isFirst { body = ArrivingBody(sharedNames: update.sharedNames) }
    guard let subscription = try SubscriptionRow.fetch(update.id, db) else { return SaveReport() }
    let report = try save(
      part.drafts.map { $0.brought(by: subscription) }, of: &body, endingAt: part.isLast ? [part.drafts.count] : [],
      SavingContext(now: now, zone: zone, awaitsPages: subscription.fetchesArticles))
    guard part.isLast, update.address ?? subscription.address == subscription.address else { return report }
    if !part.drafts.isEmpty { try KnownItems(db: db).set(update.digests, of: update.id) }
    try SubscriptionRow.write(update.state, of: update.id, db)
    var changed = subscription
    changed.homePage = update.homePage ?? subscription.homePage
    // Where another subscription has the new address, this one stays where the server sends it on from.
    if let address = update.movedTo, WebAddress.isFetchable(address),
      try SubscriptionRow.fetch(address: address, db).map({ $0.id == update.id }) ?? true
    {
      changed.address = address
    }
    if changed != subscription { try SubscriptionRow.write(changed, db) }
    return report
  }
}
