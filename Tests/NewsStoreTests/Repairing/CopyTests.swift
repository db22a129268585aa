import Dispatch
import Foundation
import NewsModel
import Synchronization
import Testing

@testable import NewsStore

@Suite struct CopyTests {
  @Test func aCopyIsAWholeStoreInOneFile() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save((0..<50).map { .sample("新闻\($0)", minutes: $0) })
    let path = temporary.folder.appending(path: "copy.db").path

    try temporary.store.copy(to: path)

    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    let copy = try NewsStore.open(at: path, .existing)
    #expect(!copy.wasUncleanlyClosed)
    #expect(try copy.check() == [])
    #expect(try copy.titles() == temporary.store.titles())
  }

  @Test func aCopyIsOfOneMomentWhileAnotherProgramWrites() throws {
    let temporary = try TemporaryStore()
    let body = String(repeating: "正文", count: 4_000)
    _ = try temporary.store.save((0..<200).map { .sample("新闻\($0)", minutes: $0, body: body) })
    let other = try NewsStore.open(at: temporary.path)
    let path = temporary.folder.appending(path: "copy.db").path
    var written = 0

    try temporary.store.copy(to: path) { _ in
      written += 1
      _ = try? other.save([.sample("其后\(written)", minutes: Int64(1_000 + written), body: body)])
    }

    let copy = try NewsStore.open(at: path)
    #expect(try copy.check() == [])
    #expect(try copy.count(.all) == 200)
    #expect(try temporary.store.count(.all) == 200 + written)
    #expect(written > 1)
  }

  @Test func aCopyCanBeStopped() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: StoreError.cancelled) {
      try temporary.store.copy(to: temporary.folder.appending(path: "copy.db").path, cancellation: cancellation)
    }
  }

  @Test func theStoreIsKnownByAnyName() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])
    let folder = temporary.folder
    let link = folder.appending(path: "link.db").path
    let hardLink = folder.appending(path: "hard.db").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: temporary.path)
    try FileManager.default.linkItem(atPath: temporary.path, toPath: hardLink)
    for path in [
      temporary.path, temporary.path + "-wal", link, hardLink, folder.path + "/../\(folder.lastPathComponent)/news.db",
    ] {
      #expect(temporary.store.includes(path), "\(path)")
    }
    #expect(!temporary.store.includes(folder.path) && !temporary.store.includes(folder.path + "/none.db"))
  }

  @Test func compactingGivesRoomBackAndKeepsAll() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let feed = try store.subscribe(Subscription(name: "东港", address: "https://news.example/feed"))
    let items = (0..<200).map { number in
      var item = Item.sample("新闻\(number)", minutes: Int64(number), body: String(repeating: "正文\(number)", count: 500))
      item.url = "https://news.example/\(number)"
      return item
    }
    _ = try store.save([FeedUpdate(id: feed.id, state: FetchState(), items: items)])
    _ = try store.save([.sample("留下", minutes: 300)])
    try store.unsubscribe(feed.id, removingArticles: true)
    while try store.indexNext() > 0 {}
    let other = try NewsStore.open(at: temporary.path)

    let (before, after) = try store.compact()

    #expect(after < before / 2)
    #expect(try store.check() == [])
    #expect(try store.titles() == ["留下"] && other.titles() == ["留下"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path).allSatisfy { !$0.contains("compact") })
  }

  @Test func compactingThatIsStoppedChangesNothing() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: StoreError.cancelled) {
      try temporary.store.compact(cancellation: cancellation)
    }
    #expect(try temporary.store.check() == [])
  }
}
