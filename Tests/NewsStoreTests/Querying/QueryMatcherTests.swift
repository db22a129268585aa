import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// What a query means of an article in memory is what SQL finds.
@Suite struct QueryMatcherTests {
  @Test(arguments: 1...4)
  func findsWhatTheListShows(seed: UInt64) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var writes = RandomWrites(store, seed: seed + 500)
    for _ in 1...40 { try writes.write() }
    let texts = try save(seed, in: store)
    var dice = SeededGenerator(seed: seed)
    for _ in 1...80 {
      let query = combined(writes.query(depth: 2), words(texts, &dice), &dice)

      let expected = try store.headlines(matching: query, from: .start, limit: 100_000).headlines.map(\.id.rawValue)

      let found = try store.read { db in
        let matcher = QueryMatcher(query)
        let terms = TermLookup(db)
        let keys = try Int64.fetchAll(db, sql: "SELECT key FROM article ORDER BY id DESC")
        return try keys.compactMap { try ArticleRow.fetch(db, key: $0) }.filter { try matcher.matches($0, terms) }
      }
      #expect(found.map(\.id) == expected, "\(query)")
    }
  }

  /// Articles with text in every place where words are looked for; returns pieces of it.
  private func save(_ seed: UInt64, in store: NewsStore) throws -> [String] {
    var dice = SeededGenerator(seed: seed + 1)
    let pieces = ["雲嶺電池", "云岭电池", "ＩＰＯ", "ipo", "A股", "5G手机", "2024年", "é", "e\u{301}", "%", "_"]
    func text() -> String { (0..<6).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined() }
    _ = try store.save(
      (0..<30).map { number in
        var item = Item.sample(text(), minutes: Int64(number), tags: [text(), "IPO"], body: text())
        item.byline = Bool.random(using: &dice) ? text() : nil
        item.summary = Bool.random(using: &dice) ? text() : nil
        item.blocks += [.heading(text(), level: 2), .list([text(), text()]), .table([[text(), text()]])]
        return item
      })
    return pieces
  }

  private func words(_ pieces: [String], _ dice: inout SeededGenerator) -> Query {
    let text = (pieces + ["无", "電", "P", ""]).randomElement(using: &dice) ?? ""
    let more = text + (pieces.randomElement(using: &dice) ?? "")
    let queries: [Query] = [
      .title(text), .text(text), .text(more), .author(text), .tag(text.lowercased()), .regex("[电a]股?"), .regex("^ip."),
      .regex("("),
    ]
    return queries.randomElement(using: &dice) ?? .all
  }

  private func combined(_ a: Query, _ b: Query, _ dice: inout SeededGenerator) -> Query {
    let queries: [Query] = [b, .not(b), .and([a, b]), .or([a, b]), .and([b, .or([.muted, .not(.muted)])])]
    return queries.randomElement(using: &dice) ?? b
  }
}
