import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsStore

@Suite struct NewsStoreTests {
  @Test func theFoldersThatLeadToTheFileAreMade() throws {
    let temporary = try TemporaryStore()
    let path = temporary.folder.appending(path: "a/b/news.db").path

    let store = try NewsStore.open(at: path)
    _ = try store.save([.sample("甲")])
    try store.close()

    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func aMissingFileIsNotMadeWhereOneMustExist() throws {
    let temporary = try TemporaryStore()
    let path = temporary.folder.appending(path: "none.db").path
    #expect(throws: StoreError.notFound(path: path)) { try NewsStore.open(at: path, .existing) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func whatWasSavedIsThereAfterClosing() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])
    try temporary.store.close()

    let again = try NewsStore.open(at: temporary.path, .existing)

    #expect(try again.titles() == ["甲"])
    #expect(!again.wasUncleanlyClosed)
  }

  @Test(arguments: [false, true])
  func aFileThatIsNoStoreIsRefusedAndLeftAlone(beginsAsADatabase: Bool) throws {
    let temporary = try TemporaryStore()
    let file = temporary.folder.appending(path: "other.txt")
    let start = beginsAsADatabase ? "SQLite format 3\0" : "plain words"
    let bytes = Data((start + String(repeating: ".", count: 2_000)).utf8)
    try bytes.write(to: file)

    let error = #expect(throws: StoreError.self) { try NewsStore.open(at: file.path) }

    switch error {
    case .notAStore, .damaged: break
    default: Issue.record("\(String(describing: error))")
    }
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test func anotherProgramsDatabaseIsRefusedAndLeftAlone() throws {
    let temporary = try TemporaryStore()
    let path = temporary.folder.appending(path: "other.db").path
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE thing (id INTEGER PRIMARY KEY)") }
    try other.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))

    #expect(throws: StoreError.notAStore(path: path)) { try NewsStore.open(at: path) }

    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test func aNewerStoreIsRefusedAndLeftAlone() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])
    try temporary.store.close()
    let raw = try DatabaseQueue(path: temporary.path)
    try raw.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try raw.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: temporary.path))

    #expect(throws: StoreError.newerVersion(found: 99, supported: Schema.version)) {
      try NewsStore.open(at: temporary.path)
    }

    #expect(try Data(contentsOf: URL(fileURLWithPath: temporary.path)) == bytes)
  }

  @Test func aFolderIsNoStore() throws {
    let temporary = try TemporaryStore()
    #expect(throws: StoreError.notAStore(path: temporary.folder.path)) {
      try NewsStore.open(at: temporary.folder.path)
    }
  }

  @Test func aPathThroughAFileCannotBeOpened() throws {
    let temporary = try TemporaryStore()
    let error = #expect(throws: StoreError.self) { try NewsStore.open(at: temporary.path + "/inside/news.db") }
    guard case .cannotOpen = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func aDamagedStoreSaysSo() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save((0..<200).map { .sample("新闻标题\($0)", minutes: Int64($0)) })
    try temporary.store.close()
    let file = URL(fileURLWithPath: temporary.path)
    var bytes = try Data(contentsOf: file)
    for index in stride(from: 16_384, to: bytes.count, by: 1) { bytes[index] = 0xAA }
    try bytes.write(to: file)

    let store = try NewsStore.open(at: temporary.path)
    #expect(try store.titles() == [])
    #expect(store.damageMet.hasUnreachableArticles)
    #expect(try store.check().map(\.kind).contains(.file))
  }

  @Test func anUncleanEndIsNoticedUntilACheckPasses() throws {
    let temporary = try TemporaryStore()
    let copy = temporary.folder.appending(path: "copy.db").path
    _ = try temporary.store.save([.sample("甲")])
    // The file of a living session, copied: what a killed program leaves behind.
    for end in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: temporary.path + end, toPath: copy + end)
    }

    let killed = try NewsStore.open(at: copy)
    #expect(killed.wasUncleanlyClosed)
    #expect(try killed.titles() == ["甲"])
    try killed.close()
    let stopped = Cancellation()
    stopped.cancel()
    let unchecked = try NewsStore.open(at: copy)
    #expect(throws: StoreError.cancelled) { try unchecked.checkFile(cancellation: stopped) }
    try unchecked.close()
    let checked = try NewsStore.open(at: copy)
    #expect(checked.wasUncleanlyClosed)
    #expect(try checked.checkFile(cancellation: Cancellation()) == [])
    try checked.close()
    #expect(try !NewsStore.open(at: copy).wasUncleanlyClosed)
  }

  @Test func whatAKillInTheMiddleOfABatchLeavesIsTheBatchBefore() throws {
    let temporary = try TemporaryStore()
    let copy = temporary.folder.appending(path: "copy.db").path
    _ = try temporary.store.save([.sample("甲", tags: ["锂电"])])
    try temporary.store.write { writer in
      // More than the page cache holds, so that some of it is in the log already.
      _ = try writer.save(
        (0..<3_000).map {
          ItemDraft(.sample("乙\($0)", minutes: $0, tags: ["锂电"], body: String(repeating: "正文", count: 3_000)), at: noon)
        })
      try writer.flush()
      for end in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: temporary.path + end, toPath: copy + end)
      }
    }

    let left = try NewsStore.open(at: copy)

    #expect(try left.titles() == ["甲"])
    #expect(try left.check() == [])
    #expect(
      try left.save([.sample("甲", tags: ["锂电"]), .sample("乙0")])
        == SaveReport(new: 1, unchanged: 1, keys: [ArticleKey(2)]))
    #expect(try left.count(.tag("锂电")) == 1)
  }

  @Test func aLivingSecondWriterIsNoUncleanEnd() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])

    let second = try NewsStore.open(at: temporary.path)
    #expect(!second.wasUncleanlyClosed)
    _ = try second.save([.sample("乙", minutes: 1)])
    try second.close()
    try temporary.store.close()

    #expect(try !NewsStore.open(at: temporary.path).wasUncleanlyClosed)
  }

  @Test func twoStoresOnOneFileWriteInTurnsAndSeeEachOther() throws {
    let temporary = try TemporaryStore()
    let other = try NewsStore.open(at: temporary.path)
    let before = (try temporary.store.dataVersion(), try other.dataVersion())
    for minute in 0..<10 {
      let store = minute.isMultiple(of: 2) ? temporary.store : other
      _ = try store.save([.sample("新闻\(minute)", minutes: Int64(minute), tags: ["标签\(minute / 3)"])])
    }

    #expect(try temporary.store.titles() == (0..<10).reversed().map { "新闻\($0)" })
    #expect(try other.count(.tag("标签1")) == 3)
    #expect(try temporary.store.dataVersion() != before.0)
    #expect(try other.dataVersion() != before.1)
    #expect(try other.check() == [])
  }

  @Test func ownWritesDoNotChangeTheDataVersion() throws {
    let temporary = try TemporaryStore()
    let before = try temporary.store.dataVersion()
    _ = try temporary.store.save([.sample("甲")])
    #expect(try temporary.store.dataVersion() == before)
  }

  @Test func readingGoesOnWhileAnotherWrites() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([.sample("甲")])
    try store.write { writer in
      _ = try writer.save([ItemDraft(.sample("乙", minutes: 1), at: noon)])
      #expect(try store.titles() == ["甲"])
    }
    #expect(try store.titles() == ["乙", "甲"])
  }

  @Test func settingsAreKept() throws {
    let temporary = try TemporaryStore()
    try temporary.store.set(.session, to: "12")
    try temporary.store.set(.session, to: "13")
    #expect(try temporary.store.setting(.session) == "13")
    #expect(try temporary.store.setting(.sample) == nil)
  }
}
