import NewsFetching
import NewsModel
import Testing

@Suite struct FetchPolicyTests {
  private let policy = FetchPolicy()
  private let now = Timestamp(1_795_000_000)
  private let hour: Int64 = 3_600
  private let validators = FetchValidators(entityTag: "\"a\"", lastModified: "Sat, 28 Nov 2026 02:00:00 GMT")

  private func next(
    _ outcome: FetchOutcome, from old: FetchState = FetchState(), at moment: Timestamp? = nil, interval: Int = 1_800,
    chosen: Bool = false, ttl: Int? = nil, jitter: Double = 0
  ) -> FetchState {
    policy.state(
      after: outcome, from: old, now: moment ?? now, pace: .init(interval: interval, isChosen: chosen),
      feedInterval: ttl,
      jitter: jitter)
  }

  private func body(_ text: String = "<rss/>", validators: FetchValidators? = nil, hints: ServerHints = ServerHints())
    -> FetchOutcome
  {
    .fetched(FetchedBody(bytes: Array(text.utf8), address: "http://a.example/", validators: validators, hints: hints))
  }

  private func pause(_ state: FetchState, since moment: Timestamp? = nil) -> Int64? {
    state.nextCheck.map { $0 - (moment ?? now) }
  }

  // MARK: When

  @Test func whatWasNeverFetchedIsDue() {
    #expect(policy.isDue(FetchState(), now: now))
  }

  @Test func nothingIsDueBeforeItsTime() {
    let state = next(body())
    #expect(!policy.isDue(state, now: now + 1_799))
    #expect(policy.isDue(state, now: now + 1_800))
  }

  @Test func aReaderWhoAsksNeedNotWait() {
    let state = next(body())
    #expect(policy.isDue(state, now: now, occasion: .everything))
    #expect(policy.isDue(state, now: now, occasion: .thisOne))
  }

  @Test func aTimeThatAWrongClockSetIsForgotten() {
    var state = FetchState()
    state.nextCheck = now + 400 * 86_400
    #expect(policy.isDue(state, now: now))
  }

  @Test(
    arguments: [
      (ServerHints(), nil, 1_800), (ServerHints(), 7_200, 7_200), (ServerHints(maxAge: 5_000), 7_200, 7_200),
      (ServerHints(maxAge: 9_000), 7_200, 9_000), (ServerHints(expires: 10_000), 7_200, 10_000),
      (ServerHints(retryAfter: 11_000, maxAge: 9_000, expires: 10_000), 7_200, 11_000),
      (ServerHints(maxAge: 0), 0, 1_800),
    ] as [(ServerHints, Int?, Int64)])
  func theLongestWishCounts(_ hints: ServerHints, _ ttl: Int?, _ expected: Int64) {
    #expect(pause(next(body(hints: hints), ttl: ttl)) == expected)
  }

  @Test func noPauseIsLongerThanADay() {
    #expect(pause(next(body(hints: ServerHints(maxAge: 8_640_000)))) == 86_400)
    #expect(pause(next(.failed(.status(503), ServerHints(retryAfter: 8_640_000)))) == 86_400)
  }

  @Test func whatTheBodyAskedForHoldsWhenItIsNotModified() {
    let first = next(body(validators: validators), ttl: 7_200)
    #expect(pause(next(.notModified(ServerHints(), movedTo: nil), from: first)) == 7_200)
  }

  @Test func conditionalRequestsAreAnHourApartUnlessTheReaderChoseOtherwise() {
    #expect(pause(next(body(validators: validators), interval: 600)) == 3_600)
    #expect(pause(next(body(), interval: 600)) == 600)
    #expect(pause(next(body(validators: validators), interval: 600, chosen: true)) == 600)
  }

  @Test func chanceOnlyMakesItLater() {
    #expect(pause(next(body(), jitter: 0.5)) == 1_890)
    #expect(pause(next(body(), jitter: 1)) == 1_980)
    #expect(pause(next(body(), jitter: -3)) == 1_800)
  }

  // MARK: With what

  @Test func bothValidatorsAreSentBackAsTheyCame() {
    let state = next(body(validators: validators))
    let request = policy.request(id: 3, address: "http://a.example/", state: state, now: now + hour)
    #expect(request.validators == validators)
  }

