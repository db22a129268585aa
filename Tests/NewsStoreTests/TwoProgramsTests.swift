import NewsModel
import Testing

@testable import NewsStore

/// Two programs write to one file in turn: what one of them remembers must not undo what the other wrote.
@Suite struct TwoProgramsTests {
  private let temporary: TemporaryStore
  private let one: NewsStore
  private let other: NewsStore

  init() throws {
    temporary = try TemporaryStore()
    one = temporary.store
    other = try temporary.another()
  }

  /// So many articles of one minute that the minutes after it fill up too.
  private func crowd(_ name: String, _ count: Int, minutes: Int64 = 0) -> [Item] {
    (0..<count).map { .sample("\(name)之\($0)", minutes: minutes) }
  }

  @Test func theLargerOverflowOfAMinuteStays() throws {
    _ = try one.save(crowd("甲", 40))
    _ = try other.save(crowd("乙", 400))
    _ = try one.save(crowd("丙", 40, minutes: 60))

    for store in [one, other] {
      #expect(try store.count(.until(noon + 60)) == 440)
      #expect(try store.check() == [])
    }
  }

  @Test func aTermThatBothNameIsOneTerm() throws {
    _ = try one.save([.sample("甲", source: "晨星日报", tags: ["银行"])])
    _ = try other.save([.sample("乙", minutes: 1, source: "晨星日報", tags: ["银行", "锂电"])])
    _ = try one.save([.sample("丙", minutes: 2, source: "东港时报", tags: ["锂电"])])

    for store in [one, other] {
      #expect(try store.titles(.source("晨星日报")) == ["乙", "甲"])
      #expect(try store.titles(.tag("锂电")) == ["丙", "乙"])
      #expect(try store.headlines(matching: .all, from: .start, limit: 9).headlines.last?.source == "晨星日报")
    }
  }

  @Test func keysOfRemovedArticlesAreNotGivenAgain() throws {
    let subscription = try one.subscribe(Subscription(name: "甲报", address: "https://a.example/feed"))
    let update = FeedUpdate(id: subscription.id, state: FetchState(), items: [.sample("甲")])
    let first = try #require(try other.save([update])[subscription.id]?.keys.first)
    #expect(try one.unsubscribe(subscription.id, removingArticles: true) == 1)

    let second = try #require(try other.save([.sample("乙")]).keys.first)

    #expect(second.rawValue > first.rawValue)
  }

  @Test func mutedArticlesOfBothAreCounted() throws {
    let keys = try one.save(crowd("甲", 4)).keys
    _ = try other.apply(StatusChange(.mute, of: Array(keys.prefix(2))))
    _ = try one.apply(StatusChange(.mute, of: Array(keys.suffix(1))))

    for store in [one, other] { #expect(try store.count(.muted) == 3 && store.count(.all) == 1) }
  }

  @Test func aChangeThatTheOtherUndoesWhileItRunsGoesOnAndCanBeUndone() throws {
    _ = try one.save(crowd("甲", 1_200))
    var undone = false

    let change = try one.apply([.star], matching: .all) { progress in
      guard !undone, progress.done < progress.total else { return }
      undone = true
      _ = try? other.undo()
    }

    #expect(undone && change.articles == 1_200)
    let starred = try other.count(.starred)
    #expect((1..<1_200).contains(starred))
    #expect(try other.undo()?.articles == starred)
    #expect(try one.count(.starred) == 0)
    #expect(try one.undoSteps() == [])
  }

  @Test(arguments: 1...2)
  func countsAndListsOfBothEqualRecountsAfterEveryWrite(seed: UInt64) throws {
    var writes = RandomWrites(one, and: other, seed: seed + 300)
    for step in 1...50 {
      try writes.write()
      if step.isMultiple(of: 7) { _ = try writes.store.indexNext() }
      try #require(try writes.store.check() == [], "seed \(seed), step \(step)")
      try compare(writes.query(depth: 2), "seed \(seed), step \(step)")
    }
    #expect(try one.count(.withMuted) > 50)
  }

  private func compare(_ query: Query, _ place: Comment) throws {
    let all = try one.headlines(matching: .withMuted, from: .start, limit: 100_000).headlines
    let expected = all.filter { Reference.matches($0, query) }
    for store in [one, other] {
      #expect(try store.headlines(matching: query, from: .start, limit: 100_000).headlines == expected, place)
      #expect(try store.count(query) == expected.count, place)
    }
  }

  @Test(arguments: 1...2)
  func aSearchOfEitherFindsWhatBothWrote(seed: UInt64) throws {
    var news = SearchNews(one, and: other, seed: seed + 400)
    for _ in 1...30 { try news.write() }
    let all = try one.articles()
    for _ in 1...25 {
      let query = try news.query()
      let expected = all.filter { $0.matches(query) }.map(\.headline)
      for store in [one, other] {
        #expect(try store.headlines(matching: query, from: .start, limit: 100_000).headlines == expected, "\(query)")
        #expect(try store.count(query) == expected.count, "\(query)")
      }
    }
  }
}

/// A subscription that one program changes while another fetches it.
@Suite struct SubscriptionOfTwoProgramsTests {
  private let temporary: TemporaryStore
  private let one: NewsStore
  private let other: NewsStore
  private let fetched: Subscription

  init() throws {
    temporary = try TemporaryStore()
    one = temporary.store
    other = try temporary.another()
    fetched = try one.subscribe(Subscription(name: "甲报", address: "https://a.example/feed"))
  }

  private func update() -> FeedUpdate {
    var state = FetchState()
    state.bodyHash = 7
    return FeedUpdate(
      id: fetched.id, address: fetched.address, state: state, movedTo: "https://b.example/feed",
      items: [.sample("标题", source: nil)], digests: [ItemDigest(rawValue: 1)])
  }

  @Test func newsBearTheNameAndTagsThatItHasWhenTheyAreSaved() throws {
    var changed = fetched
    (changed.name, changed.tags) = ("丙报", ["晨报"])
    try other.update(changed)

    _ = try one.save([update()])

    #expect(try one.titles(.source("丙报")) == ["标题"])
    #expect(try one.titles(.tag("晨报")) == ["标题"])
  }

  @Test func whatWasHeardOfAnAddressSaysNothingOfANewOne() throws {
    var changed = fetched
    changed.address = "https://c.example/feed"
    try other.update(changed)

    _ = try one.save([update()])

    let now = try #require(try one.subscriptionStates().first)
    #expect(now.subscription.address == "https://c.example/feed")
    #expect(now.state == FetchState())
    #expect(try one.knownItems(of: fetched.id).isEmpty)
    #expect(try one.titles() == ["标题"])
  }
}
