import Foundation
import GRDB
import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// A repair brings back what is in the file, and tells in numbers what is not.
@Suite struct PageRepairTests {
  private let all = DamagedFile.articles

  private func repair(_ store: NewsStore) throws -> RepairReport {
    try store.repair()
  }

  private func count(_ kind: RepairLoss.Kind, _ report: RepairReport) -> Int {
    report.losses.first { $0.kind == kind }?.count ?? 0
  }

  private func expectSound(_ store: NewsStore) throws {
    while try store.indexNext() > 0 {}
    #expect(try store.check() == [])
  }

  @Test(arguments: ["article", "body", "term", "state", "volume", "identity", "posting", "sqlite_autoindex_article_1"])
  func ofATreeWithoutItsRootAllIsBroughtBackThatItsLeavesHold(root: String) throws {
    let file = try DamagedFile()
    let before = try texts(at: file.path)
    try file.spoil(try file.root(root))
    let store = try NewsStore.open(at: file.path)

    let report = try repair(store)

    #expect(report.articles == all)
    #expect(!report.losses.contains { $0.kind.isOfNews })
    #expect(try texts(store) == before)
    if root != "term" { #expect(try store.titles(.tag("年报3")).count == 120) }
    if root != "state" { #expect(try store.count(.muted) == DamagedFile.muted) }
    try expectSound(store)
  }

  /// Their rows end before the columns that were added since.
  @Test(arguments: 1..<Schema.version)
  func rowsOfAnOlderVersionAreFoundOnTheirPages(version: Int) throws {
    let temporary = try TemporaryStore()
    let path = temporary.folder.appending(path: "old.db").path
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: Schema.stepNames[version - 1])
    try queue.write { db in
      for number in 1...300 {
        try db.execute(
          sql: """
            INSERT INTO article (id, key, published, is_estimated, is_stub, is_read, is_starred, source_id, label_id, tag_ids, title)
            VALUES (?, ?, ?, 0, 0, 0, 0, 1, 2, '', ?)
            """,
          arguments: [
            TimeOrderedID.first(ofMinute: Int64(number)), number, number * 60, "东港银行公告\(number)号",
          ])
      }
      if version >= 3 {
        try db.execute(sql: "INSERT INTO saved_query (name, folded, query, position) VALUES ('锂电', '锂电', 'tag:锂电', 1)")
      }
    }
    try Schema.migrator.migrate(queue)
    try queue.close()

    let shapes = try TableShape.all()
    let rows = try #require(try LeafRows(path: path, shapes: shapes, missing: [], cancellation: nil))

    #expect(rows.rowids(of: "article").count == 300)
    #expect(rows.rowids(of: "saved_query").count == (version >= 3 ? 1 : 0))
    let columns = ["title", "is_muted", "facets", "arrived", "traits", "host_id"]
    let first = TimeOrderedID.first(ofMinute: 1)
    let row = try DatabaseQueue().read { try rows.row("article", first, columns: columns, $0)?.row }
    #expect(row == ["?": first, "?": "东港银行公告1号", "?": 0, "?": "", "?": 0, "?": 0, "?": nil])
  }

  @Test func textsWithoutAnArticleBecomeArticles() throws {
    let file = try DamagedFile()
    try file.execute("DELETE FROM article WHERE key % 10 = 3")
    let store = try NewsStore.open(at: file.path)

    let report = try repair(store)

    #expect(report.articles == all)
    #expect(report.losses.map(\.kind) == [.headlineRows] && count(.headlineRows, report) == 60)
    let headline = try #require(try store.headline(ArticleKey(13)))
    #expect(headline.title == "晨星工业第12次公告说，产量与去年相比没有变化")
    #expect(headline.isDateEstimated && headline.published == noon + 11 * 60)
    #expect(try store.count(.text("第12次公告")) == 1)
    try expectSound(store)
  }

  @Test func articlesOfWhichNothingIsLeftAreCounted() throws {
    let file = try DamagedFile()
    try file.execute("DELETE FROM article WHERE key % 10 = 3; DELETE FROM body WHERE key % 10 = 3")
    let store = try NewsStore.open(at: file.path)

    let report = try repair(store)

    #expect(report.articles == all - 60)
    #expect(report.losses == [RepairLoss(kind: .articles, count: 60, examples: ["3", "13", "23", "33", "43"])])
    try expectSound(store)
  }

  @Test(arguments: ["article", "body", "term", "state", "identity"])
  func aTableThatIsMissingIsFoundOnTheFreePagesOrTold(table: String) throws {
    let file = try DamagedFile()
    try file.execute("DROP TABLE \(table)")
    let store = try NewsStore.open(at: file.path)

    let report = try repair(store)

    #expect(report.articles == all)
    let whole = try store.allArticles().count { !$0.blocks.isEmpty }
    #expect(whole + count(.texts, report) >= all)
    if table == "state" || table == "identity" { #expect(!report.losses.contains { $0.kind.isOfNews }) }
    try expectSound(store)
  }

  @Test func ofALongTextTheStartIsKept() throws {
    let file = try DamagedFile()
    let long = try BodyPages.first(of: file.path)
    try file.spoil(long)
    let store = try NewsStore.open(at: file.path)

    let report = try repair(store)

    #expect(report.articles == all)
    #expect(report.losses.contains { $0.kind == .texts && $0.count == 1 })
    try expectSound(store)
  }

  static let seeds = 1...(ProcessInfo.processInfo.environment["NEWSTAPE_DAMAGE_SEEDS"].flatMap { Int($0) } ?? 5)

  /// Readable articles of before are articles of after, and what is missing is told.
  @Test(arguments: seeds)
  func whateverPagesAreDamagedNothingIsLostInSilence(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let file = try DamagedFile()
    let before = try texts(at: file.path)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      // The first page says what the file is: without it there is no store.
      let page = Int.random(in: 2...file.pageCount, using: &random)
      if Bool.random(using: &random) {
        try file.spoil(page)
      } else {
        try file.spoil(page) { UInt8.random(in: 0...255, using: &random) }
      }
    }
    let store = try NewsStore.open(at: file.path)
    let listed = try store.titles(.withMuted)
    if !store.damageMet.hasUnreachableArticles { #expect(listed.count + store.damageMet.articles >= all) }
    let exported = try texts(store)
    if !store.damageMet.hasUnreachableArticles { #expect(exported.count + store.damageMet.articles >= all) }

    let report = try repair(store)

    let isCounted = count(.parts(table: "article"), report) == 0
    if isCounted { #expect(report.articles + count(.articles, report) == all) }
    #expect(report.articles >= listed.count)
    let after = try texts(store)
    for (key, text) in exported { #expect(after[key] == text) }
    let whole = after.count { before[$0.key] == $0.value }
    #expect(whole + count(.texts, report) >= report.articles)
    try expectSound(store)
  }

  private func texts(at path: String) throws -> [ArticleKey: [Block]] {
    let store = try NewsStore.open(at: path)
    defer { try? store.close() }
    return try texts(store)
  }

  private func texts(_ store: NewsStore) throws -> [ArticleKey: [Block]] {
    Dictionary(uniqueKeysWithValues: try store.allArticles().map { ($0.headline.key, $0.blocks) })
  }
}

/// Where long texts lie in a file.
private enum BodyPages {
  /// A page on which a text goes on that begins on another.
  static func first(of path: String) throws -> Int {
    let file = try #require(PageFile(path: path))
    let free = file.freePages()
    return try #require(
      (2...file.pageCount).first { page in
        guard let bytes = file.page(page), !free.contains(page), bytes[0] == 0 else { return false }
        return String(decoding: bytes[8..<400], as: UTF8.self).contains("一段不短的正文")
      })
  }
}
