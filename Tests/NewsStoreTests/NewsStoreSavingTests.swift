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
    let key = try #require(try store.save([.sample("标题", body: "旧")], zone: .gmt).keys.first)
    _ = try store.apply(StatusChange(.read, of: [key]))
    _ = try store.apply(StatusChange(.star, of: [key]))

    let report = try store.save([.sample("标题", body: "新")], zone: .gmt)

    #expect(report == SaveReport(updated: 1, keys: [key]))
    let article = try #require(try store.article(key))
    #expect(article.blocks == [.paragraph("新")])
    #expect(article.headline.status == ArticleStatus(isRead: true, isStarred: true))
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
