import Dispatch
import NewsModel
import Testing
import TextBasics

@testable import App
@testable import Dashboard

/// A request that is read when the test says so.
private struct HeldRequest: Request {
  static let slot = RequestSlot.feed
  let number: Int
  let gate: Gate

  /// Holds whoever reads until it is opened.
  final class Gate: Hashable, Sendable {
    private let isRead = DispatchSemaphore(value: 0)
    private let isOpen = DispatchSemaphore(value: 0)

    func pass() {
      isRead.signal()
      isOpen.wait()
      isOpen.signal()
    }

    func waitForReader() { isRead.wait() }
    func open() { isOpen.signal() }

    static func == (a: Gate, b: Gate) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  }

  func response(from library: some Library) throws -> Int {
    gate.pass()
    return number
  }

  func event(for response: Int) -> DashboardEvent { .overlays(.counted(response)) }
}

private struct RefusedRequest: Request {
  static let slot = RequestSlot.statisticsPage

  func response(from library: some Library) throws -> Int { throw CancellationError() }
  func event(for response: Int) -> DashboardEvent { .overlays(.counted(response)) }
}

@Suite struct EffectRunnerTests {
  private let world: DashboardWorld
  private var ledger = RequestLedger()

  init() throws { world = try DashboardWorld("云杉动力召回电池") }

  private func answered() -> [RequestNumber] {
    world.mailbox.takeAll().compactMap { if case .answered(let response) = $0 { response.number } else { nil } }
  }

  @Test mutating func ofASlotOnlyTheNewestRequestThatWaitsIsRead() throws {
    let gate = HeldRequest.Gate()
    let requests = (1...3).map { ledger.add(HeldRequest(number: $0, gate: gate)) }
    world.runner.ask(requests[0])
    gate.waitForReader()
    world.runner.ask(requests[1])
    world.runner.ask(requests[2])
    gate.open()
    world.runner.finish()
    // The first one was being read already: its response is stale, which the dashboard tells by its number.
    #expect(answered() == [requests[0].number, requests[2].number])
  }

  @Test mutating func aRequestThatIsStoppedBeforeItsTurnIsNotRead() throws {
    let gate = HeldRequest.Gate()
    let requests = (1...2).map { ledger.add(HeldRequest(number: $0, gate: gate)) }
    world.runner.ask(requests[0])
    gate.waitForReader()
    world.runner.ask(requests[1])
    world.runner.stop(.feed)
    gate.open()
    world.runner.finish()
    #expect(answered() == [requests[0].number])
  }

  @Test mutating func aFailureIsToldInWordsWithTheNumberOfItsRequest() throws {
    let request = ledger.add(RefusedRequest())
    world.runner.ask(request)
    world.runner.finish()
    let failures = world.mailbox.takeAll().compactMap { action -> (SafeText, RequestNumber)? in
      if case .failed(let reason, let number) = action { (reason, number) } else { nil }
    }
    #expect(failures.map { $0.0 } == ["不能读取"])
    #expect(failures.map { $0.1 } == [request.number])
  }

  @Test func aChangeOfStatusesIsAnsweredByWhatUndoesIt() throws {
    let key = try #require(
      try world.library.store.headlines(matching: .all, from: .start, limit: 1).headlines.first?.key)
    world.runner.change(StatusChange(.star, of: [key]), .byUser)
    world.runner.finish()
    let inverses = world.mailbox.takeAll().compactMap { action -> StatusChange? in
      if case .changed(let inverse, .byUser) = action { inverse } else { nil }
    }
    #expect(inverses == [StatusChange(.unstar, of: [key])])
    #expect(try world.library.store.count(.starred) == 1)
  }

  @Test func whatTheReaderKeepsIsChangedAsFarAsItCanBe() throws {
    world.runner.changeSaved([
      .saveQuery(SavedQuery(name: "电池", text: "召回")), .renameQuery("没有", to: "也没有"), .removeQuery("电池"),
    ])
    world.runner.finish()
    let failed = world.mailbox.takeAll().contains { if case .savedChangeFailed = $0 { true } else { false } }
    #expect(failed)
    #expect(try world.library.store.savedQueries().map(\.name) == ["电池"])
  }

  @Test mutating func requestsOfDifferentSlotsDoNotReplaceEachOther() throws {
    let gate = HeldRequest.Gate()
    let held = ledger.add(HeldRequest(number: 1, gate: gate))
    let other = ledger.add(RefusedRequest())
    world.runner.ask(held)
    gate.waitForReader()
    world.runner.ask(other)
    gate.open()
    world.runner.finish()
    let numbers = world.mailbox.takeAll().compactMap { action -> RequestNumber? in
      switch action {
      case .answered(let response): response.number
      case .failed(_, let number): number
      default: nil
      }
    }
    #expect(Set(numbers) == [held.number, other.number])
  }

  @Test func whatTheStoreRefusesIsAnErrorOnTheScreen() throws {
    let key = try #require(
      try world.library.store.headlines(matching: .all, from: .start, limit: 1).headlines.first?.key)
    world.runner.change(StatusChange(.tag(" "), of: [key]), .byUser)
    world.runner.finish()
    let notices = world.mailbox.takeAll().compactMap {
      if case .notice(let text, isError: true) = $0 { text } else { nil }
    }
    #expect(notices == ["不能读取"])
  }

  @Test func thePlaceIsSavedBeforeTheEnd() throws {
    let session = State(
      presentation: Presentation(language: .en, zone: DashboardWorld.zone, theme: .plain),
      size: .init(width: 80, height: 24), now: Timestamp(1_557_100_800)
    ).session
    world.runner.save(session)
    world.runner.finish()
    #expect(world.library.store.savedSession() == session)
    #expect(world.mailbox.takeAll().isEmpty)
  }

  /// Of a list, what is counted comes behind it and after the frame that shows it.
  @Test func onlyWhatIsCountedFollowsAList() {
    let following = RequestSlot.allCases.filter(\.canFollowList)
    #expect(
      Set(following) == [
        .feedMargin, .feedTotal, .feedPosition, .unindexed, .beyondCalendar, .unknownArrivals, .statisticsPane,
        .statisticsPage,
        .companyTones, .calendar, .newCount,
      ])
  }
}
