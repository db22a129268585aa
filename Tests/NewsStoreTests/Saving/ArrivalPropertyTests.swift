import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// Whatever names publishers give, and however bodies come: no two articles become one, and none becomes two.
@Suite struct ArrivalPropertyTests {
  private let temporary: TemporaryStore
  private let store: NewsStore

  init() throws {
    temporary = try TemporaryStore()
    store = temporary.store
  }

  @Test(arguments: 1...4)
  func filesInAnyOrderAndInAnyBatchesKeepEachArticleOnce(seed: UInt64) throws {
    var news = ArrivingNews(seed: seed)
    var keys: [Int: ArticleKey] = [:]
    for round in 1...12 {
      let items = news.body()
      _ = try save(items, &news.random)
      try expectTheTruth(of: news, &keys, "seed \(seed), body \(round)")
      let again = try save(items.shuffled(using: &news.random), &news.random)
      #expect(again == SaveReport(unchanged: items.count), "seed \(seed), body \(round)")
    }
    #expect(keys.count > 10)
    #expect(try store.check() == [])
  }

  @Test(arguments: 1...4)
  func answersOfAFeedKeepEachArticleOnce(seed: UInt64) throws {
    let feed = try store.subscribe(Subscription(name: "晨星日报", address: "https://news.example/feed"))
    var news = ArrivingNews(seed: seed + 100)
    var keys: [Int: ArticleKey] = [:]
    var last: Set<Item> = []
    for round in 1...12 {
      let items = news.body()
      let names = SharedNames(
        items.map { SharedNames.Entry(id: $0.originID, address: $0.url, title: $0.title, text: $0.blocks[0].text) },
        of: feed.id)
      // What is known as it is now is not saved again.
      let update = FeedUpdate(
        id: feed.id, state: FetchState(), items: items.filter { !last.contains($0) }, sharedNames: names)
      _ = try store.save([update], at: noon + Int64(round) * 1_800, zone: .gmt)
      last = Set(items)
      try expectTheTruth(of: news, &keys, "seed \(seed), answer \(round)")
    }
    #expect(keys.count > 10)
    #expect(try store.check() == [])
  }

  /// In batches, as a large file comes.
  private func save(_ items: [Item], _ random: inout SeededGenerator) throws -> SaveReport {
    var report = SaveReport()
    var body = ArrivingBody()
    var rest = items[...]
    repeat {
      let batch = rest.prefix(Int.random(in: 1...8, using: &random))
      rest = rest.dropFirst(batch.count)
      report += try store.save(
        batch.map { ItemDraft($0, at: noon, zone: .gmt) }, of: &body, endingAt: rest.isEmpty ? [batch.count] : [],
        at: noon, zone: .gmt)
    } while !rest.isEmpty
    return report
  }

  private func expectTheTruth(of news: ArrivingNews, _ keys: inout [Int: ArticleKey], _ place: Comment) throws {
    let articles = try store.articles()
    let found = Dictionary(
      articles.map { ($0.blocks[0].text, $0.headline.title) }, uniquingKeysWith: { $0 + " | " + $1 })
    try #require(found == news.arrived, place)
    for article in articles {
      let number = try #require(news.numbers[article.blocks[0].text])
      #expect(keys[number] ?? article.headline.key == article.headline.key, "the article keeps its key: \(place)")
      keys[number] = article.headline.key
    }
  }
}
