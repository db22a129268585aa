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
