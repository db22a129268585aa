import NewsModel
import Testing

@testable import NewsStore

/// What a feed calls an item is an item of that feed, and of no other.
@Suite struct FeedSavingTests {
  private let temporary: TemporaryStore
  private let store: NewsStore
  private let a: Subscription
  private let b: Subscription

  init() throws {
    temporary = try TemporaryStore()
    store = temporary.store
    a = try store.subscribe(Subscription(name: "甲报", address: "https://a.example/feed"))
    b = try store.subscribe(Subscription(name: "乙报", address: "https://b.example/feed"))
  }

  private func item(
    _ id: String?, _ title: String, minutes: Int64 = 0, url: String? = nil, source: String? = "甲报", body: String = "正文"
  ) -> Item {
    var item = Item.sample(title, minutes: minutes, source: source, body: body)
    item.originID = id
    item.url = url
    return item
  }

  @discardableResult
  private func save(_ items: [Item], of subscription: Subscription) throws -> SaveReport {
    let update = FeedUpdate(id: subscription.id, state: FetchState(), items: items)
    return try store.save([update], at: noon)[subscription.id] ?? SaveReport()
  }

  @Test func twoFeedsMayGiveTheSameID() throws {
    try save([item("1", "甲的第一条")], of: a)
    try save([item("1", "乙的第一条", source: "甲报")], of: b)

    #expect(try store.titles().sorted() == ["乙的第一条", "甲的第一条"])
  }

  @Test func anEditedItemIsItsArticleWhateverElseChanges() throws {
    let key = try #require(try save([item("1", "标题", url: "https://a.example/1")], of: a).keys.first)
    _ = try store.apply(StatusChange(.star, of: [key]))
    _ = try store.apply(StatusChange(.tag("我的"), of: [key]))

    let edited = item("1", "改过的标题", minutes: 90, url: "https://a.example/moved/1", source: "通讯社", body: "新的正文")
    let report = try save([edited], of: a)

    #expect(report == SaveReport(updated: 1, keys: [key]))
    let article = try #require(try store.article(key))
    #expect(article.headline.title == "改过的标题" && article.headline.source == "通讯社")
    #expect(article.blocks == [.paragraph("新的正文")])
    #expect(article.headline.status.isStarred && article.headline.ownTags == ["我的"])
    #expect(try store.titles() == ["改过的标题"])
  }

  @Test func idsLastWhenTheSubscriptionIsRenamedMovedOrTakenUpAgain() throws {
    try save([item("1", "标题", source: "甲报")], of: a)
    var changed = a
    changed.name = "丙报"
    changed.address = "https://c.example/feed"
    try store.update(changed)
    #expect(try save([item("1", "标题二", source: "丙报")], of: changed) == SaveReport(updated: 1, keys: [ArticleKey(1)]))

    try store.unsubscribe(a.id)
    let again = try store.subscribe(Subscription(name: "丁报", address: "https://c.example/feed"))
    #expect(again.id == a.id)
    #expect(try save([item("1", "标题三", source: "丁报")], of: again).updated == 1)
    #expect(try store.titles() == ["标题三"])
    #expect(try store.check() == [])
  }

  @Test func whoBroughtAnArticleSpeaksForIt() throws {
    let mine = item("1", "标题", url: "https://a.example/1", body: "甲的正文")
    var others = item("x", "标题（转）", url: "http://a.example/1/", source: "乙报", body: "乙的正文")
    others.byline = "记者"
    let key = try #require(try save([mine], of: a).keys.first)

    #expect(try save([others], of: b).updated == 1)
    // Both feeds are fetched again and again.
    #expect(try save([mine], of: a).unchanged == 1)
    #expect(try save([others], of: b).unchanged == 1)

    let article = try #require(try store.article(key))
    #expect(article.headline.title == "标题" && article.headline.source == "甲报")
    #expect(article.blocks == [.paragraph("甲的正文")])
    #expect(article.byline == "记者")
  }

  @Test func aFeedDoesNotCutAnImportedPageShort() throws {
    let page = item(nil, "标题", url: "https://a.example/1", body: "整页的正文，比摘要长得多。")
    let key = try #require(try store.save([page]).keys.first)

    try save([item("1", "标题", url: "https://a.example/1", body: "摘要")], of: a)

    #expect(try store.article(key)?.blocks == page.blocks)
    #expect(try store.count(.all) == 1)
  }

  @Test func anIDThatIsAnAddressMayGoOverToHTTPS() throws {
    try save([item("http://a.example/1", "标题", url: "http://a.example/1")], of: a)
    try save([item("https://a.example/1", "标题", url: "https://a.example/1")], of: a)
    #expect(try store.count(.all) == 1)
  }

  @Test func whatIsKnownIsNotWrittenAgain() throws {
    var state = FetchState()
    state.bodyHash = 7
    state.nextCheck = noon + 1_800
    let digest = ItemDigest(texts: ["1", "标题"], numbers: [])
    let update = FeedUpdate(id: a.id, state: state, items: [item("1", "标题")], digests: [digest])
    _ = try store.save([update], at: noon)
    #expect(try store.knownItems(of: a.id) == [digest])
    let other = try NewsStore.open(at: store.path, .existing)
    let version = try other.dataVersion()

    var again = update
    again.items = []
    again.state.nextCheck = noon + 1_820
    #expect(try store.save([again], at: noon + 20) == [:])

    #expect(try other.dataVersion() == version)
    again.state.nextCheck = noon + 3_600
    _ = try store.save([again], at: noon + 1_800)
    #expect(try store.subscriptionStates().first?.state == again.state)
    try other.close()
  }

  @Test func aLongFeedIsSavedInPartsAndItsStateLast() throws {
    let items = (0..<1_234).map { item("\($0)", "第\($0)条新闻", minutes: Int64($0)) }
    var state = FetchState()
    state.lastSuccess = noon
    let update = FeedUpdate(id: a.id, state: state, items: items, digests: [ItemDigest(rawValue: 1)])
    let other = FeedUpdate(id: b.id, state: state, items: [item("1", "另一条", source: "乙报")])

    let reports = try store.save([update, other], at: noon)

    #expect(reports[a.id]?.new == 1_234 && reports[b.id]?.new == 1)
    #expect(try store.subscriptionStates().map(\.state) == [state, state])
    #expect(try store.knownItems(of: a.id).count == 1)
  }

  @Test func whereAFeedHasMovedIsKeptUnlessAnotherIsThere() throws {
    var update = FeedUpdate(id: a.id, state: FetchState(), movedTo: "https://new.example/feed")
    _ = try store.save([update], at: noon)
    update.id = b.id
    _ = try store.save([update], at: noon)
    update.movedTo = "ftp://new.example/"
    _ = try store.save([update], at: noon)

    #expect(try store.subscriptions().map(\.address) == ["https://new.example/feed", "https://b.example/feed"])
  }

  @Test func whatComesForARemovedSubscriptionIsDropped() throws {
    try store.unsubscribe(a.id)
    #expect(try save([item("1", "标题")], of: a) == SaveReport())
    #expect(try store.count(.all) == 0)
  }
}
