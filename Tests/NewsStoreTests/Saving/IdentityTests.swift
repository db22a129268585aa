import NewsModel
import Testing

@testable import NewsStore

/// When two items are one article.
@Suite struct IdentityTests {
  private func saved(_ items: [Item]) throws -> (TemporaryStore, SaveReport) {
    let temporary = try TemporaryStore()
    var report = SaveReport()
    for item in items { report += try temporary.store.save([item], at: noon) }
    let atOnce = try TemporaryStore()
    #expect(try atOnce.store.save(items, at: noon) == report, "one batch or several")
    #expect(try temporary.store.check() == [])
    return (temporary, report)
  }

  private func item(
    _ title: String = "标题", id: String? = nil, url: String? = nil, source: String? = "晨星日报", minutes: Int64 = 0,
    body: String = "正文"
  ) -> Item {
    Item(
      originID: id, url: url, title: title, source: source, published: noon + minutes * 60, blocks: [.paragraph(body)])
  }

  @Test func theOriginsIdWithinItsSourceDecides() throws {
    let (_, report) = try saved([
      item("甲", id: "7"), item("乙", id: "7", minutes: 5), item("乙", id: "8", minutes: 5),
      item("甲", id: "7", source: "东港时报"),
    ])
    #expect(report.new == 3 && report.updated == 1)
  }

  @Test func elseTheAddressDecides() throws {
    let (temporary, report) = try saved([
      item("甲", url: "http://News.example:80/a/?utm_source=x#top"),
      item("乙", url: "https://news.example/a", minutes: 9),
      item("乙", url: "https://news.example/b", minutes: 9),
    ])
    #expect(report.new == 2 && report.updated == 1)
    #expect(try temporary.store.count(.all) == 2)
  }

  @Test(arguments: ["", "#", "/", "-", "N/A", "null", "javascript:;", "https://news.example/"])
  func anAddressThatLeadsNowhereDecidesNothing(address: String) throws {
    #expect(Identity.address(address) == nil)
    let (_, report) = try saved([item("甲", url: address), item("乙", url: address, minutes: 9)])
    #expect(report.new == 2)
  }

  @Test func elseSourceTitleAndMinuteDecide() throws {
    let (_, report) = try saved([
      item("马上消费：报告"), item("馬上消費:報告"), item("马上消费：报告", minutes: 1), item("马上消费：报告", source: "东港时报"),
    ])
    #expect(report.new == 3 && report.updated == 1)
  }

  @Test func theLabelIsNoPartOfIt() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("标题", label: "聚焦")])
    let report = try temporary.store.save([.sample("标题", label: "今日热议")])
    #expect(report.updated == 1)
    #expect(try temporary.store.titles(.label("今日热议")) == ["标题"])
    #expect(try temporary.store.titles(.label("聚焦")) == [])
  }

  @Test func anItemWithoutIdIsTheArticleThatHasOne() throws {
    let (_, report) = try saved([item(id: "7", url: "https://news.example/a"), item()])
    #expect(report == SaveReport(new: 1, unchanged: 1, keys: [ArticleKey(1)]))
  }

  @Test func anotherTimeUnderTheSameIdMovesTheArticle() throws {
    let (temporary, report) = try saved([
      item("甲", id: "7"), item("乙", id: "8", minutes: 5), item("甲", id: "7", minutes: 9),
    ])
    #expect(report.new == 2 && report.updated == 1)
    #expect(try temporary.store.titles() == ["甲", "乙"])
    #expect(try temporary.store.headline(ArticleKey(1))?.title == "甲")
  }

  @Test func aShortFormDoesNotEmptyTheArticle() throws {
    let full = Item(
      originID: "7", label: "聚焦", title: "标题", source: "晨星日报", byline: "李某某", published: noon, summary: "摘要",
      blocks: [.paragraph("正文")], tags: ["锂电"])
    let (temporary, report) = try saved([full, Item(originID: "7", title: "标题", source: "晨星日报", published: noon)])
    #expect(report.unchanged == 1)
    #expect(try temporary.store.article(ArticleKey(1))?.blocks == [.paragraph("正文")])
  }

  @Test func aGuessedTimeNeverReplacesARealOne() throws {
    var guess = item(id: "7", minutes: 99)
    guess.isDateEstimated = true
    let (temporary, report) = try saved([item(id: "7"), guess])
    #expect(report.unchanged == 1)
    #expect(try temporary.store.headline(ArticleKey(1))?.published == noon)
  }

  @Test func aRealTimeReplacesAGuess() throws {
    var guess = item(id: "7", minutes: 99)
    guess.isDateEstimated = true
    let (temporary, report) = try saved([guess, item(id: "7")])
    #expect(report.updated == 1)
    let headline = try temporary.store.headline(ArticleKey(1))
    #expect(headline?.published == noon && headline?.isDateEstimated == false)
  }

  @Test func anUndatedItemStandsAtTheTimeOfSaving() throws {
    let temporary = try TemporaryStore()
    let undated = Item(title: "没有时间", source: "晨星日报", blocks: [.paragraph("正文")])
    _ = try temporary.store.save([undated], at: noon)
    #expect(try temporary.store.onlyHeadline("没有时间")?.isDateEstimated == true)
    #expect(try temporary.store.onlyHeadline("没有时间")?.published == noon)
    #expect(try temporary.store.save([undated], at: noon + 86_400) == SaveReport(unchanged: 1))
    var other = undated
    other.blocks = [.paragraph("第二天的另一篇")]
    #expect(try temporary.store.save([other], at: noon + 86_400).new == 1)
  }

  @Test func digestsFitIntoSixBytes() {
    for minute in [-40_000_000, 0, 28_488_240, 70_000_000] as [Int64] {
      let article = StoredArticle(
        published: Timestamp(minute * 60), title: "标题",
        body: StoredBody(details: ArticleDetails(originID: "7", url: "https://news.example/a")))
      for digest in Identity(article).digests { #expect((0..<1 << 47).contains(digest)) }
    }
  }
}
