import NewsModel
import Testing

@testable import NewsLibrary

struct NewsLibraryReadingTests {
  private let folder: TestFolder
  private let library: NewsLibrary
  private let keys: [ArticleKey]

  init() throws {
    folder = try TestFolder()
    library = try folder.library()
    let items = (0..<9).map { number in
      Item(title: "第\(number)条虚构新闻", published: TestNews.noon + Int64(number) * 60, tags: number % 2 == 0 ? ["偶"] : [])
    }
    keys = try library.store.save(items).keys
  }

  private func numbers(_ page: HeadlinePage) -> [Int] {
    page.headlines.compactMap { $0.title.first { $0.isNumber }?.wholeNumberValue }
  }

  @Test func aWindowHasTheArticleInItsMiddle() throws {
    let around = try library.headlines(around: keys[4], matching: .all, limit: 2)
    #expect(numbers(around.newer) == [6, 5])
    #expect(around.headline?.key == keys[4])
    #expect(numbers(around.older) == [3, 2])
    #expect(around.newer.hasMore && around.older.hasMore)
  }

  @Test func atAnEndOfTheListThereIsNoMore() throws {
    let newest = try library.headlines(around: keys[8], matching: .all, limit: 20)
    #expect(newest.newer == HeadlinePage())
    #expect(numbers(newest.older) == [7, 6, 5, 4, 3, 2, 1, 0])
    #expect(!newest.older.hasMore)
    let exact = try library.headlines(around: keys[2], matching: .all, limit: 2)
    #expect(numbers(exact.older) == [1, 0])
    #expect(!exact.older.hasMore)
  }

  @Test func insteadOfAnArticleThatDoesNotMatchTheNewestAreShown() throws {
    let around = try library.headlines(around: keys[5], matching: .tag("偶"), limit: 1)
    #expect(around.headline == nil)
    #expect(around.newer == HeadlinePage())
    #expect(numbers(around.older) == [8])
    #expect(around.older.hasMore)
  }

  @Test func insteadOfAnArticleThatIsGoneTheNewestAreShown() throws {
    let around = try library.headlines(around: ArticleKey(999), matching: .all, limit: 2)
    #expect(around.headline == nil)
    #expect(numbers(around.older) == [8, 7])
  }

  @Test func theSessionIsRemembered() throws {
    #expect(try library.session() == nil)
    try library.saveSession("{\"page\":1}")
    #expect(try library.session() == "{\"page\":1}")
  }
}
