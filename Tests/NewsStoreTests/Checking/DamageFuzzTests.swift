import Foundation
import GRDB
import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// Whatever a file holds, every use of a store answers or says in words why it cannot: none ends the program.
///
/// `NEWSTAPE_DAMAGE_SEEDS=1000` tries so many kinds of damage in place of the few below.
@Suite struct DamageFuzzTests {
  static let seeds = 1...(ProcessInfo.processInfo.environment["NEWSTAPE_DAMAGE_SEEDS"].flatMap { Int($0) } ?? 24)

  /// A closed store in which every table holds something.
  private static let template = Result { () throws -> Data in
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save(
      (0..<30).map { number in
        var item = Item.sample(
          "晨星日報第\(number)期", minutes: Int64(number), label: "要闻", tags: ["锂电", "年报"], body: "正文\(number)",
          related: [.sample("相关新闻的标题之\(number)号", minutes: Int64(number), summary: "摘要")])
        (item.url, item.byline) = ("https://news.example/\(number)", "林墨")
        item.blocks += [.heading("小标题", level: 2), .list(["一", "二"]), .table([["甲", "乙"]])]
        return item
      })
    let feed = try store.subscribe(
      Subscription(name: "东港", address: "https://news.example/feed", fetchesArticles: true))
    _ = try store.subscribe(Subscription(name: "旧的", address: "https://old.example/feed"))
    var item = Item.sample("订阅来的", minutes: 50, source: "东港")
    item.url = "https://news.example/50"
    _ = try store.save([FeedUpdate(id: feed.id, state: FetchState(), items: [item], digests: [ItemDigest(rawValue: 7)])]
    )
    try store.unsubscribe(store.subscriptions()[1].id)
    _ = try store.apply([.star, .tag("留着")], matching: .title("第3期"))
    try store.save(SavedQuery(name: "锂电", text: "tag:锂电"))
    try store.save(Rule(name: "不看", text: "年报", actions: [.read]))
    try store.set(.session, to: "12")
    while try store.indexNext() > 0 {}
    _ = try store.save([.sample("尚未编入索引", minutes: 60)])
    try store.close()
    return try Data(contentsOf: URL(fileURLWithPath: temporary.path))
  }

  private struct Copy {
    let folder: URL
    let path: String

    init(_ bytes: Data) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "newstape-damage-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      path = folder.appending(path: "news.db").path
      try bytes.write(to: URL(fileURLWithPath: path))
    }
  }

  @Test(arguments: seeds)
  func valuesThatNoProgramWritesEndNothing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let copy = try Copy(Self.template.get())
    defer { try? FileManager.default.removeItem(at: copy.folder) }
    let store = try NewsStore.open(at: copy.path)
    let shapes = try TableShape.all()
    let shape = try #require(shapes.filter { $0.name != "grdb_migrations" }.randomElement(using: &random))
    for column in shape.columns where Int.random(in: 0..<3, using: &random) > 0 {
      let value = Self.values.randomElement(using: &random) ?? "NULL"
      let share =
        ["1", "rowid % 3 = 0", "rowid = (SELECT max(rowid) FROM \(shape.name))"].randomElement(using: &random) ?? "1"
      try? store.damage(
        "UPDATE OR IGNORE \(shape.name) SET \(column.name) = \(value)" + (shape.hasRowID ? " WHERE \(share)" : ""))
    }
    try use(store)
    try expectRepaired(store, copy.path)
  }

  private static let values = [
    "NULL", "'x'", "''", "x'00'", "x'FFFFFFFFFFFFFFFFFF'", "9223372036854775807", "-9223372036854775808", "-1", "3",
    "1.5",
    "zeroblob(40)", "CAST(x'E4B8' AS TEXT)", "CAST(x'F8FF80C0' AS TEXT)", "'1' || hex(zeroblob(60)) || ':'",
    "CAST('p99999999999999999999:' AS BLOB)", "CAST('h19:9999999999999999999p1:x' AS BLOB)",
    "CAST('l9:999999999' AS BLOB)",
  ]

  @Test(arguments: seeds)
  func flippedBytesEndNothing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 10_000)
    var bytes = try Self.template.get()
    for _ in 0..<Int.random(in: 1...50, using: &random) {
      // The first page says what the file is: without it there is no store.
      bytes[Int.random(in: 16_384..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
    }
    let copy = try Copy(bytes)
    defer { try? FileManager.default.removeItem(at: copy.folder) }
    do throws(StoreError) {
      let store = try NewsStore.open(at: copy.path)
      do { try use(store) } catch { Issue.record(error) }
      let report = try? store.repair()
      if let report, report.losses.isEmpty { #expect(report.articles > 0) }
      try? store.close()
    } catch {
      #expect(!"\(error)".isEmpty)
    }
  }

  private func expectRepaired(_ store: NewsStore, _ path: String) throws {
    _ = try store.repair()
    #expect(try store.check() == [])
    while try store.indexNext() > 0 {}
    #expect(try store.check() == [])
    _ = try store.save([.sample("修复之后", minutes: 90)])
    #expect(try store.titles().first == "修复之后")
  }

  /// Asks and changes whatever can be; only errors in words may come of it.
  private func use(_ store: NewsStore) throws {
    let range = noon..<noon + 86_400
    let uses: [(NewsStore) throws -> Void] = [
      { _ = try $0.titles() }, { _ = try $0.headlines(matching: .unread, from: .end, limit: 5) },
      { _ = try $0.titles(.text("正文1")) }, { _ = try $0.titles(.and([.tag("锂电"), .until(noon + 600)])) },
      { _ = try $0.titles(.author("林")) }, { _ = try $0.count(.text("晨")) }, { _ = try $0.count(.title("第3期")) },
      { _ = try $0.mostRelevant(to: .text("正文"), limit: 5) },
      { for key in 1...40 { _ = try? $0.article(ArticleKey(Int64(key))) } },
      { _ = try $0.articles(matching: .all, limit: 50) },
      { _ = try $0.arrivals(after: ArticleKey(2), matching: .text("正文"), limit: 9) },
      { _ = try $0.terms(.tag) }, { _ = try $0.terms(.source, matching: .unread) },
      { _ = try $0.statistics(StatisticsRequest(query: .all, range: range, bucket: .hour), zone: .gmt) },
      { _ = try $0.statistics(StatisticsRequest(query: .tag("锂电"), range: range, bucket: .day), zone: .gmt) },
      { _ = try $0.subscriptionOverviews() }, { _ = try $0.knownItems(of: $0.subscriptions().first?.id ?? .init(1)) },
      { _ = try $0.awaitedPages(at: .now, limit: 5) }, { _ = try $0.nextPageTry() }, { _ = try $0.savedQueries() },
      { _ = try $0.rules() }, { _ = try $0.undoSteps() }, { _ = try $0.setting(.session) }, { _ = try $0.check() },
      { while try $0.indexNext() > 0 {} }, { _ = try $0.save([.sample("晨星日報第4期", minutes: 4)]) },
      { _ = try $0.apply([.read], matching: .all) }, { _ = try $0.undo() },
      { _ = try $0.compact() },
    ]
    for (index, use) in uses.enumerated() {
      do {
        try use(store)
      } catch {
        #expect(error is StoreError, "use \(index): \(error)")
      }
    }
  }
}
