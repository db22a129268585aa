import NewsModel
import Testing

@testable import NewsStore

@Suite struct SubscriptionTests {
  @Test func aSubscriptionComesBackAsItWasTakenUp() throws {
    let temporary = try TemporaryStore()
    let wanted = Subscription(
      name: "晨星日报", address: "https://news.example/feed", homePage: "https://news.example/", folders: ["财经", "报纸"],
      tags: ["要闻", "Morning"], fetchesArticles: true, interval: 900)

    let subscription = try temporary.store.subscribe(wanted)

    #expect(subscription.id.rawValue > 0)
    var expected = wanted
    expected.id = subscription.id
    #expect(try temporary.store.subscriptions() == [expected])
    #expect(try temporary.store.subscriptionStates().map(\.state) == [FetchState()])
    #expect(try temporary.store.check() == [])
  }

  @Test func namesAndAddressesAreUniqueHoweverTheyAreWritten() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let first = try store.subscribe(Subscription(name: "Harbor Wire", address: "https://harbor.example/feed"))

    #expect(throws: StoreError.subscription(.alreadyThere(first))) {
      try store.subscribe(Subscription(name: "Another", address: "http://HARBOR.example/feed/"))
    }
    #expect(throws: StoreError.name(.taken("Harbor Wire"))) {
      try store.subscribe(Subscription(name: "ＨＡＲＢＯＲ　wire", address: "https://other.example/"))
    }
    let second = try store.subscribe(Subscription(name: "Other", address: "https://other.example/"))
    #expect(throws: StoreError.name(.taken("Harbor Wire"))) {
      try store.update(Subscription(id: second.id, name: "harbor wire", address: second.address))
    }
    #expect(try store.subscriptions().map(\.name) == ["Harbor Wire", "Other"])
  }

  @Test func manyAreTakenUpTogetherOrNotAtAll() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.subscribe(Subscription(name: "甲", address: "https://a.example/"))
    let more = ["a", "b", "b", "c"].enumerated().map { index, host in
      Subscription(name: "新\(index)", address: "https://\(host).example/")
    }
    #expect(try store.subscribe(all: more).map(\.name) == ["新1", "新3"])

    let bad = [
      Subscription(name: "丁", address: "https://d.example/"), Subscription(name: "戊", address: "ftp://e.example/"),
    ]
    #expect(throws: StoreError.subscription(.badAddress("ftp://e.example/"))) { try store.subscribe(all: bad) }
    #expect(try store.subscriptions().map(\.name).sorted() == ["新1", "新3", "甲"])
  }

  @Test(arguments: [
    "", "news.example", "ftp://news.example/", "file:///etc/passwd", "https://", "https:///feed", "https://a b/",
    "javascript://x/%0aalert(1)", "https://news.example/\u{1B}[2J", "exec:ls",
  ])
  func whatCannotBeFetchedIsRefused(address: String) throws {
    let temporary = try TemporaryStore()
    #expect(throws: StoreError.subscription(.badAddress(address))) {
      try temporary.store.subscribe(Subscription(name: "甲", address: address))
    }
  }

  @Test func anotherNameBecomesTheSourceOfItsArticlesAlone() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var subscription = try store.subscribe(Subscription(name: "旧名", address: "https://a.example/feed"))
    _ = try store.save(
      [
        FeedUpdate(
          id: subscription.id, state: FetchState(),
          items: [.sample("甲", source: "旧名"), .sample("乙", minutes: 1, source: "通讯社")])
      ], at: noon)
    _ = try store.save([.sample("丙", minutes: 2, source: "旧名")])

    subscription.name = "新名"
    try store.update(subscription)

    #expect(try store.titles(.source("新名")) == ["甲"])
    #expect(try store.titles(.source("旧名")) == ["丙"])
    #expect(try store.titles(.source("通讯社")) == ["乙"])
    #expect(try store.subscriptions() == [subscription])
    #expect(try store.check() == [])
  }

  @Test func articlesOutliveTheirSubscriptionUnlessTheyAreToGo() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let a = try store.subscribe(Subscription(name: "甲报", address: "https://a.example/feed"))
    let b = try store.subscribe(Subscription(name: "乙报", address: "https://b.example/feed"))
    _ = try store.save(
      [
        FeedUpdate(id: a.id, state: FetchState(), items: [.sample("甲", source: "甲报")]),
        FeedUpdate(id: b.id, state: FetchState(), items: [.sample("乙", source: "乙报"), .sample("丙", minutes: 3)]),
      ], at: noon)

    #expect(try store.unsubscribe(a.id) == 0)
    #expect(try store.unsubscribe(b.id, removingArticles: true) == 2)

    #expect(try store.subscriptions() == [])
    #expect(try store.titles() == ["甲"])
    #expect(try store.check() == [])
  }

  @Test func keysOfRemovedArticlesAreNotGivenAgain() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let a = try store.subscribe(Subscription(name: "甲报", address: "https://a.example/feed"))
    let saved = try store.save([FeedUpdate(id: a.id, state: FetchState(), items: [.sample("甲")])], at: noon)
    let key = try #require(saved[a.id]?.keys.first)
    try store.unsubscribe(a.id, removingArticles: true)

    let next = try store.save([.sample("乙")])

    #expect(next.keys.first.map { $0.rawValue > key.rawValue } == true)
  }

  @Test func countsComeFromTheSourceOfTheName() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let a = try store.subscribe(Subscription(name: "甲报", address: "https://a.example/feed"))
    let items = (0..<10).map { Item.sample("第\($0)条", minutes: -Int64($0) * 1_440, source: "甲报") }
    let keys = try store.save([FeedUpdate(id: a.id, state: FetchState(), items: items)], at: noon)[a.id]?.keys ?? []
    _ = try store.apply(StatusChange(.read, of: Array(keys.prefix(4))))

    let overview = try #require(try store.subscriptionOverviews(at: noon + 3_600).first)

    #expect(overview.articles == 10 && overview.unread == 6)
    #expect(overview.articlesADay == 1)
    let later = try #require(try store.subscriptionOverviews(at: noon + 25 * 86_400).first)
    #expect(later.articlesADay == 5.0 / 30)
  }
}
