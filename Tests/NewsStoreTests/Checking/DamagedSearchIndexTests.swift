import NewsModel
import Testing

@testable import NewsStore

/// A page of the search index that is missing or damaged makes a search slower, never poorer.
@Suite struct DamagedSearchIndexTests {
  static let damages = [
    "DELETE FROM search_page", "DELETE FROM search_page WHERE id = (SELECT min(id) FROM search_page)",
    """
    DELETE FROM search_page
    WHERE id > (SELECT min(id) FROM search_page) AND id < (SELECT min(id) + (3 << 42) FROM search_page)
    """,
    "DELETE FROM search_page WHERE id = (SELECT max(id) FROM search_page)",
    "UPDATE search_page SET data = zeroblob(30)",
    "UPDATE search_page SET data = substr(data, 1, length(data) - 1)",
    "UPDATE search_page SET data = zeroblob(length(data)) WHERE id = (SELECT max(id) FROM search_page)",
    "UPDATE search_page SET data = x''",
  ]

  /// Two blocks whose articles lie among each other, and whose lists fill more than a page.
  private func indexedStore() throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    for part in 0..<2 {
      let items = (0..<60).map { number in
        let place = number * 2 + part
        let names = (0..<40).map { "甲乙丙丁戊己庚辛\(place * 40 + $0)厂" }.joined(separator: "，")
        return Item.sample("东港银行公告第\(place)号", minutes: Int64(place), body: "正文提到了锂电\(number % 7)厂，\(names)")
      }
      _ = try temporary.store.save(items)
      while try temporary.store.indexNext() > 0 {}
    }
    return temporary
  }

  @Test(arguments: damages)
  func searchesFindTheSameWithDamagedPagesAndTheIndexIsMadeAnew(damage: String) throws {
    let temporary = try indexedStore()
    let store = temporary.store
    let queries: [Query] = [.text("锂电3厂"), .text("公告第12"), .title("第77号"), .text("锂"), .text("4107厂"), .text("无此文字")]
    let before = try queries.map { try store.titles($0) }
    let counts = try queries.map { try store.count($0) }
    let oldest = try queries.map { try store.headlines(matching: $0, from: .end, limit: 30).headlines }

    try store.write { try $0.db.execute(sql: damage) }

    #expect(try queries.map { try store.titles($0) } == before)
    #expect(try queries.map { try store.count($0) } == counts)
    #expect(try queries.map { try store.headlines(matching: $0, from: .end, limit: 30).headlines } == oldest)
    #expect(store.damageMet.isInIndex)
    #expect(store.damageMet.articles == 0)

    while try store.indexNext() > 0 {}

    let reopened = try NewsStore.open(at: temporary.path)
    #expect(try queries.map { try reopened.titles($0) } == before)
    #expect(!reopened.damageMet.isInIndex)
  }

  @Test func whatMergingFindsDamagedIsIndexedAnew() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    for part in 0..<7 {
      _ = try store.save([.sample("晨星日报第\(part)期", minutes: Int64(part))])
      while try store.indexNext() > 0 {}
    }
    try store.write {
      try $0.db.execute(sql: "UPDATE search_page SET data = zeroblob(40) WHERE id IN (SELECT min(id) FROM search_page)")
    }

    _ = try store.save([.sample("晨星日报第7期", minutes: 7)])
    while try store.indexNext() > 0 {}

    #expect(try store.unindexedCount() == 0)
    #expect(try store.count(.text("晨星日报")) == 8)
    #expect(!store.damageMet.isInIndex)
  }

  @Test func withoutAReadableListOfBlocksTextsAreLookedThrough() throws {
    let temporary = try indexedStore()
    let store = temporary.store
    let before = try store.titles(.text("锂电3厂"))
    try store.write {
      try $0.db.execute(sql: "UPDATE search_block SET documents = 9000000000000000000")
    }
    #expect(try store.titles(.text("锂电3厂")) == before)
    #expect(store.damageMet.isInLists)
  }
}
