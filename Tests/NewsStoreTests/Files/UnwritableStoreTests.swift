import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsStore

/// Stores that can only be read: a drive that is full or write-protected, a folder or a file of somebody else.
struct UnwritableStoreTests {
  private let temporary: TemporaryStore

  init() throws {
    temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲", tags: ["锂电"], body: "云岭电池扩产"), .sample("乙", minutes: 1)])
    while try temporary.store.indexNext() > 0 {}
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path).sorted()
  }

  private func unwritable() throws -> NewsStore { try NewsStore.open(at: temporary.path, unwritableAs: .diskFull) }

  @Test func everythingCanBeReadAndNothingIsMadeBesideTheFile() throws {
    try temporary.store.close()
    let store = try unwritable()
    #expect(try store.titles() == ["乙", "甲"])
    #expect(try store.count(.text("云岭电池")) == 1)
    #expect(try store.article(ArticleKey(1))?.blocks == [.paragraph("云岭电池扩产")])
    #expect(try store.articles(matching: .all, limit: 5).articles.count == 2)
    #expect(try store.check() == [])
    #expect(try store.checkFile(cancellation: Cancellation()) == [])
    #expect(try store.undoSteps() == [])
    #expect(try names() == ["news.db"])
    try store.close()
    #expect(try names() == ["news.db"])
  }

  @Test func everyChangeIsRefusedForTheReasonThatThereIs() throws {
    try temporary.store.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: temporary.path))
    let store = try unwritable()
    #expect(store.obstacle == .diskFull)
    #expect(throws: StoreError.diskFull) { try store.save([.sample("丙")]) }
    #expect(throws: StoreError.diskFull) { try store.apply(StatusChange(.star, of: [ArticleKey(1)])) }
    #expect(throws: StoreError.diskFull) { try store.apply([.read], matching: .all) }
    #expect(throws: StoreError.diskFull) { try store.set(.session, to: "12") }
    #expect(throws: StoreError.diskFull) { try store.lockForRefreshing() }
    #expect(throws: StoreError.diskFull) { try store.indexNext() }
    #expect(throws: StoreError.diskFull) { try store.rebuildCounts() }
    try store.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: temporary.path)) == bytes)
  }

  @Test func whatAnotherProgramWritesIsSeen() throws {
    // Beside a living writer its log is read.
    let beside = try unwritable()
    _ = try temporary.store.save([.sample("丙", minutes: 2)])
    #expect(try beside.titles() == ["丙", "乙", "甲"])
    try beside.close()
    try temporary.store.close()
    // A file that lay still when it was opened is opened again once somebody changes it.
    let still = try unwritable()
    let version = try still.dataVersion()
    #expect(try still.titles().count == 3)
    let writer = try NewsStore.open(at: temporary.path)
    _ = try writer.save([.sample("丁", minutes: 3)])
    #expect(try still.titles().first == "丁")
    _ = try writer.save([.sample("戊", minutes: 4)])
    #expect(try still.titles().first == "戊")
    try writer.close()
    #expect(try still.titles().count == 5)
    #expect(try still.dataVersion() != version)
    try still.close()
  }

  @Test(arguments: ["PRAGMA user_version = 2", "UPDATE state SET value = 1 WHERE name = 'index'"])
  func whatCannotBeBroughtUpToDateIsRefusedInWords(change: String) throws {
    try temporary.store.close()
    let raw = try DatabaseQueue(path: temporary.path)
    try raw.writeWithoutTransaction { try $0.execute(sql: change) }
    try raw.close()
    #expect(throws: StoreError.olderVersion(path: StoreFile(temporary.path).path)) { try unwritable() }
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let path = temporary.folder.appending(path: "other.db").path
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE thing (id INTEGER PRIMARY KEY)") }
    try other.close()
    #expect(throws: StoreError.notAStore(path: path)) { try NewsStore.open(at: path, unwritableAs: .diskFull) }
  }

  @Test func aChangeOfManyThatTheDiskStopsSaysHowFarItCame() throws {
    let store = temporary.store
    _ = try store.save((0..<3_000).map { .sample("新闻\($0)", minutes: Int64($0)) })
    let pages = try store.pool.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    var articles = 0
    // With room for one transaction, but not for all: how much that is depends on the pages that are free already.
    for room in 1...200 where articles == 0 {
      try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages + room)") }
      do throws(StoreError) {
        _ = try store.apply([.tag("关注")], matching: .all)
        break
      } catch .stopped(let count, .diskFull) {
        articles = count
      } catch {
        #expect(error == .diskFull)
      }
    }
    #expect(articles > 0 && articles < 3_002)
    #expect(try store.count(.tag("关注")) == articles)
    try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try store.undo()?.articles == articles)
    #expect(try store.check() == [])
  }
}
