import Foundation
import Testing

@testable import NewsStore

struct StoreFileTests {
  private let temporary: TemporaryStore

  init() throws { temporary = try TemporaryStore() }

  private func path(_ name: String) -> String { temporary.folder.path + "/" + name }

  private func mode(_ path: String) -> UInt16? {
    (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.uint16Value
  }

  @Test(arguments: ["file:news.db", "file:odd/uri.db?mode=memory", ":memory:", "100%25 new?s#1.db", "-news.db"])
  func aNameIsAPathWhateverItLooksLike(name: String) throws {
    #expect(StoreFile(name).path == FileManager.default.currentDirectoryPath + "/" + name)

    let store = try NewsStore.open(at: path(name))
    _ = try store.save([.sample("甲")])
    try store.close()

    #expect(FileManager.default.fileExists(atPath: path(name)))
    #expect(try NewsStore.open(at: path(name), unwritableAs: .diskFull).titles() == ["甲"])
  }

  @Test func whatLeadsToTheStoreIsKnownByAnyName() throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: path("link.db"), withDestinationPath: temporary.path)
    try files.createSymbolicLink(atPath: path("folder"), withDestinationPath: temporary.folder.path)
    try files.linkItem(atPath: temporary.path, toPath: path("hard.db"))
    try files.createSymbolicLink(atPath: path("log"), withDestinationPath: temporary.path + "-journal")

    let names = [
      "news.db", "link.db", "hard.db", "folder/news.db", "./news.db", "news.db-wal",
      "folder/news.db-shm", "log", "NEWS.db",
    ]
    for name in names { #expect(temporary.store.includes(path(name)), "\(name)") }
    for name in ["other.db", "news", "news.db.jsonl", "folder/new.md", "news.db-wal/x"] {
      #expect(!temporary.store.includes(path(name)), "\(name)")
    }
  }

  @Test func linksThatLeadInACircleAreRefusedInWords() throws {
    try FileManager.default.createSymbolicLink(atPath: path("a.db"), withDestinationPath: path("b.db"))
    try FileManager.default.createSymbolicLink(atPath: path("b.db"), withDestinationPath: path("a.db"))
    #expect(throws: StoreError.cannotOpen(path: path("a.db"), .init(code: ELOOP))) {
      try NewsStore.open(at: path("a.db"))
    }
  }

  @Test func aLinkIntoNothingMakesTheStoreThatItNames() throws {
    try FileManager.default.createSymbolicLink(atPath: path("link.db"), withDestinationPath: "new/store.db")
    let store = try NewsStore.open(at: path("link.db"))
    _ = try store.save([.sample("甲")])
    try store.close()
    #expect(FileManager.default.fileExists(atPath: path("new/store.db")))
  }

  @Test func whatIsMadeIsForTheUserAlone() throws {
    let store = try NewsStore.open(at: path("a/b/news.db"))
    _ = try store.save([.sample("甲")])
    for name in ["a", "a/b"] { #expect(mode(path(name)) == 0o700, "\(name)") }
    for name in ["a/b/news.db", "a/b/news.db-wal", "a/b/news.db-shm"] { #expect(mode(path(name)) == 0o600, "\(name)") }
    #expect(store.rightsOfOthers == nil)
    try store.close()
  }

  @Test func whatIsThereKeepsItsRights() throws {
    _ = try temporary.store.save([.sample("甲")])
    try temporary.store.close()
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: temporary.folder.path)
    try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: temporary.path)
    let store = try NewsStore.open(at: temporary.path)
    _ = try store.save([.sample("甲")])
    #expect(mode(temporary.folder.path) == 0o755)
    #expect(mode(temporary.path) == 0o644)
    #expect(store.rightsOfOthers == 0o644)
    try store.close()
  }

  @Test func aStoreIsToldFromOtherFiles() throws {
    _ = try temporary.store.save([.sample("甲")])
    try temporary.store.close()
    try Data("SQLite format 3\0".utf8).write(to: URL(fileURLWithPath: path("short.db")))
    #expect(NewsStore.isStore(atPath: temporary.path))
    #expect(NewsStore.isStore(atPath: temporary.path + "-wal"))
    #expect(!NewsStore.isStore(atPath: path("short.db")))
    #expect(!NewsStore.isStore(atPath: temporary.folder.path))
    #expect(!NewsStore.isStore(atPath: path("nothing.db")))
  }
}
