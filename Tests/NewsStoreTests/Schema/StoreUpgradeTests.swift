import Foundation
import GRDB
import NewsModel
import Testing

@testable import NewsStore

/// Stores as each shipped version wrote them, kept as SQL: they must not follow when the program changes.
@Suite struct StoreUpgradeTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/stores")

  /// Of the newest version a store need not be kept before it ships.
  private static let keptVersions = 1...13

  /// The path of a store of a version, in a folder of its own.
  private func makeStore(version: Int, in temporary: TemporaryStore) throws -> String {
    let path = temporary.folder.appending(path: "old.db").path
    let sql = try String(contentsOf: Self.folder.appending(path: "version-\(version).sql"), encoding: .utf8)
    // A dump fills its tables one after the other, whatever refers to what.
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.writeWithoutTransaction { try $0.execute(sql: sql) }
    try database.close()
    return path
  }

  @Test func everyVersionThatWasShippedIsKept() throws {
    let kept = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(kept.count == Self.keptVersions.count)
    #expect(Self.keptVersions.upperBound >= Schema.version - 1)
  }

  @Test(arguments: keptVersions)
  func aStoreOfAnOlderVersionIsBroughtUpToDateAndSound(version: Int) throws {
    let temporary = try TemporaryStore()
    let store = try NewsStore.open(at: try makeStore(version: version, in: temporary))

    #expect(try store.titles() == ["Harbor Wire: ratio cut", "東港銀行公布半年報", "锂电龙头扩产"])
    #expect(try store.titles(.text("东港银行今日")) == ["東港銀行公布半年報"])
    #expect(try store.titles(.starred) == ["東港銀行公布半年報"])
    #expect(try store.setting(.session) == "2")
    #expect(try store.check() == [])
    while try store.refoldNext() > 0 {}
    while try store.indexNext() > 0 {}
    #expect(try store.titles(.text("half a point")) == ["Harbor Wire: ratio cut"])
    #expect(try store.check() == [])
    if version >= 3 { #expect(try store.undo()?.articles == 1) }
    if version >= 6 { #expect(try store.titles(.term(.keyword, "产能")) == ["锂电龙头扩产"]) }
    if version >= 5 { #expect(try store.subscriptionStates().first?.state.lastSuccess == Timestamp(1_709_294_400)) }
  }

  @Test(arguments: keptVersions)
  func whatAnOlderVersionKnewIsRecognised(version: Int) throws {
    let temporary = try TemporaryStore()
    let store = try NewsStore.open(at: try makeStore(version: version, in: temporary))
    var item = Item.sample("東港銀行公布半年報", label: "要闻", tags: ["银行", "年报"])
    (item.url, item.byline, item.summary) = ("https://news.example/1", "林墨", "净利润同比增长")
    item.blocks = [.paragraph("东港银行今日公布半年报。"), .paragraph("净利润同比增长一成。")]
    #expect(try store.save([item]) == SaveReport(unchanged: 1))
  }

  /// When older articles arrived is not known: nothing is made up.
  @Test(arguments: [1, 8])
  func articlesOfAnOlderVersionCountAsKnownSinceTheUpgrade(version: Int) throws {
    let temporary = try TemporaryStore()
    let before = Timestamp.now
    let store = try NewsStore.open(at: try makeStore(version: version, in: temporary))
    let arrival = before + 100
    _ = try store.save([.sample("新到的一条")], at: arrival)

    #expect(try store.titles(.seen(since: .begun(Timestamp(1)))) == ["新到的一条"])
    #expect(try store.count(.not(.seen(since: .begun(Timestamp(1))))) == 3)
    #expect(try store.count(.asOf(before - 1)) == 0)
    #expect(try store.titles(.asOf(arrival - 1)).count == 3)
    #expect(try store.count(.asOf(arrival - 1)) == 3)
    #expect(try store.count(.asOf(arrival)) == 4)
  }

  /// Of stores that kept versions what was said before, and when it arrived, is there after the upgrade.
  @Test(arguments: 9...13)
  func formerVersionsAreKept(version: Int) throws {
    let temporary = try TemporaryStore()
    let store = try NewsStore.open(at: try makeStore(version: version, in: temporary))
    let (arrived, edited) = (Timestamp(1_709_368_500), Timestamp(1_709_372_000))

    let history = try store.history(of: ArticleKey(2))
    #expect(history.map(\.arrived) == [arrived, edited])
    #expect(
      history.map(\.article.blocks.plainText) == [
        "The ratio was cut by half a point.", "The ratio was cut by half a point, the bank said on Friday.",
      ])
    #expect(try store.titles(.seen(since: .begun(Timestamp(1)))) == ["Harbor Wire: ratio cut"])
    #expect(try store.titles(.changed) == ["Harbor Wire: ratio cut"])
    #expect(try store.titles(.withdrawn) == ["锂电龙头扩产"])
    #expect(try store.titles(.and([.text("Friday"), .asOf(edited)])) == ["Harbor Wire: ratio cut"])
    #expect(try store.titles(.and([.text("Friday"), .asOf(edited - 1)])) == [])
    #expect(try store.count(.asOf(arrived)) == 3)
    #expect(try store.count(.asOf(arrived - 1)) == 2)
    #expect(try store.titles(.trait(.language(.english))) == ["Harbor Wire: ratio cut"])
    while try store.analyseNext(by: { _ in FacetValues() }) > 0 {}
    #expect(try store.read { try TraitRows($0).hasUnknown() } == false)
    #expect(try store.titles(.trait(.language(.english))) == ["Harbor Wire: ratio cut"])
    #expect(try store.titles(.address(AddressCondition("news.example"))) == ["東港銀行公布半年報"])
    let isRechecked = try store.savedQueries().first { $0.name == "降息" }?.isRechecked
    #expect(isRechecked == (version >= 10))
  }

  @Test func progressIsToldAndTheOldStoreKeptUntilOneIsClosed() throws {
    let temporary = try TemporaryStore()
    let path = try makeStore(version: 1, in: temporary)
    let backup = StoreUpgrade.backupPath(path)
    var steps: [UpgradeProgress] = []

    let store = try NewsStore.open(at: path) { steps.append($0) }

    let count = Schema.version - 1
    #expect(steps.first == .backingUp(1))
    #expect(Array(steps.suffix(count)) == (1...count).map { .step($0, of: count) })
    let old = try DatabaseQueue(path: backup)
    #expect(try old.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
    try old.close()
    try store.close()
    #expect(!FileManager.default.fileExists(atPath: backup))
  }

  @Test func aStoreThatIsUpToDateIsNotCopied() throws {
    let temporary = try TemporaryStore()
    _ = try temporary.store.save([.sample("甲")])
    var told = 0
    _ = try NewsStore.open(at: temporary.path) { _ in told += 1 }
    #expect(told == 0)
    #expect(!FileManager.default.fileExists(atPath: StoreUpgrade.backupPath(temporary.path)))
  }

  /// A kill leaves whole steps behind, and the copy that was made before the first.
  @Test(arguments: 1...4)
  func anUpgradeThatWasKilledGoesOn(killedAfter step: Int) throws {
    let temporary = try TemporaryStore()
    let path = try makeStore(version: 1, in: temporary)
    let pool = try DatabasePool(path: path)
    try Schema.migrator.migrate(pool, upTo: Schema.stepNames[step - 1])
    try pool.close()
    try Data("the first store".utf8).write(to: URL(fileURLWithPath: StoreUpgrade.backupPath(path)))
    try Data("half a copy".utf8).write(to: URL(fileURLWithPath: StoreUpgrade.backupPath(path) + "-part"))

    let store = try NewsStore.open(at: path)

    #expect(try store.check() == [])
    #expect(try store.titles().count == 3)
    let kept = try Data(contentsOf: URL(fileURLWithPath: StoreUpgrade.backupPath(path)))
    #expect(kept == Data("the first store".utf8))
  }
}
