import Dispatch
import NewsModel
import Synchronization
import Testing

@testable import NewsStore

/// What a store tells its observer.
@Suite struct StoreEventTests {
  private final class Events: Sendable {
    private let events = Mutex<[StoreEvent]>([])
    func note(_ event: StoreEvent) { events.withLock { $0.append(event) } }
    /// The events since the last look.
    func removeAll() -> [StoreEvent] {
      events.withLock { events in
        defer { events = [] }
        return events
      }
    }
  }

  private let temporary: TemporaryStore
  private let store: NewsStore
  private let events = Events()

  init() throws {
    temporary = try TemporaryStore()
    store = temporary.store
    store.observe { [events] in events.note($0) }
  }

  /// How many commits of this program were announced since the last look.
  private func ownChanges() -> Int { events.removeAll().count { $0 == .changed(by: .thisProgram) } }

  @Test func anotherProgramsCommitIsAnnouncedAsSuch() throws {
    let noticed = DispatchSemaphore(value: 0)
    let other = try temporary.another()
    other.observe { if $0 == .changed(by: .anotherProgram) { noticed.signal() } }
    _ = try store.save([.sample("甲")])
    #expect(noticed.wait(timeout: .now() + .seconds(10)) == .success)
    #expect(try other.count(.all) == 1)
    try other.close()
    try store.close()
    #expect(events.removeAll() == [.changed(by: .thisProgram)])
  }

  @Test func everyKindOfCommitIsAnnounced() throws {
    let keys = try store.save([.sample("甲", tags: ["银行"])]).keys
    #expect(ownChanges() == 1)
    _ = try store.apply(StatusChange(.read, of: keys))
    _ = try store.apply([.star], matching: .tag("银行"))
    _ = try store.undo()
    #expect(ownChanges() == 3)
    try store.save(SavedQuery(name: "银行", text: "tag:银行"))
    try store.save(Rule(name: "银行", text: "tag:银行", actions: [.star]))
    try store.setRule("银行", isEnabled: false)
    #expect(ownChanges() == 3)
    let subscription = try store.subscribe(Subscription(name: "晨星日报", address: "https://a.example/"))
    try store.unsubscribe(subscription.id)
    #expect(ownChanges() == 2)
    _ = try store.repair()
    #expect(ownChanges() == 1)
    try store.close()
  }

  @Test func whatChangesNothingIsNotAnnounced() throws {
    let keys = try store.save([.sample("甲")]).keys
    _ = try store.apply(StatusChange(.read, of: keys))
    _ = events.removeAll()
    #expect(try store.apply(StatusChange(.read, of: keys)).keys.isEmpty)
    #expect(try store.save([.sample("甲")]).keys.isEmpty)
    #expect(try store.apply([.read], matching: .tag("锂电")).articles == 0)
    #expect(try store.undo() == nil)
    #expect(throws: StoreError.name(.unknown("无"))) { try store.removeRule("无") }
    // Nor is what no reader sees.
    try store.set(.session, to: "12")
    _ = try store.indexNext()
    try store.close()
    #expect(events.removeAll() == [])
  }

  @Test func anObserverMayWriteInItsTurn() throws {
    let other = try temporary.another()
    let isFirst = Atomic(true)
    other.observe { [other] event in
      guard event == .changed(by: .thisProgram), isFirst.exchange(false, ordering: .relaxed) else { return }
      _ = try? other.save([.sample("乙", minutes: 1)])
    }
    _ = try other.save([.sample("甲")])
    #expect(try other.titles() == ["乙", "甲"])
    try other.close()
  }

  @Test func afterClosingNothingIsAnnounced() throws {
    let other = try temporary.another()
    try store.close()
    _ = try other.save([.sample("甲")])
    try other.close()
    #expect(events.removeAll() == [])
  }
}
