import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Testing

@testable import App
@testable import Dashboard

@Suite struct ShownLibraryTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
  }

  private func shown() throws -> ShownLibrary {
    ShownLibrary(try setup.openLibrary(.create)) { [setup] in try setup.openLibrary(at: setup.writeLocation.path) }
  }

  private let source = Subscription(name: "晨报", address: "https://news.example/rss")

  @Test func theOwnLibraryStaysWhatIsShown() throws {
    try setup.withOwnLibrary(.create) { _ = try $0.store.subscribe(source) }
    let shown = try shown()
    defer { shown.close() }
    let before = shown.current
    let (count, hasChanged) = try shown.withOwn { try $0.store.subscriptions().count }
    #expect(count == 1 && !hasChanged)
    #expect(shown.current === before)
  }

  @Test func theSampleGivesWayToAStoreWithSomethingInIt() throws {
    let shown = try shown()
    defer { shown.close() }
    let sample = shown.current
    try #require(sample.isSample)
    let (new, hasChanged) = try shown.withOwn { try $0.store.subscribe(source) }
    #expect(hasChanged && !shown.current.isSample)
    #expect(shown.current.store.path == setup.paths.store)
    #expect(try shown.current.store.subscriptions() == [new])
    // Somebody may still be reading it.
    #expect(try sample.store.count(.all) > 0)
    #expect(try shown.withOwn { _ in }.hasChanged == false)
  }

  @Test func whatFailsLeavesTheSampleShown() throws {
    let shown = try shown()
    defer { shown.close() }
    var opened: NewsLibrary?
    #expect(throws: App.ExitStatus.failure) {
      try shown.withOwn { library in
        opened = library
        throw App.ExitStatus.failure
      }
    }
    #expect(shown.current.isSample)
    #expect(throws: StoreError.self) { try opened?.store.count(.all) }
  }

  @Test func allThatWereShownAreClosed() throws {
    let shown = try shown()
    let sample = shown.current
    _ = try shown.withOwn { try $0.store.subscribe(source) }
    let own = shown.current
    shown.close()
    for library in [sample, own] { #expect(throws: StoreError.self) { try library.store.count(.all) } }
  }

  // MARK: What is kept besides news

  @Test func thePlaceIsFoundAgain() throws {
    try setup.withOwnLibrary(.create) { library in
      let store = library.store
      #expect(store.savedSession() == nil)
      let session = State(
        presentation: Presentation(language: .en, zone: setup.displayZone, theme: .plain),
        size: .init(width: 80, height: 24), now: Timestamp(1_557_100_800)
      ).session
      try store.save(session)
      #expect(store.savedSession() == session)
      // Of another version, or damaged: the dashboard begins at the beginning.
      for text in ["", "{\"page\":\"none\"}", "no JSON"] {
        try store.set(.session, to: text)
        #expect(store.savedSession() == nil, "\(text)")
      }
    }
  }

  @Test func everyChangeOfWhatIsKeptIsMade() throws {
    try setup.withOwnLibrary(.create) { library in
      let store = library.store
      let changes: [SavedChange] = [
        .saveQuery(SavedQuery(name: "甲", text: "铜")), .saveQuery(SavedQuery(name: "乙", text: "铝")),
        .moveQuery("乙", to: 0), .renameQuery("甲", to: "丙"),
        .saveRule(Rule(name: "一", text: "铜", actions: [.star])),
        .saveRule(Rule(name: "二", text: "铝", actions: [.mute])),
        .moveRule("二", to: 0), .renameRule("一", to: "三"), .setRule("二", isEnabled: false),
      ]
      for change in changes { try store.make(change) }
      #expect(try store.savedQueries().map(\.name) == ["乙", "丙"])
      #expect(try store.rules().map(\.name) == ["二", "三"])
      #expect(try store.rules().map(\.isEnabled) == [false, true])
      try store.make(.removeQuery("乙"))
      try store.make(.removeRule("三"))
      #expect(try store.savedQueries().map(\.text) == ["铜"])
      #expect(try store.rules().map(\.name) == ["二"])
      #expect(throws: StoreError.name(.unknown("乙"))) { try store.make(.removeQuery("乙")) }
    }
  }
}