  @Test func validatorsAreDroppedAfterEightDays() {
    var state = next(body(validators: validators))
    for day in 1...8 {
      state = next(.notModified(ServerHints(), movedTo: nil), from: state, at: now + 86_400 * Int64(day))
    }
    let request = { (moment: Timestamp) in policy.request(id: 0, address: "", state: state, now: moment).validators }
    #expect(request(now + 8 * 86_400) == validators)
    #expect(request(now + 8 * 86_400 + 1) == nil)
    #expect(request(now - 1) == nil, "a clock that was put back")
  }

  @Test func aBodyWithoutValidatorsLeavesNoneBehind() {
    let state = next(body("b"), from: next(body("a", validators: validators)))
    #expect(state.validators == nil)
    #expect(state.validatorsSince == nil)
  }

  @Test func failuresLeaveValidatorsAlone() {
    let state = next(.failed(.status(500), ServerHints()), from: next(body(validators: validators)))
    #expect(state.validators == validators)
  }

  @Test func whatIsNoNewsIsAskedForAnew() {
    let state = next(.failed(.notNews, ServerHints()), from: next(body(validators: validators)))
    #expect(state.validators == nil)
    #expect(state.bodyHash == nil)
  }

  @Test func equalBodiesHaveEqualHashes() {
    #expect(next(body("a")).bodyHash == next(body("a")).bodyHash)
    #expect(next(body("a")).bodyHash != next(body("b")).bodyHash)
  }

  // MARK: Failures

  @Test func errorsBackOffExponentially() {
    var state = FetchState()
    var pauses: [Int64?] = []
    for _ in 0..<9 {
      state = next(.failed(.status(500), ServerHints()), from: state, interval: 60)
      pauses.append(pause(state))
    }
    #expect(pauses == [900, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 86_400])
    #expect(state.failures == 9)
    #expect(state.failingSince == now)
  }

  @Test func aNetworkThatIsAwayIsTriedWithinTheHour() {
    var state = FetchState()
    for _ in 0..<9 { state = next(.failed(.hostNotFound, ServerHints()), from: state) }
    #expect(pause(state) == 3_600)
  }

  @Test func successEndsABackOff() {
    let failed = next(.failed(.timedOut, ServerHints()), from: next(.failed(.timedOut, ServerHints())))
    let state = next(.notModified(ServerHints(), movedTo: nil), from: failed, at: now + hour)
    #expect(state.failure == nil)
    #expect(state.failures == 0)
    #expect(state.failingSince == nil)
    #expect(state.lastSuccess == now + hour)
  }

  @Test func goneIsForGoodUnlessTheReaderAsksForThisOne() {
    let state = next(.failed(.status(410), ServerHints()))
    #expect(state.isGone)
    #expect(!policy.isDue(state, now: now + 400 * 86_400))
    #expect(!policy.isDue(state, now: now + 400 * 86_400, occasion: .everything))
    #expect(policy.isDue(state, now: now, occasion: .thisOne))
    #expect(!next(body(), from: state).isGone)
  }

  @Test(arguments: [429, 503]) func retryAfterHoldsEvenWhereTheReaderAsksForEverything(_ status: Int) {
    let state = next(.failed(.status(status), ServerHints(retryAfter: 5_000)), jitter: 0.5)
    #expect(pause(state) == 5_250)
    #expect(!policy.isDue(state, now: now + 4_999, occasion: .everything))
    #expect(policy.isDue(state, now: now + 5_000, occasion: .everything))
    #expect(!policy.isDue(state, now: now + 5_000))
  }

  @Test func anErrorOfAServerDoesNotHoldTheReader() {
    let state = next(.failed(.status(500), ServerHints()))
    #expect(policy.isDue(state, now: now, occasion: .everything))
    #expect(!policy.isDue(state, now: now))
  }

  @Test func deniedAccessBacksOffForHours() {
    let first = next(.failed(.status(403), ServerHints()))
    #expect(pause(first) == 4 * hour)
    #expect(!policy.isDue(first, now: now + 3 * hour, occasion: .everything))
    #expect(pause(next(.failed(.status(403), ServerHints()), from: first)) == 8 * hour)
  }
}
