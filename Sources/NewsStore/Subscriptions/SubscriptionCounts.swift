import GRDB
import NewsModel

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
