import Testing

@testable import App
@testable import Dashboard

@Suite struct TimerQueueTests {
  private let start = ContinuousClock.now

  private func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

  /// Tags of one slot, each newer than the one before.
  private func tags(_ count: Int) -> [TimerTag] {
    var ledger = TimerLedger()
    return (0..<count).map { _ in ledger.set(.preview) }
  }

  @Test func nothingIsDueWhereNothingIsSet() {
    var queue = TimerQueue()
    #expect(queue.deadline == nil)
    #expect(queue.removeDue(at: at(1_000)) == [])
  }

  @Test func whatIsDueComesInItsOrderWhateverItWasSetIn() {
    let tags = tags(5)
    var queue = TimerQueue()
    for (index, due) in [30, 10, 50, 20, 40].enumerated() { queue.set(tags[index], at: at(due)) }
    #expect(queue.deadline == at(10))
    #expect(queue.removeDue(at: at(30)) == [tags[1], tags[3], tags[0]])
    #expect(queue.deadline == at(40))
    #expect(queue.removeDue(at: at(39)) == [])
    #expect(queue.removeDue(at: at(60)) == [tags[4], tags[2]])
    #expect(queue.deadline == nil)
  }

  @Test func ofOneMomentTheFirstThatWasSetComesFirst() {
    let tags = tags(3)
    var queue = TimerQueue()
    for tag in tags { queue.set(tag, at: at(10)) }
    #expect(queue.removeDue(at: at(10)) == tags)
  }
}
