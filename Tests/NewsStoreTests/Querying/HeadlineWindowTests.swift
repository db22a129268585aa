import Foundation
import NewsModel
import Synchronization
import Testing

@testable import NewsStore

/// The headlines around an article.
@Suite struct HeadlineWindowTests {
  private let temporary: TemporaryStore
  private let store: NewsStore
  private let keys: [ArticleKey]

  init() throws {
    temporary = try TemporaryStore()
    store = temporary.store
    let items = (0..<9).map { number in
      Item.sample("第\(number)条虚构新闻", minutes: Int64(number), tags: number % 2 == 0 ? ["偶"] : [])
    }
    keys = try store.save(items).keys
  }

  private func numbers(_ page: HeadlinePage) -> [Int] {
    page.headlines.compactMap { $0.title.first { $0.isNumber }?.wholeNumberValue }
  }

  @Test func aWindowHasTheArticleInItsMiddle() throws {
    let around = try store.headlines(around: keys[4], matching: .all, limit: 2)
    #expect(numbers(around.before) == [6, 5])
    #expect(around.headline?.key == keys[4])
    #expect(numbers(around.after) == [3, 2])
    #expect(around.before.hasMore && around.after.hasMore)
  }

  @Test func atAnEndOfTheListThereIsNoMore() throws {
    let newest = try store.headlines(around: keys[8], matching: .all, limit: 20)
    #expect(newest.before == HeadlinePage())
    #expect(numbers(newest.after) == [7, 6, 5, 4, 3, 2, 1, 0])
    #expect(!newest.after.hasMore)
    let exact = try store.headlines(around: keys[2], matching: .all, limit: 2)
    #expect(numbers(exact.after) == [1, 0])
    #expect(!exact.after.hasMore)
  }

  @Test func insteadOfAnArticleThatDoesNotMatchTheNewestAreShown() throws {
    let around = try store.headlines(around: keys[5], matching: .tag("偶"), limit: 1)
    #expect(around.headline == nil)
    #expect(around.before == HeadlinePage())
    #expect(numbers(around.after) == [8])
    #expect(around.after.hasMore)
  }

  @Test func insteadOfAnArticleThatIsGoneTheNewestAreShown() throws {
    let around = try store.headlines(around: ArticleKey(999), matching: .all, limit: 2)
    #expect(around.headline == nil)
    #expect(numbers(around.after) == [8, 7])
  }

  @Test func aWindowIsOneMomentWhileAnotherProgramWrites() throws {
    let other = try temporary.another()
    let isDone = Atomic(false)
    let writer = Thread {
      // Each commit brings one newer and one older article.
      for number in 1...200 as ClosedRange<Int64> {
        _ = try? other.save([
          .sample("新\(number)", minutes: 100 + number, tags: ["偶"]),
          .sample("旧\(number)", minutes: -number, tags: ["偶"]),
        ])
      }
      isDone.store(true, ordering: .releasing)
    }
    writer.start()
    while !isDone.load(ordering: .acquiring) {
      let window = try store.headlines(around: keys[4], matching: .all, limit: 1_000)
      #expect(window.before.headlines.count == window.after.headlines.count)
      #expect(window.before.headlines.count + 1 + window.after.headlines.count == window.total)
      let page = try store.headlines(matching: .tag("偶"), from: .start, limit: 1_000)
      #expect(page.headlines.count == page.total)
    }
    #expect(try store.headlines(around: keys[4], matching: .all, limit: 1_000).before.headlines.count == 204)
    try other.close()
  }
}
