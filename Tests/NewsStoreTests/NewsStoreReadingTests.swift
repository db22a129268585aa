import Foundation
import NewsModel
import Testing

@testable import NewsStore

@Suite struct NewsStoreReadingTests {
  @Test func headlinesComeNewestFirstWhateverTheOrderOfArrival() throws {
    let temporary = try TemporaryStore()
    for minute in [5, 1, 9, 3, 7] as [Int64] {
      _ = try temporary.store.save([.sample("第\(minute)分", minutes: minute)])
    }
    #expect(try temporary.store.titles() == ["第9分", "第7分", "第5分", "第3分", "第1分"])
  }

  @Test func anEmptyStoreHasAnEmptyPage() throws {
    let temporary = try TemporaryStore()
    #expect(try temporary.store.headlines(matching: .all, from: .start, limit: 10) == HeadlinePage(total: 0))
    #expect(try temporary.store.count(.all) == 0)
    #expect(try temporary.store.article(ArticleKey(1)) == nil)
  }

  @Test func theArticlesOfAPageHaveAllThatAnArticleHas() throws {
    let temporary = try TemporaryStore()
    var item = Item.sample("甲", tags: ["银行"])
    item.originID = "7"
    (item.url, item.byline, item.summary) = ("https://news.example/7", "林墨", "摘要")
    (item.previous, item.next) = ("前一条", "后一条")
    item.links = [ArticleLink(text: "公告", address: "https://news.example/8")]
    let key = try #require(try temporary.store.save([item]).keys.first)
    #expect(try temporary.store.articles(matching: .all, limit: 5).articles == [temporary.store.article(key)])
  }

  @Test func termsAreFoundHoweverTheyAreWritten() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲", tags: ["IPO"]), .sample("乙", minutes: 1, tags: ["ｉｐｏ", "金融機構"])])
    #expect(try temporary.store.titles(.tag("ipo")) == ["乙", "甲"])
    #expect(try temporary.store.titles(.tag("金融机构")) == ["乙"])
    #expect(try temporary.store.onlyHeadline("乙")?.tags == ["IPO", "金融機構"])
  }

  @Test func titlesAreFilteredByFoldedText() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("馬上消費發布Ａ股報告"), .sample("另一条 100% 的新闻_", minutes: 1)])
    #expect(try temporary.store.titles(.title("马上消费发布a股")) == ["馬上消費發布Ａ股報告"])
    #expect(try temporary.store.titles(.title("100%")) == ["另一条 100% 的新闻_"])
    #expect(try temporary.store.titles(.title("%")) == ["另一条 100% 的新闻_"])
    #expect(try temporary.store.titles(.title("' OR 1=1 --")) == [])
  }

  @Test func regularExpressionsAreFoundInTitlesAndInSinglePiecesOfTheText() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([
      .sample("臺灣銀行下調利率", body: "晚间公告"), .sample("另一条", minutes: 1, body: "台湾某银行\n下调了利率"),
      .sample("第三条", minutes: 2, body: "银行"),
    ])
    #expect(try temporary.store.titles(.regex("台湾.*银行")) == ["另一条", "臺灣銀行下調利率"])
    #expect(try temporary.store.titles(.regex("利率$")) == ["另一条", "臺灣銀行下調利率"])
    #expect(try temporary.store.titles(.and([.regex("^银行$"), .unread])) == ["第三条"])
    #expect(try temporary.store.titles(.not(.regex("银行"))) == [])
    #expect(try temporary.store.titles(.regex("条.*银行")) == [])
    #expect(try temporary.store.titles(.regex("(")) == [])
  }

  @Test func sourcesAreListedWithTheirCounts() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let report = try store.save([
      .sample("甲", source: "东港时报"), .sample("乙", minutes: 1), .sample("丙", minutes: 2),
      .sample("丁", minutes: 3, source: nil),
    ])
    _ = try store.apply(StatusChange(.read, of: [report.keys[1]]))
    #expect(
      try store.terms(.source) == [
        TermCount(name: "晨星日报", count: 2, unread: 1), TermCount(name: "东港时报", count: 1, unread: 1),
      ])
    #expect(try store.terms(.source, matching: .unread).map(\.count) == [1, 1])
    #expect(try store.terms(.source, limit: 1).map(\.name) == ["晨星日报"])
    #expect(try store.titles(.source("")) == ["丁"])
  }

  @Test func aCancelledReadStops() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    for batch in 0..<10 {
      _ = try store.save((0..<500).map { .sample("新闻\(batch)之\($0)", minutes: Int64(batch * 500 + $0)) })
    }
    let cancellation = Cancellation()
    #expect(try store.count(.title("没有"), cancellation: cancellation) == 0)
    cancellation.cancel()
    #expect(throws: StoreError.cancelled) { try store.count(.title("没有"), cancellation: cancellation) }
    #expect(try store.count(.title("之499")) == 10)
  }

  @Test func aRunningReadIsCancelledFromAnotherThread() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let cancellation = Cancellation()
    // Not a task: where all threads for tasks are busy it would never run, and the read below never end.
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.02)
      cancellation.cancel()
    }
    #expect(throws: StoreError.cancelled) {
      try store.read(cancellation) { db in
        // Runs for minutes if nothing stops it.
        try db.execute(
          sql: "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n LIMIT 1")
      }
    }
    #expect(try store.count(.all) == 0)
  }
}
