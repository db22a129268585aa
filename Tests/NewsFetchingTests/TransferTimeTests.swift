import Testing

@testable import NewsFetching

@Suite struct TransferTimeTests {
  private let start = SuspendingClock.now
  private var limits = FetchLimits()

  init() {
    limits.totalTime = .seconds(30)
    limits.patience = .seconds(10)
    limits.lowestSpeed = 100
  }

  private func isOverdue(_ time: inout TransferTime, after seconds: Int, received: Int64, before: Int = 0) -> Bool {
    time.isOverdue(
      at: start + .seconds(seconds), received: received, spentBefore: .seconds(before), limits: limits)
  }

  @Test func endsWithItsTime() {
    var time = TransferTime(at: start)
    #expect(!isOverdue(&time, after: 30, received: 1 << 20))
    #expect(isOverdue(&time, after: 31, received: 2 << 20))
  }

  @Test func redirectsBeforeCount() {
    var time = TransferTime(at: start)
    #expect(isOverdue(&time, after: 6, received: 1 << 20, before: 25))
  }

  @Test func aTrickleIsNotWaitedFor() {
    var time = TransferTime(at: start)
    #expect(!isOverdue(&time, after: 11, received: 1_100))
    #expect(!isOverdue(&time, after: 20, received: 1_100))
    #expect(isOverdue(&time, after: 22, received: 1_200))
  }

  @Test func whatIsHeldBackIsNotToBlame() {
    var time = TransferTime(at: start)
    time.hold(at: start + .seconds(5))
    #expect(!isOverdue(&time, after: 500, received: 0))
    time.goOn(at: start + .seconds(500))
    #expect(!isOverdue(&time, after: 505, received: 0))
    #expect(isOverdue(&time, after: 506, received: 0))
  }
}
