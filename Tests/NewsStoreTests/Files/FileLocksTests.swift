import Foundation
import Testing

@testable import NewsStore

struct FileLocksTests {
  private let temporary: TemporaryStore

  init() throws { temporary = try TemporaryStore() }

  private func path(_ name: String) -> String { temporary.folder.path + "/" + name }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path).sorted()
  }

  @Test func aStoreReachedByALinkIsRefreshedByOneAtATime() throws {
    try FileManager.default.createSymbolicLink(atPath: path("link.db"), withDestinationPath: temporary.path)
    let linked = try NewsStore.open(at: path("link.db"))
    var lock = try temporary.store.lockForRefreshing()
    #expect(lock != nil)
    #expect(try linked.lockForRefreshing() == nil)
    #expect(try temporary.store.lockForRefreshing() == nil)
    lock = nil
    #expect(try linked.lockForRefreshing() != nil)
    try linked.close()
  }

  @Test func byAnotherHardLinkAStoreIsUsedByOneAtATime() throws {
    // Each name would have a log of its own.
    try FileManager.default.linkItem(atPath: temporary.path, toPath: path("hard.db"))
    _ = try temporary.store.save([.sample("甲")])
    #expect(throws: StoreError.usedByAnotherName(path: path("hard.db"))) { try NewsStore.open(at: path("hard.db")) }
    try temporary.store.close()
    let other = try NewsStore.open(at: path("hard.db"))
    #expect(try other.titles() == ["甲"])
    try other.close()
  }

  @Test func aLockOnTheFolderConcernsNobody() throws {
    let folder = open(temporary.folder.path, O_RDONLY)
    #expect(folder >= 0 && flock(folder, LOCK_EX) == 0)
    defer { close(folder) }
    let other = try NewsStore.open(at: temporary.path)
    #expect(try other.titles() == [])
    try other.close()
  }

  @Test func whoOpensTheStoreWaitsForOthersOnlyAWhile() throws {
    let locks = try FileLocks(path: temporary.path, creates: false)
    let opening = locks.acquire(.opening)
    #expect(opening != nil)
    let other = try NewsStore.open(at: temporary.path)
    #expect(try other.titles() == [])
    try other.close()
    withExtendedLifetime(opening) {}
  }

  @Test func nothingLiesBesideAClosedStore() throws {
    for name in ["news.db-session", "news.db-index", "news.db-refresh"] {
      try Data().write(to: URL(fileURLWithPath: path(name)))
    }
    let store = try NewsStore.open(at: temporary.path)
    _ = try store.save([.sample("甲", tags: ["锂电"])])
    _ = try store.indexNext()
    _ = try store.lockForRefreshing()
    try store.close()
    try temporary.store.close()
    #expect(try names() == ["news.db"])
  }

  @Test func aFormerLockFileThatSomebodyHoldsStays() throws {
    try Data().write(to: URL(fileURLWithPath: path("news.db-session")))
    let held = open(path("news.db-session"), O_RDWR)
    #expect(held >= 0 && flock(held, LOCK_SH) == 0)
    try NewsStore.open(at: temporary.path).close()
    #expect(try names().contains("news.db-session"))
    close(held)
    try NewsStore.open(at: temporary.path).close()
    #expect(try !names().contains("news.db-session"))
  }

  @Test func ofAStoreThatNobodyFilledNothingRemains() throws {
    try NewsStore.open(at: path("new.db")).close()
    #expect(try names().allSatisfy { !$0.hasPrefix("new.db") })
  }

  @Test func aStoreThatAnotherProgramFilledRemains() throws {
    let maker = try NewsStore.open(at: path("new.db"))
    let writer = try NewsStore.open(at: path("new.db"))
    try writer.set(.session, to: "12")
    try writer.close()
    try maker.close()
    #expect(try NewsStore.open(at: path("new.db"), .existing).setting(.session) == "12")
  }

  @Test func aStoreThatAnotherProgramUsesRemains() throws {
    let maker = try NewsStore.open(at: path("new.db"))
    let user = try NewsStore.open(at: path("new.db"))
    try maker.close()
    try user.set(.session, to: "12")
    try user.close()
    #expect(try NewsStore.open(at: path("new.db"), .existing).setting(.session) == "12")
  }
}
