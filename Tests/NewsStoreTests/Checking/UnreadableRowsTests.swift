import Foundation
import NewsModel
import Testing

@testable import NewsStore

/// One row that cannot be read costs an answer that row, and is counted.
@Suite struct UnreadableRowsTests {
  private func damagedStore(_ sql: String) throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save((0..<10).map { .sample("新闻\($0)", minutes: $0, tags: ["锂电"]) })
    try temporary.store.damage(sql)
    return temporary
  }

  @Test(arguments: [
    "title = NULL", "title = x'00'", "key = key + 9000000000000000000", "published = 'gestern'",
    "published = 9000000000000000000",
    "is_read = 7", "tag_ids = x'31'", "source_id = NULL",
  ])
  func aListGoesOnBehindAnUnreadableHeadline(damage: String) throws {
    let temporary = try damagedStore("UPDATE article SET \(damage) WHERE title IN ('新闻3', '新闻9', '新闻0')")
    let store = temporary.store

    let titles = [8, 7, 6, 5, 4, 2, 1].map { "新闻\($0)" }
    #expect(try store.titles() == titles)
    let first = try store.headlines(matching: .all, from: .start, limit: 6)
    #expect(first.headlines.map(\.title) == Array(titles.prefix(6)) && first.hasMore)
    #expect(try store.mostRelevant(to: .all, limit: 20).map(\.title) == titles)
    #expect(store.damageMet.articles == 3)
  }

  @Test func anExportPassesOverWhatCannotBeRead() throws {
    let temporary = try damagedStore(
      "UPDATE body SET blocks = zeroblob(30) WHERE key IN (2, 5); UPDATE body SET related = NULL WHERE key = 7")
    let store = temporary.store

    let first = try store.articles(matching: .all, limit: 6)
    let last = try #require(first.last)
    let second = try store.articles(matching: .all, from: .after(last), limit: 6)

    #expect((first.articles + second.articles).map(\.headline.title) == [9, 8, 7, 5, 3, 2, 0].map { "新闻\($0)" })
    #expect(first.hasMore && !second.hasMore)
    #expect(store.damageMet.articles == 3)
  }

  @Test func anArticleThatCannotBeReadIsAnErrorInWords() throws {
    let temporary = try damagedStore("UPDATE body SET blocks = 'x' WHERE key = 5")
    let error = #expect(throws: StoreError.self) { try temporary.store.article(ArticleKey(5)) }
    guard case .damaged(_, let detail) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(detail == "column blocks holds a text")
  }

  /// Of four versions the second has no title, and the third a text that makes none of the first three.
  @Test func formerVersionsThatCannotBeReadAreCounted() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    for edition in 1...5 {
      var item = Item.sample("新闻第\(edition)版", body: "正文第\(edition)版，其余不变。")
      item.originID = "a"
      _ = try store.save([item], at: noon + Int64(edition) * 60)
    }
    let key = try #require(try store.onlyHeadline("新闻第5版")?.key)
    #expect(try store.history(of: key).map(\.number) == [1, 2, 3, 4, 5])

    try store.damage("UPDATE version SET title = NULL WHERE number = 2")
    #expect(try store.history(of: key).map(\.number) == [1, 3, 4, 5])
    #expect(store.damageMet == StoreDamage(versions: 1))
    try store.damage("UPDATE version SET body = x'00' WHERE number = 3")
    #expect(try store.formerVersions(of: [key])[key]?.map(\.number) == [4])
    #expect(store.damageMet == StoreDamage(versions: 3))
  }

  @Test func whatComesInIsToldBehindAnUnreadableRow() throws {
    let temporary = try damagedStore("UPDATE article SET title = NULL WHERE key = 10")
    let arrivals = try temporary.store.arrivals(after: ArticleKey(8), matching: .all, limit: 10)
    #expect(arrivals.headlines.map(\.title) == ["新闻8"])
    #expect(arrivals.last == ArticleKey(10))
  }

  @Test func damagedBlocksOfTextAreSearchedWithoutATrap() throws {
    let temporary = try damagedStore("UPDATE body SET blocks = CAST('h1' || hex(zeroblob(12)) || ':p999:正文' AS BLOB)")
    let junk = Data([UInt8(ascii: "1")] + [UInt8](repeating: 0, count: 40) + Array("2147483648147483648:".utf8))
    try temporary.store.damage("UPDATE body SET blocks = ? WHERE key > 5", [junk])
    #expect(try temporary.store.count(.text("正文")) == 0)
    while try temporary.store.indexNext() > 0 {}
    #expect(try temporary.store.count(.text("新闻")) == 10)
  }
}
