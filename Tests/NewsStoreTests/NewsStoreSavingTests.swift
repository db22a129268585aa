import NewsModel
import Testing

@testable import NewsStore

@Suite struct NewsStoreSavingTests {
  @Test func anItemComesBackAsItWasSaved() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let item = Item(
      originID: "a-1", url: "https://news.example/1", label: "今日热搜", title: "海岚银行发布年报，净利增长", source: "晨星日报",
      byline: "李某某", published: noon + 9, summary: "摘要",
      blocks: [
        .heading("经营", level: 2), .paragraph("第一段\n第二行"), .list(["甲", "乙"]), .table([["年", "利润"], ["2023", "8:9"]]),
        .quote("引文"), .code("x = 1"), .figure("图注"),
      ], tags: ["银行", "年报"], previous: "上一篇标题", next: nil,
      related: [RelatedItem(title: "海岚银行发布年报", published: noon + 9, isSelf: true)],
      links: [ArticleLink(text: "年报：全文", address: "https://news.example/report?a=1")])

    let report = try store.save([item])

    #expect(report.new == 1 && report.stubs == 0)
    let key = try #require(report.keys.first)
    let article = try #require(try store.article(key))
    #expect(article.headline.label == "今日热搜")
    #expect(article.headline.title == item.title)
    #expect(article.headline.source == "晨星日报")
    #expect(article.headline.published == item.published)
    #expect(article.headline.tags == ["银行", "年报"])
    #expect(article.headline.status == ArticleStatus())
    #expect(!article.headline.isStub && !article.headline.isDateEstimated)
    #expect(article.url == item.url)
    #expect(article.byline == item.byline)
    #expect(article.summary == item.summary)
    #expect(article.blocks == item.blocks)
    #expect(article.links == item.links)
    #expect(article.previous == "上一篇标题" && article.next == nil)
    #expect(article.related == [RelatedArticle(item: item.related[0], key: key)])
  }

  @Test func savingTwiceChangesNothing() throws {
    let temporary = try TemporaryStore()
    let items = [
      Item.sample("第一条新闻的完整标题", related: [.sample("另一条新闻的完整标题", minutes: -3)]), .sample("第二条新闻", minutes: 1),
    ]
    let first = try temporary.store.save(items)
    #expect(first.new == 2 && first.stubs == 1)

    let second = try temporary.store.save(items)

    #expect(second == SaveReport(unchanged: 2))
    #expect(try temporary.store.count(.all) == 3)
  }

  @Test func changedTextIsWrittenAndKeepsKeyAndStatus() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let key = try #require(try store.save([.sample("标题", body: "港口扩建")], zone: .gmt).keys.first)
    _ = try store.apply(StatusChange(.read, of: [key]))
    _ = try store.apply(StatusChange(.star, of: [key]))

    let report = try store.save([.sample("标题", body: "港口扩建。")], zone: .gmt)

    #expect(report == SaveReport(updated: 1, keys: [key]))
    let article = try #require(try store.article(key))
    #expect(article.blocks == [.paragraph("港口扩建。")])
    #expect(article.headline.status == ArticleStatus(isRead: true, isStarred: true))
  }

  @Test func whatArrivesFromTheEndOfAVisitOnIsNew() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([.sample("甲", minutes: 1)], at: noon, zone: .gmt)
    try store.endVisit(at: noon + 1)
    #expect(try store.titles(.seen(since: .last)) == [])
    _ = try store.save([.sample("乙", minutes: 2)], at: noon + 1, zone: .gmt)
    #expect(try store.titles(.seen(since: .last)) == ["乙"])
  }

  @Test func aFilesShortFormLeavesTheWholeText() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    func item(_ paragraphs: [String], summary: String? = nil) -> Item {
      Item(
        url: "https://news.example/1", title: "港口扩建", source: "晨星日报", published: noon, summary: summary,
        blocks: paragraphs.map { .paragraph($0) })
    }
    let whole = ["港口今天宣布扩建两个泊位，总投资四十二亿元。", "工程将分两期进行，第一期明年完工。"]
    let key = try #require(try store.save([item(whole, summary: "扩建两个泊位")], zone: .gmt).keys.first)

    #expect(try store.save([item(["港口宣布扩建。"], summary: "详见正文")], zone: .gmt) == SaveReport(unchanged: 1))
    #expect(try store.article(key)?.blocks == whole.map { .paragraph($0) })

    let corrected = ["港口今天宣布扩建三个泊位。", "工程明年完工。"]
    #expect(try store.save([item(corrected)], zone: .gmt).updated == 1)
    #expect(try store.article(key)?.blocks == corrected.map { .paragraph($0) })
  }

  @Test func numbersOfRowsMakeNoTwoArticlesOne() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    func item(_ id: String, _ title: String) -> Item {
      Item(originID: id, title: title, blocks: [.paragraph("\(title)：本报今天报道此事的经过。")])
    }
    _ = try store.save([item("1", "年报公布"), item("2", "泊位开工")], zone: .gmt)
    #expect(try store.save([item("1", "天气转凉"), item("2", "球队获胜")], zone: .gmt).new == 2)
    #expect(try store.save([item("1", "天气转凉")], zone: .gmt) == SaveReport(unchanged: 1))
  }

  @Test func aFailedBatchLeavesNothing() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([.sample("甲", tags: ["旧"])])
    #expect(throws: StoreError.self) {
      try store.write { writer in
        _ = try writer.save([ItemDraft(.sample("乙", minutes: 1, tags: ["新"]), at: noon)])
        throw StoreError.failed(detail: "planned")
      }
    }

    #expect(try store.titles() == ["甲"])
    // What the writer had remembered of the lost transaction must not lead to rows that are not there.
    _ = try store.save([.sample("丙", minutes: 2, tags: ["新"])])
    #expect(try store.titles(.tag("新")) == ["丙"])
  }
}
