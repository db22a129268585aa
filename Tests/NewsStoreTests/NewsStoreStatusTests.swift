import NewsModel
import Testing

@testable import NewsStore

@Suite struct NewsStoreStatusTests {
  private func store() throws -> (TemporaryStore, [ArticleKey]) {
    let temporary = try TemporaryStore()
    let report = try temporary.store.save((0..<4).map { .sample("新闻\($0)", minutes: $0, tags: $0 < 2 ? ["锂电"] : []) })
    return (temporary, report.keys)
  }

  @Test func theInverseHoldsOnlyWhatChanged() throws {
    let (temporary, keys) = try store()
    _ = try temporary.store.apply(StatusChange(.read, of: [keys[1]]))

    let inverse = try temporary.store.apply(
      StatusChange(.read, of: [keys[0], keys[1], keys[2], keys[2], ArticleKey(999)]))

    #expect(inverse == StatusChange(.unread, of: [keys[0], keys[2]]))
    #expect(try temporary.store.count(.unread) == 1)
    #expect(try temporary.store.apply(inverse) == StatusChange(.read, of: [keys[0], keys[2]]))
    #expect(try temporary.store.headline(keys[1])?.status.isRead == true)
    #expect(try temporary.store.count(.unread) == 3)
  }

  @Test func allThatMatchIsMarkedAndUndone() throws {
    let (temporary, keys) = try store()

    let inverse = try temporary.store.markRead(matching: .tag("锂电"))

    #expect(inverse == StatusChange(.unread, of: [keys[1], keys[0]]))
    #expect(try temporary.store.count(.and([.tag("锂电"), .unread])) == 0)
    _ = try temporary.store.apply(inverse)
    #expect(try temporary.store.count(.unread) == 4)
  }

  @Test func starsDoNotTouchReading() throws {
    let (temporary, keys) = try store()
    _ = try temporary.store.apply(StatusChange(.star, of: [keys[3]]))
    #expect(try temporary.store.headline(keys[3])?.status == ArticleStatus(isRead: false, isStarred: true))
    #expect(try temporary.store.titles(.starred) == ["新闻3"])
  }

  /// Whoever shows a copy of the article can do to it what was done here.
  @Test func whatUndoesATagNamesItAsTheStoreDoes() throws {
    let temporary = try TemporaryStore()
    let key = try temporary.store.save([.sample("新股", minutes: 0, tags: ["ＩＰＯ"])]).keys[0]
    let untag = try temporary.store.apply(StatusChange(.tag("ipo"), of: [key]))
    #expect(untag == StatusChange(.untag("ＩＰＯ"), of: [key]))
    #expect(try temporary.store.headline(key)?.ownTags == ["ＩＰＯ"])
    #expect(try temporary.store.apply(StatusChange(.untag("Ipo"), of: [key])) == untag.inverse)
    #expect(try temporary.store.headline(key)?.ownTags == [])
    let many = try temporary.store.apply([.tag("ipo"), .tag("打新")], matching: .all)
    #expect(many.inverse.map(\.action) == [.untag("打新"), .untag("ＩＰＯ")])
  }

  @Test func moreThanOneTransactionCanTakeAreChangedToo() throws {
    let temporary = try TemporaryStore()
    for batch in 0..<5 {
      _ = try temporary.store.save((0..<500).map { .sample("新闻\(batch)之\($0)", minutes: Int64(batch * 500 + $0)) })
    }
    let inverse = try temporary.store.markRead(matching: .all)
    #expect(inverse.keys.count == 2_500)
    #expect(try temporary.store.count(.unread) == 0)
    #expect(try temporary.store.check() == [])
  }
}
