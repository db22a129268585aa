import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsStore

@Suite struct RepairTests {
  private func filledStore() throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save(
      (0..<40).map { .sample("晨星日报第\($0)期", minutes: $0, label: "要闻", tags: ["锂电", "年报"], body: "正文\($0)") })
    _ = try store.save([.sample("晨星日报第7期", minutes: 7, label: "要闻", tags: ["锂电", "年报"], body: "改过的正文")])
    _ = try store.apply([.star, .tag("留着")], matching: .title("第3期"))
    _ = try store.subscribe(Subscription(name: "东港", address: "https://news.example/feed"))
    try store.save(SavedQuery(name: "锂电", text: "tag:锂电"))
    try store.save(Rule(name: "不看", text: "年报", actions: [.read]))
    try store.set(.session, to: "12")
    while try store.indexNext() > 0 {}
    return temporary
  }

  private func repair(_ temporary: TemporaryStore) throws -> RepairReport {
    try temporary.store.repair()
  }

  @Test(
    arguments: StoreCheckTests.cases.map(\.sql) + [
      "DELETE FROM state", "UPDATE sqlite_sequence SET seq = 0", "DELETE FROM undo_step", "DROP TABLE search_page",
    ])
  func afterARepairTheStoreIsSound(damage: String) throws {
    let temporary = try filledStore()
    let store = temporary.store
    try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + damage) }

    let report = try repair(temporary)

    #expect(report.articles == 40)
    while try store.indexNext() > 0 {}
    #expect(try store.check() == [])
    #expect(try store.titles().count == 40)
    #expect(try store.count(.text("晨星日报")) == 40)
    #expect(!FileManager.default.fileExists(atPath: temporary.path + "-repairing"))
  }

  @Test func whatIsWholeStaysAsItWas() throws {
    let temporary = try filledStore()
    let store = temporary.store
    let headlines = try store.headlines(matching: .withMuted, from: .start, limit: 100).headlines
    let article = try store.article(ArticleKey(4))
    let history = try store.history(of: ArticleKey(8))
    #expect(history.count == 2)
    let before = (try store.subscriptions(), try store.savedQueries(), try store.rules(), try store.undoSteps())

    #expect(try repair(temporary).losses == [])

    #expect(try store.headlines(matching: .withMuted, from: .start, limit: 100).headlines == headlines)
    #expect(try store.article(ArticleKey(4)) == article)
    #expect(try store.history(of: ArticleKey(8)) == history)
    #expect(try store.subscriptions() == before.0 && store.savedQueries() == before.1 && store.rules() == before.2)
    #expect(try store.undoSteps() == before.3)
    #expect(try store.setting(.session) == "12")
    // Two actions are undone, of one article.
    #expect(try store.undo()?.articles == 1)
    // Importing again doubles nothing, and new articles get new keys.
    #expect(
      try store.save([.sample("晨星日报第6期", minutes: 6, label: "要闻", tags: ["锂电", "年报"], body: "正文6")]).unchanged == 1)
    #expect(try store.save([.sample("新的", minutes: 99)]).keys == [ArticleKey(41)])
    #expect(try store.check() == [])
  }

  /// A statement, what a repair says of it, and how the headline reads afterwards.
  static let damagedColumns: [(String, RepairLoss.Kind, String)] = [
    ("UPDATE article SET title = NULL WHERE key = 5", .headlines, "正文4"),
    ("UPDATE article SET published = 'x' WHERE key = 5", .times, "晨星日报第4期"),
    ("UPDATE article SET is_read = NULL WHERE key = 5", .marks, "晨星日报第4期"),
    ("UPDATE article SET source_id = 999 WHERE key = 5", .terms, "晨星日报第4期"),
    ("UPDATE article SET tag_ids = x'00' WHERE key = 5", .terms, "晨星日报第4期"),
    ("UPDATE body SET url = x'00' WHERE key = 5", .details, "晨星日报第4期"),
    ("UPDATE body SET related = NULL WHERE key = 5", .details, "晨星日报第4期"),
    ("UPDATE body SET blocks = 7 WHERE key = 5", .texts, "晨星日报第4期"),
    ("DELETE FROM body WHERE key = 5", .texts, "晨星日报第4期"),
  ]

  @Test(arguments: damagedColumns)
  func ofADamagedArticleWhatIsLeftIsKept(damage: String, loss: RepairLoss.Kind, title: String) throws {
    let temporary = try filledStore()
    try temporary.store.damage(damage)

    let report = try repair(temporary)

    #expect(report.losses.map(\.kind) == [loss])
    #expect(report.losses.first?.count == 1)
    let headline = try #require(try temporary.store.headline(ArticleKey(5)))
    #expect(headline.title == title)
    #expect(headline.published == noon + 4 * 60)
    #expect(headline.isDateEstimated == (loss == .times))
    #expect(try temporary.store.check() == [])
  }

  @Test func theStartOfACutTextIsKept() throws {
    let temporary = try filledStore()
    let blocks = BodyCoding.encode([.paragraph("第一段"), .paragraph("第二段")])
    try temporary.store.damage("UPDATE body SET blocks = ? WHERE key = 5", [blocks.dropLast(2)])

    #expect(try repair(temporary).losses.map(\.kind) == [.texts])

    #expect(try temporary.store.article(ArticleKey(5))?.blocks == [.paragraph("第一段")])
  }

  @Test func anArticleOfWhichNothingIsLeftIsLeftOutAndNamed() throws {
    let temporary = try filledStore()
    try temporary.store.damage("UPDATE article SET title = NULL WHERE key = 5; DELETE FROM body WHERE key = 5")

    let report = try repair(temporary)

    #expect(report.articles == 39)
    #expect(report.losses == [RepairLoss(kind: .articles, count: 1, examples: ["5"])])
  }

  @Test func twoArticlesWithOneKeyAreBothKept() throws {
    let temporary = try filledStore()
    let store = temporary.store
    try store.damage(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, 'key INTEGER UNIQUE', 'key INTEGER') WHERE name = 'article';
      DELETE FROM sqlite_schema WHERE name = 'sqlite_autoindex_article_1';
      PRAGMA writable_schema = RESET;
      UPDATE article SET key = 6 WHERE key = 5;
      """)

    let report = try repair(temporary)

    // The text that bore the other key is nobody's now, and is kept too.
    #expect(report.articles == 41 && report.losses.map(\.kind) == [.headlineRows])
    #expect(try store.titles().count { $0.hasPrefix("晨星日报") } == 40)
    #expect(try store.headline(ArticleKey(41)) != nil)
    #expect(try store.check() == [])
  }

  @Test(arguments: 1...6)
  func damagedPagesCostNoMoreThanTheyHeld(seed: Int) throws {
    let temporary = try TemporaryStore()
    let body = String(repeating: "一段不短的正文。", count: 60)
    for part in 0..<4 {
      _ = try temporary.store.save(
        (0..<150).map { .sample("标题\(part * 150 + $0)", minutes: Int64(part * 150 + $0), body: body) })
    }
    try temporary.store.close()
    let root = try DatabaseQueue(path: temporary.path).read { db in
      try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'body'") ?? 0
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: temporary.path))
    // A page far from the root pages: most of the file are bodies.
    let page = bytes.count / 16_384 / 2 + seed
    try #require(page != root - 1)
    bytes.replaceSubrange(page * 16_384..<(page + 1) * 16_384, with: Data(repeating: UInt8(seed), count: 16_384))
    try bytes.write(to: URL(fileURLWithPath: temporary.path))

    let store = try NewsStore.open(at: temporary.path)
    let report = try store.repair()

    #expect(try store.check() == [])
    #expect(report.articles > 500)
    let damaged = report.losses.filter { $0.kind == .texts }.reduce(0) { $0 + $1.count }
    #expect(damaged < 100)
    #expect(try store.titles().count == report.articles)
  }

  @Test func aRepairThatIsStoppedChangesNothing() throws {
    let temporary = try filledStore()
    let store = temporary.store
    try store.write { try $0.db.execute(sql: "DELETE FROM identity") }
    let findings = try store.check()
    let cancellation = Cancellation()
    cancellation.cancel()

    #expect(throws: StoreError.cancelled) {
      try store.repair(cancellation: cancellation)
    }

    #expect(try store.check() == findings)
    #expect(!FileManager.default.fileExists(atPath: temporary.path + "-repairing"))
  }

  @Test func aRepairBeginsAnewWhereAnotherProgramWritesMeanwhile() throws {
    let temporary = try filledStore()
    let store = temporary.store
    let other = try NewsStore.open(at: temporary.path)
    var beginnings = 0

    let report = try store.repair { progress in
      guard case .reading(0) = progress else { return }
      beginnings += 1
      if beginnings == 1 { _ = try? other.save([.sample("另一程序", minutes: 77)]) }
    }

    #expect(beginnings == 2)
    #expect(report.articles == 41)
    #expect(try store.titles().first == "另一程序" && other.titles() == store.titles())
    _ = try other.save([.sample("其后", minutes: 78)])
    #expect(try store.titles().first == "其后")
    #expect(try store.check() == [])
  }

  @Test func whatIsLeftOfAKilledRepairIsInNobodysWay() throws {
    let temporary = try filledStore()
    try Data("half a store".utf8).write(to: URL(fileURLWithPath: temporary.path + "-repairing"))
    #expect(try repair(temporary).articles == 40)
  }
}
