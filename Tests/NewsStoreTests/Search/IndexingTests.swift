import Foundation
import GRDB
import NewsModel
import SearchIndex
import Testing

@testable import NewsStore

@Suite struct IndexingTests {
  private func store(articles: Int) throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save((0..<articles).map { .sample("标题\($0)号", minutes: Int64($0), body: "全面降准") })
    return temporary
  }

  private func blocks(_ store: NewsStore) throws -> [SearchBlock] { try store.read { try SearchBlock.all($0) } }

  @Test func whatIsSavedWaitsOnceUntilItIsIndexed() throws {
    let temporary = try store(articles: 30)
    #expect(try temporary.store.unindexedCount() == 30)
    #expect(try temporary.store.indexNext() == 30)
    #expect(try temporary.store.unindexedCount() == 0)
    #expect(try temporary.store.indexNext() == 0)
    #expect(try blocks(temporary.store).map(\.documents) == [30])
  }

  @Test func onlyWhatSearchesSeeMakesAnArticleWaitAgain() throws {
    let temporary = try store(articles: 3)
    _ = try temporary.store.indexNext()
    _ = try temporary.store.markRead(matching: .all)
    #expect(try temporary.store.unindexedCount() == 0)
    _ = try temporary.store.save([.sample("标题1号", minutes: 1, body: "加息")])
    #expect(try temporary.store.unindexedCount() == 1)
  }

  /// A program that was killed leaves pages of a block that does not count.
  @Test func pagesOfAnUnfinishedBlockAreRemovedAndItsArticlesStillFound() throws {
    let temporary = try store(articles: 10)
    let store = temporary.store
    var writer = BlockWriter(store.pool, cancellation: nil)
    let block = try writer.freeNumbers(1)[0]
    var builder = BlockBuilder()
    builder.begin(7)
    var text = "别的文字"
    text.withUTF8 { builder.add($0) }
    try builder.forEachPage { try writer.append($0, toBlock: block) }
    try writer.flush()
    #expect(try store.count(.text("降准")) == 10)
    #expect(try store.count(.text("别的")) == 0)

    #expect(try store.indexNext() == 10)

    #expect(try store.count(.text("降准")) == 10)
    let pages = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM search_page") ?? 0 }
    let counting = try store.read { db in
      try SearchBlock.all(db).reduce(0) { sum, block in
        let rows = BlockPages.rows(ofBlock: block.number)
        return try sum
          + (Int.fetchOne(
            db, sql: "SELECT count(*) FROM search_page WHERE id >= ? AND id < ?",
            arguments: [rows.lowerBound, rows.upperBound]) ?? 0)
      }
    }
    #expect(pages == counting)
  }

  @Test func whatChangesWhileItIsIndexedWaitsOn() throws {
    let temporary = try store(articles: 1)
    let store = temporary.store
    try store.pool.write { try $0.execute(sql: "UPDATE unindexed SET version = 5") }
    let read = try store.read { try Int64.fetchOne($0, sql: "SELECT version FROM unindexed") }
    #expect(read == 5)
    _ = try store.save([.sample("标题0号", body: "加息")])
    #expect(try store.read { try Int64.fetchOne($0, sql: "SELECT version FROM unindexed") } == 6)
  }

  @Test func eightBlocksOfASizeBecomeOne() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    for number in 0..<8 {
      _ = try store.save([.sample("标题\(number)号", minutes: Int64(number), body: "全面降准")])
      _ = try store.indexNext()
    }
    #expect(try blocks(store).map(\.documents) == [8])
    #expect(try store.titles(.text("降准")) == (0..<8).reversed().map { "标题\($0)号" })
  }

  @Test(arguments: [
    ([Int](repeating: 3, count: 7), nil), ([Int](repeating: 3, count: 8), 8), ([3, 3, 3, 3, 100, 3, 3, 3, 3], nil),
    ([100, 100, 100, 3, 100, 100, 100, 100, 100], 9), ([Int](repeating: 20_000, count: 40), nil),
    ([30_000] + [Int](repeating: 4_095, count: 8), 8),
  ])
  func onlyNeighboursInAgeAreMerged(sizes: [Int], merged: Int?) {
    let blocks = sizes.enumerated().map { age, size in
      SearchBlock(number: Int64(age), age: Int64(age), documents: size, newest: 0, oldest: 0)
    }
    #expect(BlockMerging.nextMerge(blocks.shuffled())?.count == merged)
  }

  @Test func oneProgramAtATimeIndexes() throws {
    let temporary = try store(articles: 5)
    let other = try temporary.another()
    let lock = try #require(try other.lock(for: .indexing))
    #expect(try temporary.store.indexNext() == 0)
    withExtendedLifetime(lock) {}
    #expect(try temporary.store.unindexedCount() == 5)
  }

  @Test func indexingCanBeStopped() throws {
    let temporary = try store(articles: 5)
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: StoreError.self) { try temporary.store.indexNext(cancellation: cancellation) }
    #expect(try temporary.store.unindexedCount() == 5)
    #expect(try temporary.store.count(.text("降准")) == 5)
  }

  @Test func anIndexOfAnotherFormIsMadeAnew() throws {
    let temporary = try store(articles: 5)
    _ = try temporary.store.indexNext()
    try temporary.store.pool.write { try StoreState.index.set(0, $0) }

    let again = try NewsStore.open(at: temporary.path)

    #expect(try again.unindexedCount() == 5)
    #expect(try again.count(.text("降准")) == 5)
    #expect(try again.indexNext() == 5)
    try again.close()
  }
}
