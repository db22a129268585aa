import NewsModel
import Testing

@testable import NewsStore

/// Whatever is indexed, waits, was changed or moved: a search finds all articles that contain the text, and no others.
@Suite struct SearchPropertyTests {
  @Test(arguments: 1...4)
  func aSearchFindsWhatLookingAtEveryArticleFinds(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    var news = SearchNews(temporary.store, seed: seed)
    for round in 1...6 {
      for _ in 1...8 { try news.write() }
      if round == 6 { while try temporary.store.indexNext() > 0 {} }
      let all = try temporary.store.articles()
      for _ in 1...15 { try compare(try news.query(), all, temporary.store) }
    }
  }

  private func compare(_ query: Query, _ all: [Article], _ store: NewsStore) throws {
    let expected = all.filter { $0.matches(query) }.map(\.headline)
    #expect(try pages(query, from: .start, store) == expected, "\(query)")
    #expect(try pages(query, from: .end, store).reversed() == expected, "\(query)")
    #expect(try store.count(query) == expected.count, "\(query)")
    if let last = expected.last {
      #expect(try store.position(of: last.place, in: query) == expected.count - 1, "\(query)")
    }
  }

  /// The whole list in pages, in the direction of the cursor: small ones, of which there are many in a list, and fewer large ones.
  private func pages(_ query: Query, from start: PageCursor, _ store: NewsStore) throws -> [Headline] {
    var cursor = start
    var result: [Headline] = []
    while true {
      let page = try store.headlines(matching: query, from: cursor, limit: start == .start ? 11 : 40)
      result += start == .start ? page.headlines : page.headlines.reversed()
      guard page.hasMore, let last = result.last else { return result }
      cursor = start == .start ? .after(last.place) : .before(last.place)
    }
  }
}
