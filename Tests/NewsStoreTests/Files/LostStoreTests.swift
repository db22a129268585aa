import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsStore

/// Stores whose file goes away while they are open.
struct LostStoreTests {
  private let temporary: TemporaryStore

  init() throws {
    temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])
  }

  private func expectLoss(_ loss: StoreLoss, line: UInt = #line) {
    let store = temporary.store
    let error = StoreError.lost(path: store.path, loss)
    #expect(store.loss == loss, "line \(line)")
    #expect(throws: error, "line \(line)") { try store.titles() }
    #expect(throws: error, "line \(line)") { try store.save([.sample("乙")]) }
  }

  @Test func aFileThatWasMovedAwayIsNoLongerReadOrWritten() throws {
    try FileManager.default.moveItem(atPath: temporary.path, toPath: temporary.path + ".away")
    expectLoss(.missing)
    try temporary.store.close()
    #expect(!FileManager.default.fileExists(atPath: temporary.path))
  }

  @Test func aFileThatWasReplacedIsLeftAlone() throws {
    let other = temporary.folder.appending(path: "other.db").path
    let store = try NewsStore.open(at: other)
    _ = try store.save([.sample("别的")])
    try store.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: other))
    #expect(rename(other, temporary.path) == 0)
    expectLoss(.replaced)
    try temporary.store.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: temporary.path)) == bytes)
  }

  @Test func aStoreThatAnotherProgramMadeCompactIsStillThere() throws {
    _ = try temporary.store.save((0..<2_000).map { .sample("新闻\($0)", minutes: Int64($0), body: "\($0)正文正文正文") })
    let raw = try DatabaseQueue(path: temporary.path)
    try raw.writeWithoutTransaction { db in
      try db.execute(sql: "CREATE TABLE padding AS SELECT zeroblob(9000000) AS data; DROP TABLE padding")
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      #expect(temporary.store.loss == nil)
      try db.execute(sql: "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try raw.close()
    #expect(temporary.store.loss == nil)
    #expect(try temporary.store.titles().count == 1_000)
    _ = try temporary.store.save([.sample("乙", minutes: 1)])
  }

  @Test func aFileThatIsCutShortWhileItIsReadEndsNoProgram() async {
    // The fault concerns every store of a process.
    await #expect(processExitsWith: .success) {
      let temporary = try TemporaryStore()
      let store = temporary.store
      _ = try store.save((0..<3_000).map { .sample("新闻\($0)", minutes: Int64($0), body: "\($0)正文\($0)") })
      try store.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      guard try store.titles().count == 1_000 else { Foundation.exit(2) }
      truncate(temporary.path, 40_000)
      do throws(StoreError) {
        _ = try store.articles(matching: .all, limit: 3_000)
        Foundation.exit(3)
      } catch {
        guard error == .lost(path: store.path, .cut) else { Foundation.exit(4) }
      }
      do throws(StoreError) {
        _ = try store.save([.sample("乙")])
        Foundation.exit(5)
      } catch {
        guard error == .lost(path: store.path, .cut) else { Foundation.exit(6) }
      }
      try store.close()
      // Closing hides nothing.
      let size = try FileManager.default.attributesOfItem(atPath: temporary.path)[.size] as? Int
      guard size == 40_000 else { Foundation.exit(7) }
    }
  }

  @Test func aFileThatWasCutShortIsNoticedBeforeAnythingIsWritten() async {
    await #expect(processExitsWith: .success) {
      let temporary = try TemporaryStore()
      let store = temporary.store
      _ = try store.save((0..<3_000).map { .sample("新闻\($0)", minutes: Int64($0), body: "\($0)正文\($0)") })
      try store.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      guard store.loss == nil else { Foundation.exit(2) }
      truncate(temporary.path, 40_000)
      do throws(StoreError) {
        _ = try store.save([.sample("乙")])
        Foundation.exit(3)
      } catch {
        guard error == .lost(path: store.path, .cut) else { Foundation.exit(4) }
      }
    }
  }
}
