import GRDB
import NewsModel
import TextBasics
import WebAddresses

/// How a subscription and the state of its fetches are written.
enum SubscriptionRow {
  static let columns = "s.id, s.name, s.address, s.home_page, s.folders, s.tags, s.fetches_articles, s.interval"

  static func subscription(_ row: Row) throws -> Subscription {
    Subscription(
      id: Subscription.ID(try row.number(0)), name: try row.text(1), address: try row.text(2),
      homePage: try row.textIfPresent(3), folders: lines(try row.text(4)), tags: lines(try row.text(5)),
      fetchesArticles: try row.flag(6), interval: row.hasNull(atIndex: 7) ? nil : try row.count(7))
  }

  static func fetch(_ id: Subscription.ID, _ db: Database) throws -> Subscription? {
    try db.cachedStatement(sql: "SELECT \(columns) FROM subscription s WHERE s.id = ?")
      .first([id.rawValue], subscription)
  }

  /// In the order in which they were taken up.
  static func fetchAll(_ db: Database) throws -> [Subscription] {
    try Row.fetchAll(db, sql: "SELECT \(columns) FROM subscription s ORDER BY s.id").map(subscription)
  }

  static func fetch(address: String, _ db: Database) throws -> Subscription? {
    try db.cachedStatement(sql: "SELECT \(columns) FROM subscription s WHERE s.canonical = ?")
      .first([WebAddress.canonical(address)], subscription)
  }

  static func fetch(name: String, _ db: Database) throws -> Subscription? {
    guard let id = try FoldedNames(db: db, table: .subscription).id(name) else { return nil }
    return try db.cachedStatement(sql: "SELECT \(columns) FROM subscription s WHERE s.id = ?").first([id], subscription)
  }

  /// What may be written: name, folders and tags on one line, an address that can be fetched. Throws `StoreError`.
  static func checked(_ subscription: Subscription) throws -> Subscription {
    var result = subscription
    do throws(NameProblem) {
      result.name = try NameProblem.checked(subscription.name)
    } catch {
      throw StoreError.name(error)
    }
    result.folders = subscription.folders.compactMap(oneLine)
    result.tags = subscription.tags.compactMap(oneLine)
    let address = subscription.address
    guard WebAddress.isFetchable(address) else { throw StoreError.subscription(.badAddress(address)) }
    return result
  }

  /// Writes all but the state; the row is made where there is none yet.
  static func write(_ s: Subscription, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO subscription (id, name, folded, address, canonical, home_page, folders, tags, fetches_articles,
          interval, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, '')
        ON CONFLICT (id) DO UPDATE SET name = ?2, folded = ?3, address = ?4, canonical = ?5, home_page = ?6, folders = ?7,
          tags = ?8, fetches_articles = ?9, interval = ?10
        """
    )
    .execute(
      arguments: [
        s.id.rawValue == 0 ? nil : s.id.rawValue, s.name, Folding.fold(s.name), s.address,
        WebAddress.canonical(s.address),
        s.homePage,
        s.folders.joined(separator: "\n"), s.tags.joined(separator: "\n"), s.fetchesArticles, s.interval,
      ])
  }

  private static func oneLine(_ text: String) -> String? {
    let line = text.split { $0.isWhitespace || $0 == "\0" }.joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}

extension SubscriptionRow {
  static func write(_ state: FetchState, of id: Subscription.ID, _ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE subscription SET state = ? WHERE id = ?")
      .execute(arguments: [try FetchStateCoding.encode(state), id.rawValue])
  }
}

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

/// How many articles the sources of subscriptions have, from the roll-ups.
struct SubscriptionCounts {
  private struct Term {
    var id: Int64
    var articles: Int
    var unread: Int
  }

  private struct Recent {
    var articles = 0
    var firstDay: Int64 = .max
  }

  private let db: Database
  private let today: Int64
  /// By the number of the source.
  private var recent: [Int64: Recent] = [:]

  /// Days over which articles a day are meant.
  private static let days: Int64 = 30

  /// Reads the last days of all sources at once.
  init(_ db: Database, at now: Timestamp) throws {
    self.db = db
    today = now.rawValue.flooredQuotient(by: 86_400)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT term_id, day, articles FROM day_volume WHERE kind = ? AND day > ? AND day <= ?",
      arguments: [TermKind.source.rawValue, today - Self.days, today])
    while let row = try rows.next() {
      let source = try row.number(0)
      var sum = recent[source, default: Recent()]
      sum.articles += try row.count(2)
      sum.firstDay = min(sum.firstDay, try row.number(1))
      recent[source] = sum
    }
  }

  func overview(_ subscription: Subscription, _ state: FetchState) throws -> SubscriptionOverview {
    let statement = try db.cachedStatement(sql: "SELECT id, articles, unread FROM term WHERE id = ?")
    let term = try TermWriter.find(.source, subscription.name, db).flatMap { id in
      try statement.first([id]) { Term(id: try $0.number(0), articles: try $0.count(1), unread: try $0.count(2)) }
    }
    let sum = term.flatMap { recent[$0.id] } ?? Recent()
    let length = max(1, min(Self.days, today - min(sum.firstDay, today) + 1))
    return SubscriptionOverview(
      subscription: subscription, state: state, articlesADay: Double(sum.articles) / Double(length),
      articles: term?.articles ?? 0, unread: term?.unread ?? 0)
  }
}
