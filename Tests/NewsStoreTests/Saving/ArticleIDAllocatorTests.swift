import NewsModel
import Testing

@testable import NewsStore

@Suite struct ArticleIDAllocatorTests {
  @Test func secondsOfAMinuteAreInOrder() throws {
    let temporary = try TemporaryStore()
    for second in [40, 2, 21, 59, 30] as [Int64] {
      _ = try temporary.store.save([Item(title: "第\(second)秒", published: noon + second)])
    }
    #expect(try temporary.store.titles() == ["第59秒", "第40秒", "第30秒", "第21秒", "第2秒"])
  }

  @Test(arguments: [Int64(0), 59])
  func aFullMinuteOverflowsIntoTheNextAndEveryBoundStaysExact(second: Int64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    for batch in 0..<4 {
      _ = try store.save((0..<25).map { Item(title: "满\(batch)之\($0)", published: noon + second) })
    }
    _ = try store.save([.sample("后一分", minutes: 1), .sample("前一分", minutes: -1), .sample("后四分", minutes: 4)])

    #expect(try store.count(.and([.since(noon), .until(noon + 60)])) == 100)
    #expect(try store.titles(.since(noon + 60)).sorted() == ["后一分", "后四分"].sorted())
    #expect(try store.titles(.until(noon)) == ["前一分"])
    #expect(try store.check() == [])
    let ids = try store.headlines(matching: .all, from: .start, limit: 200).headlines.map(\.id)
    #expect(Set(ids).count == 103)
  }

  @Test func thousandsInOneMinuteAreSavedFast() throws {
    let temporary = try TemporaryStore()
    // With a search from the minute's start for each this would read eight million rows.
    for batch in 0..<8 {
      _ = try temporary.store.save((0..<500).map { Item(title: "同一分钟的第\(batch)批第\($0)条", published: noon) })
    }
    #expect(try temporary.store.count(.and([.since(noon), .until(noon + 1)])) == 4_000)
  }

  @Test func movingAnArticleGivesItANewIdAndKeepsItsKey() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let keys = try store.save([.sample("甲", tags: ["锂电"]), .sample("乙", minutes: 10)]).keys

    let id = try #require(try store.moveArticle(keys[0], to: noon + 1_200))

    #expect(try store.titles() == ["甲", "乙"])
    #expect(try store.headline(keys[0])?.id == id)
    #expect(try store.titles(.tag("锂电")) == ["甲"])
    #expect(try store.moveArticle(ArticleKey(99), to: noon) == nil)
    #expect(try store.check() == [])
  }
}
