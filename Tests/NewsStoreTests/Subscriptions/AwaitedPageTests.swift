import NewsModel
import Testing

@testable import NewsStore

@Suite struct AwaitedPageTests {
  private let temporary: TemporaryStore
  private let store: NewsStore
  private let subscription: Subscription

  init() throws {
    temporary = try TemporaryStore()
    store = temporary.store
    subscription = try store.subscribe(
      Subscription(name: "甲报", address: "https://a.example/feed", fetchesArticles: true))
  }

  private func item(_ body: String, url: String? = "https://a.example/1") -> Item {
    var item = Item.sample("标题", source: "甲报", body: body)
    item.originID = "1"
    item.url = url
    return item
  }

  private func save(_ item: Item) throws -> ArticleKey {
    _ = try store.save([FeedUpdate(id: subscription.id, state: FetchState(), items: [item])], at: noon)
    return try #require(try store.headlines(matching: .all, from: .start, limit: 1).headlines.first?.key)
  }

  @Test func theTextOfThePageIsShownAndSearchedAndTheFeedsIsKept() throws {
    let key = try save(item("摘要而已"))
    #expect(
      try store.awaitedPages(at: noon, limit: 9) == [
        AwaitedPage(key: key, address: "https://a.example/1", attempts: 0)
      ])
    #expect(try store.article(key)?.textOrigin == .pagePending(nil))
    _ = try store.indexNext()

    #expect(try store.savePage(.sample("标题", body: "全文，比摘要长得多，写到海岚银行。"), of: key))

    let article = try #require(try store.article(key))
    #expect(article.textOrigin == .page)
    #expect(article.blocks == [.paragraph("全文，比摘要长得多，写到海岚银行。")])
    #expect(try store.awaitedPages(at: noon + 86_400, limit: 9) == [])
    #expect(try store.titles(.text("海岚银行")) == ["标题"])
    #expect(try store.titles(.text("摘要而已")) == [])

    // The feed says the same again: nothing is asked for, the page's text stays.
    let again = try store.save([FeedUpdate(id: subscription.id, state: FetchState(), items: [item("摘要而已")])], at: noon)
    #expect(again[subscription.id]?.unchanged == 1)
    #expect(try store.article(key)?.textOrigin == .page)
    #expect(try store.check() == [])
  }

  @Test func anEditedItemIsFetchedAgain() throws {
    let key = try save(item("摘要"))
    try store.savePage(.sample("标题", body: "全文，比摘要长。"), of: key)

    #expect(try save(item("改过的摘要")) == key)

    #expect(try store.awaitedPages(at: noon, limit: 9).map(\.key) == [key])
    #expect(try store.article(key)?.blocks == [.paragraph("全文，比摘要长。")])
    #expect(try store.article(key)?.textOrigin == .page)
  }

  @Test func aPageThatFailsIsTriedLaterAndThenGivenUp() throws {
    let key = try save(item("摘要"))

    try store.notePageFailure(.timedOut, of: key, nextTry: noon + 900)
    #expect(try store.awaitedPages(at: noon + 899, limit: 9) == [])
    #expect(try store.nextPageTry() == noon + 900)
    #expect(try store.awaitedPages(at: noon + 900, limit: 9).map(\.attempts) == [1])
    #expect(try store.article(key)?.textOrigin == .pagePending(.timedOut))

    try store.notePageFailure(.status(404), of: key, nextTry: nil)
    #expect(try store.awaitedPages(at: noon + 999_999, limit: 9) == [])
    #expect(try store.article(key)?.textOrigin == .pageMissing(.status(404)))
    #expect(try store.article(key)?.blocks == [.paragraph("摘要")])
  }

  @Test func aWallBeforeAPageDoesNotReplaceTheFeedsText() throws {
    let key = try save(item("这是来源给出的全文，已经相当长了。"))
    #expect(try !store.savePage(.sample("标题", body: "请登录"), of: key))
    #expect(try store.article(key)?.textOrigin == .pageMissing(.notNews))
  }

  @Test func nothingIsAwaitedWhereNothingCanBe() throws {
    _ = try save(item("摘要", url: nil))
    #expect(try store.awaitedPages(at: noon, limit: 9) == [])
    let key = try save(item("摘要二"))
    #expect(try store.awaitedPages(at: noon, limit: 9).map(\.key) == [key])
    var changed = subscription
    changed.fetchesArticles = false
    try store.update(changed)
    #expect(try store.awaitedPages(at: noon, limit: 9) == [])
    #expect(try store.article(key)?.textOrigin == .own)
  }
}
