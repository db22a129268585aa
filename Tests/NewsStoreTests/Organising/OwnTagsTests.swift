import NewsModel
import Testing

@testable import NewsStore

/// Tags that the reader gives lie beside the page's own.
@Suite struct OwnTagsTests {
  private func store() throws -> (TemporaryStore, ArticleKey) {
    let temporary = try TemporaryStore()
    let report = try temporary.store.save([.sample("虚构银行下调利率", tags: ["银行", "利率"])])
    return (temporary, try #require(report.keys.first))
  }

  @Test func theyAreShownBehindThePagesAndCounted() throws {
    let (temporary, key) = try store()
    let store = temporary.store

    let inverse = try store.apply(StatusChange(.tag("待读"), of: [key]))

    #expect(inverse == StatusChange(.untag("待读"), of: [key]))
    #expect(try store.headline(key)?.tags == ["银行", "利率", "待读"])
    #expect(try store.headline(key)?.ownTags == ["待读"])
    #expect(try store.titles(.tag("待读")) == ["虚构银行下调利率"])
    #expect(try store.terms(.tag).contains { $0.name == "待读" && $0.count == 1 })
    _ = try store.apply(inverse)
    #expect(try store.headline(key)?.tags == ["银行", "利率"])
    #expect(try store.titles(.tag("待读")) == [])
    #expect(try store.check() == [])
  }

  @Test func theyOutliveAReimportWithOtherTags() throws {
    let (temporary, key) = try store()
    _ = try temporary.store.apply(StatusChange(.tag("待读"), of: [key]))

    _ = try temporary.store.save([.sample("虚构银行下调利率", tags: ["央行"], body: "改过的正文")])

    #expect(try temporary.store.headline(key)?.tags == ["央行", "待读"])
    #expect(try temporary.store.check() == [])
  }

  @Test func aTagOfThePageStaysWhenTheReadersOwnGoes() throws {
    let (temporary, key) = try store()
    _ = try temporary.store.apply(StatusChange(.tag("银行"), of: [key]))
    #expect(try temporary.store.headline(key)?.tags == ["银行", "利率"])

    #expect(try temporary.store.apply(StatusChange(.untag("银行"), of: [key])).keys == [key])

    #expect(try temporary.store.headline(key)?.tags == ["银行", "利率"])
    #expect(try temporary.store.apply(StatusChange(.untag("银行"), of: [key])).keys == [])
    #expect(try temporary.store.apply(StatusChange(.untag("无此标签"), of: [key])).keys == [])
    #expect(try temporary.store.check() == [])
  }

  @Test func namesAreFoldedAndKeptOnOneLine() throws {
    let (temporary, key) = try store()
    _ = try temporary.store.apply(StatusChange(.tag(" 我的\n 标签 "), of: [key]))
    #expect(try temporary.store.headline(key)?.ownTags == ["我的 标签"])
    _ = try temporary.store.apply(StatusChange(.tag("IPO"), of: [key]))
    #expect(try temporary.store.apply(StatusChange(.tag("ipo"), of: [key])).keys == [])
  }

  @Test func namesThatCannotBeAreRefused() throws {
    let (temporary, key) = try store()
    #expect(throws: StoreError.name(.empty)) { try temporary.store.apply(StatusChange(.tag("  "), of: [key])) }
    #expect(throws: StoreError.name(.tooLong(limit: NameProblem.longestName))) {
      try temporary.store.apply([.tag(String(repeating: "长", count: 61))], matching: .all)
    }
  }
}
