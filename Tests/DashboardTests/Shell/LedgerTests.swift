import NewsModel
import Testing

@testable import Dashboard

@Suite struct RequestLedgerTests {
  @Test func ofASlotOnlyTheNewestRequestIsAnswered() {
    var ledger = RequestLedger()
    let older = ledger.add(SubscriptionsRequest())
    let newer = ledger.add(SubscriptionsRequest())
    let other = ledger.add(CollectionRequest())
    let counts = [ledger.end(older.number), ledger.end(newer.number), ledger.end(other.number)]
    #expect(counts == [false, true, true])
    #expect(!ledger.isAwaited(.sources))
  }

  @Test func aStaleResponseDoesNotEndTheWaiting() {
    var ledger = RequestLedger()
    let older = ledger.add(SubscriptionsRequest())
    _ = ledger.add(SubscriptionsRequest())
    _ = ledger.end(older.number)
    #expect(ledger.isAwaited(.sources))
  }

  @Test func whatIsDroppedIsNotAnsweredAnyMore() {
    var ledger = RequestLedger()
    let request = ledger.add(SubscriptionsRequest())
    let drops = [ledger.drop(.sources), ledger.drop(.sources)]
    #expect(drops == [true, false], "the second one finds nothing to drop")
    let counts = [ledger.end(request.number), ledger.end(ledger.add(SubscriptionsRequest()).number)]
    #expect(counts == [false, true])
  }
}

@Suite struct TimerLedgerTests {
  @Test func aNewTimerMakesTheOneBeforeStale() {
    var ledger = TimerLedger()
    let older = ledger.set(.preview)
    let newer = ledger.set(.preview)
    let other = ledger.set(.toastEnd)
    #expect([older, newer, other].map { ledger.counts($0) } == [false, true, true])
  }

  @Test func anArticleThatIsShownAnewCountsAsReadNoLater() {
    var ledger = TimerLedger()
    let first = ledger.set(.markRead(ArticleKey(7)))
    _ = ledger.set(.markRead(ArticleKey(7)))
    #expect(ledger.counts(first))
  }
}
