import NewsModel
import Testing

@testable import NewsStore

/// Every query means the same in SQL as in plain Swift.
@Suite struct QueryPropertyTests {
  @Test(arguments: 1...4)
  func listsAndCountsEqualThoseMadeFromEveryHeadline(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var writes = RandomWrites(store, seed: seed + 300)
    for _ in 1...50 { try writes.write() }
    let all = try store.headlines(matching: .withMuted, from: .start, limit: 100_000).headlines
    #expect(all.map(\.id) == all.map(\.id).sorted(by: >))
    for _ in 1...100 {
      let query = writes.query(depth: 3)
      let expected = all.filter { Reference.matches($0, query) }

      let page = try store.headlines(matching: query, from: .start, limit: 100_000)

      #expect(page.headlines == expected && !page.hasMore, "\(query)")
      if let total = page.total { #expect(total == expected.count, "\(query)") }
      #expect(try store.count(query) == expected.count, "\(query)")
      if let middle = expected.dropFirst(expected.count / 2).first {
        #expect(try store.position(of: middle.place, in: query) == expected.count / 2, "\(query)")
      }
    }
  }

  @Test(arguments: 1...4)
  func pagesInBothDirectionsGiveTheWholeList(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var writes = RandomWrites(store, seed: seed + 400)
    for _ in 1...40 { try writes.write() }
    for _ in 1...20 {
      let query = writes.query(depth: 2)
      let whole = try store.headlines(matching: query, from: .start, limit: 100_000).headlines
      #expect(try collect(store, query, from: .start) == whole)
      #expect(try collect(store, query, from: .end) == whole)
    }
  }

  /// The list, read in pages of seven from one end to the other.
  private func collect(_ store: NewsStore, _ query: Query, from end: PageCursor) throws -> [Headline] {
    var result: [Headline] = []
    var cursor = end
    while true {
      let page = try store.headlines(matching: query, from: cursor, limit: 7)
      result = end == .start ? result + page.headlines : page.headlines + result
      let last = end == .start ? page.headlines.last : page.headlines.first
      guard page.hasMore, let last else { return result }
      #expect(page.headlines.count == 7)
      cursor = end == .start ? .after(last.place) : .before(last.place)
    }
  }
}
