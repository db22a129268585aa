import GRDB
import NewsModel
import Testing
import TextBasics

@testable import NewsStore

/// A store that other rules of folding made is brought up to the present ones, and answers rightly all the while.
@Suite struct RefoldingTests {
  /// A store as rules would have left it that only knew case: with more articles than a step takes.
  private func oldStore() throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save(Self.items)
    while try store.indexNext() > 0 {}
    try store.pool.write { db in
      // Two tags that the old rules told apart.
      try db.execute(sql: "UPDATE term SET name = 'L’Or' WHERE name = '别名'")
      try Self.fold(db, "term", "name", "folded")
      try Self.fold(db, "article", "title", "folded_title")
      try db.execute(sql: "UPDATE article SET folded_title = NULL WHERE folded_title = title")
      try db.execute(sql: "UPDATE identity SET digest = digest + 1 WHERE key % 3 = 0")
      try StoreState.folding.set(1, db)
      try StoreState.index.set(1, db)
    }
    return temporary
  }

  private static let items = (0..<450).map { number in
    Item.sample(
      number.isMultiple(of: 3) ? (number.isMultiple(of: 2) ? "don’t \(number)" : "Don’t \(number)") : "标题\(number)号",
      minutes: Int64(number), source: "晨星日报",
      tags: number.isMultiple(of: 5) ? ["L'Or"] : number.isMultiple(of: 7) ? ["别名"] : [],
      body: "“好” cafe\u{301} \(number)")
  }

  private static func fold(_ db: Database, _ table: String, _ name: String, _ folded: String) throws {
    for row in try Row.fetchAll(db, sql: "SELECT rowid, \(name) FROM \(table)") {
      let text: String = row[1]
      try db.execute(
        sql: "UPDATE \(table) SET \(folded) = ? WHERE rowid = ?", arguments: [text.lowercased(), row[0] as Int64])
    }
  }

  private func checkAnswers(_ store: NewsStore) throws {
    #expect(try store.count(.title("don't")) == 150)
    #expect(try store.count(.text("don't 1")) == 36)
    #expect(try store.count(.text("\"好\" café 44")) == 11)
    #expect(try store.count(.tag("l’or")) == 142)
    #expect(try store.count(.allOf([.tag("L'Or"), .title("don't")])) == 47)
    #expect(try store.count(.anyOf([.tag("L'Or"), .source("晨星日报")])) == 450)
    #expect(try store.check() == [])
  }

  @Test func answersAreRightAtEveryStep() throws {
    let temporary = try oldStore()
    var store = temporary.store
    try checkAnswers(store)
    store = try NewsStore.open(at: temporary.path)
    var steps = 0
    repeat {
      try checkAnswers(store)
      steps += 1
    } while try store.refoldNext() > 0
    #expect(steps > 5)
    while try store.indexNext() > 0 {}
    try checkAnswers(store)
    #expect(try store.terms(.tag, limit: 10).map(\.name) == ["L'Or"])
    try store.close()
  }

  @Test func articlesAreFoundUnderTheNumbersOfThePresentRulesAlone() throws {
    let temporary = try oldStore()
    let store = try NewsStore.open(at: temporary.path)
    while try store.refoldNext() > 0 {}
    let again = try store.save(
      Self.items.map { item in
        var item = item
        item.tags = []
        item.title = item.title.replacing("’", with: "'")
        return item
      })
    #expect(again.new == 0)
    let numbers = try store.read { db in
      try Int64.fetchAll(db, sql: "SELECT key FROM article").reduce(into: Set<[Int64]>()) { numbers, key in
        for digest in try ArticleRow.fetch(db, key: key).map({ Identity($0).digests }) ?? [] {
          numbers.insert([digest, key])
        }
      }
    }
    let stored = try store.read { db in
      Set(try Row.fetchAll(db, sql: "SELECT digest, key FROM identity").map { [$0[0] as Int64, $0[1] as Int64] })
    }
    #expect(stored == numbers)
    try store.close()
  }

  @Test func noProgramTakesANewTermForOneThatIsGone() throws {
    let temporary = try oldStore()
    let store = try NewsStore.open(at: temporary.path)
    let other = try temporary.another()
    // It remembers the names of both terms that become one.
    #expect(try other.headlines(matching: .all, from: .start, limit: 500).headlines.count == 450)
    while try store.refoldNext() > 0 {}

    _ = try store.save([.sample("新的一条", minutes: 1_000, tags: ["新标签"])])

    #expect(try other.onlyHeadline("新的一条")?.tags == ["新标签"])
    try other.close()
    try store.close()
  }

  @Test func aKillCostsAStep() throws {
    let temporary = try oldStore()
    var rounds = 0
    while true {
      let store = try NewsStore.open(at: temporary.path)
      let count = try store.refoldNext()
      try checkAnswers(store)
      // Not closed: as a program that was killed leaves it.
      rounds += 1
      if count == 0 { break }
    }
    #expect(rounds > 5)
    let store = try NewsStore.open(at: temporary.path)
    #expect(try store.read { try Refolding.isDone($0) })
    #expect(
      try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article WHERE folded_title LIKE '%’%'") } == 0)
  }

  @Test func whatTheReaderNamedKeepsAName() throws {
    let temporary = try TemporaryStore()
    var store = temporary.store
    try store.save(SavedQuery(name: "A–B", text: "is:unread"))
    try store.save(SavedQuery(name: "另", text: "is:starred"))
    try store.pool.write { db in
      try db.execute(sql: "UPDATE saved_query SET folded = 'a–b' WHERE name = 'A–B'")
      try db.execute(sql: "UPDATE saved_query SET name = 'A-B', folded = 'a-b' WHERE name = '另'")
      try StoreState.folding.set(1, db)
    }
    store = try NewsStore.open(at: temporary.path)
    #expect(try store.savedQueries().map(\.name) == ["A–B 2", "A-B"])
    #expect(try store.refoldNext() == 0)
    try store.close()
  }

  @Test func whatAnotherProgramFoldsIsLeftToIt() throws {
    let temporary = try oldStore()
    let store = try NewsStore.open(at: temporary.path)
    do {
      let other = try temporary.another()
      let lock = try #require(try other.lock(for: .indexing))
      #expect(try store.refoldNext() == 0)
      withExtendedLifetime(lock) {}
    }
    #expect(try store.refoldNext() > 0)
    try store.close()
  }
}
