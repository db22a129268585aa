import GRDB
import NewsModel
import Testing

@testable import NewsStore

/// Lists come newest first from an index: nothing is sorted, and what is rare is not looked for in all articles.
@Suite struct QueryPlanTests {
  /// Five hundred articles, of which one in fifty is starred, unread, a stub, labelled, tagged and of the small source.
  private func store() throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save(
      (0..<500).map { number in
        let isRare = number.isMultiple(of: 50)
        return .sample(
          "新闻标题第\(number)号", minutes: Int64(number), source: isRare ? "东港时报" : "晨星日报", label: isRare ? "聚焦" : nil,
          tags: isRare ? ["锂电"] : ["消费"],
          related: isRare ? [.sample("相关新闻的标题第\(number)号", minutes: -Int64(number))] : [])
      })
    _ = try store.markRead(matching: .not(.tag("锂电")))
    let starred = try store.headlines(matching: .tag("锂电"), from: .start, limit: 100).headlines.map(\.key)
    _ = try store.apply(StatusChange(.star, of: starred))
    return temporary
  }

  private func plan(_ store: NewsStore, _ query: Query) throws -> [String] {
    try store.read { db in
      var compiled = try QueryCompiler(db).compile(query)
      compiled.require("\(compiled.id) < ?", Int64.max)
      let sql = compiled.select(ArticleRow.columns, order: .newestFirst, isLimited: true)
      return try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: StatementArguments(compiled.arguments + [50])
      )
      .map { $0["detail"] }
    }
  }

  @Test(
    arguments: [
      (.all, "SEARCH a USING INTEGER PRIMARY KEY"),
      (.tag("锂电"), "SEARCH p USING PRIMARY KEY"),
      (.source("东港时报"), "SEARCH p USING PRIMARY KEY"),
      (.label("聚焦"), "SEARCH p USING PRIMARY KEY"),
      (.unread, "SEARCH a USING INDEX article_unread"),
      (.starred, "SEARCH a USING INDEX article_starred"),
      (.stub, "SEARCH a USING INDEX article_stub"),
      (.and([.tag("消费"), .starred]), "SEARCH a USING INDEX article_starred"),
      (.and([.tag("锂电"), .read]), "SEARCH p USING PRIMARY KEY"),
      (.and([.source("晨星日报"), .tag("锂电"), .not(.stub)]), "SEARCH p USING PRIMARY KEY"),
      (.and([.tag("锂电"), .since(noon), .until(noon + 86_400)]), "SEARCH p USING PRIMARY KEY"),
      (.and([.since(noon), .until(noon + 86_400)]), "SEARCH a USING INTEGER PRIMARY KEY"),
      (.title("没有"), "SEARCH a USING INTEGER PRIMARY KEY"),
    ] as [(Query, String)])
  func walksTheSmallestIndex(query: Query, start: String) throws {
    let temporary = try store()

    let plan = try plan(temporary.store, query)

    #expect(plan.first?.hasPrefix(start) == true, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.contains("SCAN") }, "\(plan)")
  }

  /// What is walked where some articles are muted, and nothing is sorted there either.
  @Test(
    arguments: [
      (.all, "SEARCH a USING INTEGER PRIMARY KEY"),
      (.tag("锂电"), "SEARCH p USING PRIMARY KEY"),
      (.unread, "SEARCH a USING INDEX article_unread"),
      (.and([.tag("消费"), .starred]), "SEARCH a USING INDEX article_starred"),
      (.muted, "SEARCH a USING INDEX article_muted"),
      (.and([.tag("消费"), .muted, .unread]), "SEARCH a USING INDEX article_muted"),
      (.or([.muted, .starred]), "SEARCH a USING INTEGER PRIMARY KEY"),
    ] as [(Query, String)])
  func mutedArticlesAreWalkedOnlyWhereTheyAreWanted(query: Query, start: String) throws {
    let temporary = try store()
    _ = try temporary.store.apply([.mute], matching: .title("第1"))

    let plan = try plan(temporary.store, query)

    #expect(plan.first?.hasPrefix(start) == true, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.contains("SCAN") }, "\(plan)")
  }

  @Test func ofTwoRareTermsEachIsWalkedByItself() throws {
    let temporary = try store()
    let query = Query.and([.or([.tag("锂电"), .starred]), .since(noon)])
    let branches = try temporary.store.read { try QueryCompiler($0).alternatives(query) }
    #expect(branches == [.and([.since(noon), .tag("锂电")]), .and([.since(noon), .starred])])
  }

  @Test func anAlternativeThatNoIndexServesIsWalkedThroughAll() throws {
    let temporary = try store()
    #expect(try temporary.store.read { try QueryCompiler($0).alternatives(.or([.tag("锂电"), .read])) } == nil)
  }
}
