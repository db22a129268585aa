import NewsModel
import Testing

@testable import NewsStore

@Suite struct SavedQueriesTests {
  private func store(_ names: String...) throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    for name in names { try temporary.store.save(SavedQuery(name: name, text: "tag:\(name)")) }
    return temporary
  }

  private func names(_ temporary: TemporaryStore) throws -> [String] {
    try temporary.store.savedQueries().map(\.name)
  }

  @Test func textsAreKeptAsTypedAndOutliveTheProgram() throws {
    let temporary = try store()
    let query = SavedQuery(name: "本周 IPO", text: "标签:IPO  since:7d")
    try temporary.store.save(query)
    try temporary.store.close()
    let store = try NewsStore.open(at: temporary.path)
    #expect(try store.savedQueries() == [query])
    try store.close()
  }

  @Test func anotherOfTheSameNameTakesItsPlace() throws {
    let temporary = try store("甲", "IPO", "乙")
    try temporary.store.save(SavedQuery(name: " ipo ", text: "is:unread"))
    #expect(try temporary.store.savedQueries()[1] == SavedQuery(name: "ipo", text: "is:unread"))
    #expect(try names(temporary) == ["甲", "ipo", "乙"])
  }

  @Test func theyAreRenamedRemovedAndMoved() throws {
    let temporary = try store("甲", "乙", "丙")
    let store = temporary.store
    try store.renameSavedQuery("乙", to: "丁")
    try store.moveSavedQuery("丙", to: 0)
    #expect(try names(temporary) == ["丙", "甲", "丁"])
    try store.moveSavedQuery("丙", to: 99)
    try store.removeSavedQuery("甲")
    #expect(try names(temporary) == ["丁", "丙"])
    try store.save(SavedQuery(name: "戊", text: ""))
    #expect(try names(temporary) == ["丁", "丙", "戊"])
    try store.renameSavedQuery("戊", to: "戊")
  }

  @Test func namesThatCannotBeAreRefused() throws {
    let temporary = try store("甲", "乙")
    let store = temporary.store
    #expect(throws: StoreError.name(.empty)) { try store.save(SavedQuery(name: " ", text: "x")) }
    #expect(throws: StoreError.name(.taken("乙"))) { try store.renameSavedQuery("甲", to: "乙") }
    #expect(throws: StoreError.name(.unknown("丙"))) { try store.renameSavedQuery("丙", to: "丁") }
    #expect(throws: StoreError.name(.unknown("丙"))) { try store.removeSavedQuery("丙") }
    #expect(throws: StoreError.name(.unknown("丙"))) { try store.moveSavedQuery("丙", to: 0) }
    #expect(throws: StoreError.name(.tooLong(limit: 60))) {
      try store.save(SavedQuery(name: String(repeating: "长", count: 61), text: "x"))
    }
    #expect(try names(temporary) == ["甲", "乙"])
  }
}
