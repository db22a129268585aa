import GRDB
import NewsModel
import Testing

@testable import NewsStore

@Suite struct StoreCheckTests {
  /// What a statement does to a store, and what a check must say of it.
  struct Case: CustomTestStringConvertible, Sendable {
    var sql: String
    var kinds: Set<StoreFinding.Kind>

    init(_ sql: String, _ kinds: StoreFinding.Kind...) {
      self.sql = sql
      self.kinds = Set(kinds)
    }

    var testDescription: String { sql }
  }

  static let cases = [
    Case("UPDATE volume SET unread = 9 WHERE quarter = (SELECT min(quarter) FROM volume)", .counts),
    Case("DELETE FROM day_volume", .counts),
    Case("UPDATE term SET articles = 7 WHERE kind = 3", .counts),
    Case("INSERT INTO volume VALUES (0, 0, 5, 1, 1, 1, 1)", .counts),
    Case("INSERT OR REPLACE INTO state (name, value) VALUES ('muted', 4)", .counts),
    Case("DELETE FROM posting WHERE article_id = (SELECT min(id) FROM article)", .postings, .counts),
    Case("UPDATE article SET tag_ids = ''", .postings),
    Case("DELETE FROM identity", .identities),
    Case("UPDATE identity SET digest = digest + 1 WHERE key = 4", .identities),
    Case("INSERT INTO identity VALUES (12, 3)", .identities),
    Case("UPDATE article SET id = id + 3200 WHERE key = 5", .places, .postings, .counts, .notIndexed),
    Case("UPDATE body SET blocks = zeroblob(30) WHERE key = 5", .bodies),
    Case("UPDATE body SET blocks = substr(blocks, 1, length(blocks) - 1) WHERE key = 5", .bodies),
    Case("UPDATE body SET related = x'41' WHERE key = 5", .bodies),
    Case("UPDATE body SET links = x'6130' WHERE key = 5", .bodies),
    Case("UPDATE body SET feed_text = x'39393A' WHERE key = 5", .bodies),
    Case("DELETE FROM body WHERE key = 5", .bodies),
    Case("UPDATE body SET blocks = x'' WHERE key = 5", .bodies),
    Case("UPDATE article SET folded_title = 'x' WHERE key = 5", .folded),
    Case("UPDATE term SET folded = folded || 'x' WHERE kind = 3", .folded),
    Case("UPDATE search_page SET data = zeroblob(30)", .index),
    Case("DELETE FROM search_page", .index),
    Case("DELETE FROM search_block", .notIndexed),
    Case("UPDATE search_block SET newest = newest - 1", .index),
    Case("UPDATE subscription SET state = '{\"failures\":'", .fetchStates),
    Case("UPDATE subscription SET state = '{\"failures\":0,\"isGone\":false,\"lastAttempt\":9e18}'", .fetchStates),
    Case("UPDATE subscription SET canonical = 'x'", .identities),
    Case("DELETE FROM term WHERE kind = 1 AND name <> ''", .references, .postings),
    Case("UPDATE version SET key = 999 WHERE number = 1", .references),
    Case("DROP INDEX article_unread", .tables),
    Case("DROP TABLE rule", .tables),
  ]

  private func soundStore() throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save((0..<20).map { .sample("新聞\($0)", minutes: $0, tags: ["锂电", "年报"]) })
    _ = try store.subscribe(Subscription(name: "晨星", address: "https://news.example/feed"))
    while try store.indexNext() > 0 {}
    _ = try store.save([.sample("尚未编入索引", minutes: 30)])
    for edition in 1...3 {
      var edited = Item.sample("改过的新闻第\(edition)版", minutes: 40)
      edited.originID = "edited"
      _ = try store.save([edited], at: noon + Int64(edition) * 3_600)
    }
    return temporary
  }

  @Test(arguments: cases)
  func everyKindOfDamageIsNamed(damage: Case) throws {
    let temporary = try soundStore()
    let store = temporary.store
    try #require(try store.check() == [])

    try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + damage.sql) }

    let found = Set(try store.check().map(\.kind))
    #expect(found.isSuperset(of: damage.kinds), "\(found)")
    #expect(!found.isEmpty)
  }

  @Test func anEmptyColumnThatMustHoldSomethingIsFoundInTheFile() throws {
    let temporary = try soundStore()
    try temporary.store.damage("UPDATE article SET title = NULL WHERE key = 3")
    // SQLite finds it by itself, which comes first.
    #expect(try temporary.store.check().map(\.kind) == [.file])
  }

  @Test func aFindingNamesWhatItIsAbout() throws {
    let temporary = try soundStore()
    try temporary.store.write { try $0.db.execute(sql: "UPDATE body SET blocks = x'70' WHERE key IN (5, 7)") }
    #expect(try temporary.store.check() == [StoreFinding(.bodies, count: 2, examples: ["5", "7"])])
  }

  @Test func versionsWithoutAnArticleAreFoundAndTakenOut() throws {
    let temporary = try soundStore()
    let store = temporary.store
    try store.write { try $0.db.execute(sql: "UPDATE version SET key = 999") }
    #expect(try store.check() == [StoreFinding(.references, count: 2, examples: ["version 999"])])

    let report = try store.repair()

    #expect(report.losses == [RepairLoss(kind: .rows(table: "version"), count: 2, examples: [])])
    #expect(try store.check().isEmpty)
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM version") } == 0)
  }

  @Test func aCheckCanBeStopped() throws {
    let temporary = try soundStore()
    for part in CheckProgress.Part.allCases {
      let cancellation = Cancellation()
      #expect(throws: StoreError.cancelled) {
        try temporary.store.check(cancellation: cancellation) { if $0.part == part { cancellation.cancel() } }
      }
    }
  }

  @Test func anUnreadableFetchStateIsToldAndTheSourceFetchedAnew() throws {
    let temporary = try soundStore()
    let store = temporary.store
    try store.write { try $0.db.execute(sql: "UPDATE subscription SET state = 'nonsense'") }

    let states = try store.subscriptionStates()

    #expect(states.map(\.state) == [FetchState()])
    #expect(store.damageMet == StoreDamage(fetchStates: 1))
    let id = try #require(states.first?.subscription.id)
    _ = try store.save([FeedUpdate(id: id, state: FetchState())])
    #expect(try store.check() == [])
  }
}
