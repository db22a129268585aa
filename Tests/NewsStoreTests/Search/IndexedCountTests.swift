import NewsModel
import Testing

@testable import NewsStore

@Suite struct IndexedCountTests {
  private func store() throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save(
      (0..<20).map { .sample("标题\($0)号", minutes: Int64($0), body: $0.isMultiple(of: 4) ? "全面降准" : "逆回购") })
    return temporary
  }

  private func indexedCount(_ query: Query, _ store: NewsStore) throws -> Int? {
    try store.read { try IndexedCount($0).count(query) }
  }

  @Test func oneAndTwoCharactersAreCountedByTheIndexAlone() throws {
    let temporary = try store()
    #expect(try indexedCount(.text("降准"), temporary.store) == nil)
    #expect(try temporary.store.indexNext() == 20)
    #expect(try indexedCount(.text("降准"), temporary.store) == 5)
    #expect(try indexedCount(.text("購"), temporary.store) == 15)
    #expect(try indexedCount(.text("加息"), temporary.store) == 0)
  }

  @Test func bylinesAreNotAmongTheTexts() throws {
    let temporary = try TemporaryStore()
    var item = Item.sample("降准")
    item.byline = "李明 李华"
    _ = try temporary.store.save([item, .sample("李先生", minutes: 1)])
    _ = try temporary.store.indexNext()
    #expect(try indexedCount(.text("李"), temporary.store) == 1)
    #expect(try temporary.store.titles(.author("李華")) == ["降准"])
    #expect(try temporary.store.titles(.author("明 李")) == ["降准"])
    #expect(try temporary.store.titles(.author("李先")) == [])
  }

  @Test func otherTextsAreNot() throws {
    let temporary = try store()
    _ = try temporary.store.indexNext()
    #expect(try indexedCount(.text("全面降准"), temporary.store) == nil)
    #expect(try indexedCount(.title("标题"), temporary.store) == nil)
    #expect(try indexedCount(.and([.text("降准"), .unread]), temporary.store) == nil)
  }

  @Test func anArticleThatWasChangedIsLookedAtItself() throws {
    let temporary = try store()
    _ = try temporary.store.indexNext()
    _ = try temporary.store.save([.sample("标题0号", body: "加息")])
    #expect(try indexedCount(.text("降准"), temporary.store) == nil)
    _ = try temporary.store.indexNext()
    #expect(try indexedCount(.text("降准"), temporary.store) == nil)
    #expect(try temporary.store.count(.text("降准")) == 4)
  }

  @Test func countingTellsHowFarItIs() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save((0..<600).map { .sample("标题\($0)号", minutes: Int64($0)) })
    var told: [Int] = []
    #expect(try temporary.store.count(.text("标题")) { told.append($0) } == 600)
    #expect(told == [256, 512])
  }
}
