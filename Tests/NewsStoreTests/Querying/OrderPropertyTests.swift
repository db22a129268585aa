import GRDB
import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// Lists in every order that the store keeps give each article once, page by page, whatever was written and whatever is asked.
@Suite struct OrderPropertyTests {
  private static let orders = [ArticleOrder.published, .oldest, .arrived]

  @Test(arguments: 1...4)
  func pagesPlacesAndWindowsAreThoseOfTheWholeList(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var writes = RandomWrites(store, seed: seed + 600)
    for _ in 1...40 { try writes.write() }
    try scatterArrivals(in: store, &writes.random)
    let all = try store.headlines(matching: .withMuted, from: .start, limit: 100_000).headlines
    for _ in 1...25 {
      let query = writes.query(depth: 2)
      for order in Self.orders {
        let sorted = query.sorted(by: order)
        let expected = all.filter { Reference.matches($0, query) }.sorted { order.puts($0.place, before: $1.place) }
        #expect(try pages(sorted, from: .start, store) == expected, "\(sorted)")
        #expect(try pages(sorted, from: .end, store) == expected, "\(sorted)")
        #expect(try store.count(sorted) == expected.count, "\(sorted)")
        guard let index = expected.indices.randomElement(using: &writes.random) else { continue }
        #expect(try store.position(of: expected[index].place, in: sorted) == index, "\(sorted)")
        let window = try store.headlines(around: expected[index].key, matching: sorted, limit: 3)
        #expect(window.before.headlines == Array(expected[..<index].suffix(3)), "\(sorted)")
        #expect(window.headline == expected[index], "\(sorted)")
        #expect(window.after.headlines == Array(expected[(index + 1)...].prefix(3)), "\(sorted)")
        #expect(try eachPage(sorted, store) == expected, "\(sorted)")
      }
    }
  }

  /// Half of them arrived within a few seconds, as in an import; of some it is not known when.
  private func scatterArrivals(in store: NewsStore, _ random: inout SeededGenerator) throws {
    var generator = random
    try store.write(isSeen: false) { writer in
      for id in try Int64.fetchAll(writer.db, sql: "SELECT id FROM article") {
        let arrived =
          switch Int.random(in: 0..<6, using: &generator) {
          case 0: Int64(0)
          case 1...3: noon.rawValue + Int64.random(in: 0..<3, using: &generator)
          default: noon.rawValue + Int64.random(in: -900_000..<900_000, using: &generator)
          }
        try writer.db.execute(sql: "UPDATE article SET arrived = ? WHERE id = ?", arguments: [arrived, id])
      }
    }
    random = generator
  }

  private func pages(_ query: Query, from end: PageCursor, _ store: NewsStore) throws -> [Headline] {
    var result: [Headline] = []
    var cursor = end
    while true {
      let page = try store.headlines(matching: query, from: cursor, limit: 7)
      result = end.leadsOn ? result + page.headlines : page.headlines + result
      guard page.hasMore, let last = end.leadsOn ? page.headlines.last : page.headlines.first else { return result }
      #expect(page.headlines.count == 7)
      cursor = end.leadsOn ? .after(last.place) : .before(last.place)
    }
  }

  private func eachPage(_ query: Query, _ store: NewsStore) throws -> [Headline] {
    var result: [Headline] = []
    try store.forEachPage(of: query) { result += $0 }
    return result
  }

  /// The index of arrivals is walked, whatever arrived in the same second, and nothing is sorted.
  @Test func walksAreThoseOfTheIndexOfArrivals() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save((0..<200).map { .sample("第\($0)条新闻", minutes: Int64($0)) }, at: noon)
    for (condition, start) in [
      ("", "SCAN a USING INDEX article_latest"),
      ("a.arrived = 9 AND a.id < 9", "SEARCH a USING INDEX article_latest (arrived=? AND rowid<?)"),
      ("a.arrived < 9", "SEARCH a USING INDEX article_latest (arrived<?)"),
    ] {
      let plan = try temporary.store.read { db in
        var walk = try QueryCompiler(db).arrivals(.and([.title("新闻"), .unread]))
        if !condition.isEmpty { walk.require(condition) }
        let sql = walk.select(ArticleRow.columns, order: .newestFirst)
        return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: StatementArguments(walk.arguments))
          .map { $0["detail"] as String }
      }
      #expect(plan == [start])
    }
  }

  @Test func fewArticlesAreGatheredAndManyAreWalked() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save(
      (0..<200).map { .sample("第\($0)条新闻", minutes: Int64($0), tags: $0.isMultiple(of: 50) ? ["锂电"] : ["消费"]) })
    func isGathered(_ query: Query) throws -> Bool {
      try store.read { try QueryCompiler($0).narrowPaths(query, below: 100) } != nil
    }
    #expect(try isGathered(.tag("锂电")))
    #expect(try isGathered(.or([.tag("锂电"), .starred])))
    #expect(try !isGathered(.tag("消费")))
    #expect(try !isGathered(.all))
    #expect(try !isGathered(.title("新闻")))
  }

  @Test func aListByRelevanceGoesOnByPublishTime() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save((0..<2_100).map { .sample("早报\($0)", minutes: Int64($0), body: $0 == 500 ? "降准，降准" : "降准") })
    let query = Query.and([.text("降准"), .sort(.relevance)])
    let titles = try eachPage(query, store).map(\.title)
    #expect(titles.first == "早报500")
    #expect(Set(titles).count == 2_100 && titles.count == 2_100)
    #expect(Array(titles.suffix(100)) == (0..<100).reversed().map { "早报\($0)" })
    var some: [String] = []
    try store.forEachPage(of: query, limit: 3) { some += $0.map(\.title) }
    #expect(some == ["早报500", "早报2099", "早报2098"])
  }
}
