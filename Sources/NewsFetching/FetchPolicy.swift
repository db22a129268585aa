package import NewsModel

/// The manners of fetching: when something may be fetched, with what, and when again. Pure functions over values; the clock and
/// the dice are the caller's.
package struct FetchPolicy: Hashable, Sendable {
  /// Why something is to be fetched.
  package enum Occasion: Hashable, Sendable {
    /// Time has come.
    case schedule
    /// The reader asks for all there is.
    case everything
    /// The reader asks for this one.
    case thisOne
  }

  /// How often something is to be looked at; in seconds.
  package struct Pace: Hashable, Sendable {
    package var interval: Int
    /// Whether the reader chose it for this source: then it may be less than an hour.
    package var isChosen: Bool

    package init(interval: Int, isChosen: Bool = false) {
      self.interval = interval
      self.isChosen = isChosen
    }
  }

  // All in seconds.
  /// Nothing that a server says makes it longer than this.
  package var longestPause = 86_400
  /// Validators that are older are not sent: some servers answer 304 for ever.
  package var validatorLifetime = 8 * 86_400
  /// Between two conditional requests that the reader did not ask for.
  package var conditionalPause = 3_600
  /// After the first error; doubled with each that follows.
  package var firstBackOff = 900
  /// The same where no server was reached: our own network may be at fault, and will be back.
  package var longestBackOffOffline = 3_600
  /// After the first answer that denies access; doubled with each that follows.
  package var firstBackOffDenied = 4 * 3_600
  /// Of a pause, so much is added at most, by chance, that not all come at once.
  package var jitterShare = 0.1

  package init() {}

  /// Whether it may be fetched now.
  package func isDue(_ state: FetchState, now: Timestamp, occasion: Occasion = .schedule) -> Bool {
    switch occasion {
    case .thisOne: true
    case .everything: !state.isGone && hasCome(state.heldUntil, now)
    case .schedule: !state.isGone && hasCome(state.nextCheck, now)
    }
  }

  /// What lies further away than any pause was set by a clock that was wrong.
  private func hasCome(_ moment: Timestamp?, _ now: Timestamp) -> Bool {
    guard let moment else { return true }
    return moment <= now || moment - now > Int64(Double(longestPause) * (1 + jitterShare)) + 1
  }

  /// The request that fits what is known. Old validators are left out.
  package func request(
    id: Int, address: String, state: FetchState, now: Timestamp, accepts: FetchedKind = .feed
  ) -> FetchRequest {
    var validators = state.validators
    if let since = state.validatorsSince, now - since > Int64(validatorLifetime) || since > now { validators = nil }
    return FetchRequest(id: id, address: address, validators: validators, accepts: accepts)
  }

  /// What is to be remembered after a fetch.
  ///
  /// - Parameters:
  ///   - feedInterval: seconds between two looks as the body asks for them (`ttl`), where there was a body.
  ///   - jitter: 0 ..< 1, by chance.
  package func state(
    after outcome: FetchOutcome, from old: FetchState, now: Timestamp, pace: Pace, feedInterval: Int? = nil,
    jitter: Double
  ) -> FetchState {
    var state = old
    state.lastAttempt = now
    var pause: Int
    switch outcome {
    case .fetched(let body):
      state.validators = body.validators
      state.validatorsSince = body.validators == nil ? nil : now
      state.bodyHash = body.hash
      state.feedInterval = feedInterval
      pause = recover(&state, now, pace, body.hints)
    case .notModified(let hints, movedTo: _):
      pause = recover(&state, now, pace, hints)
    case .failed(let failure, let hints):
      pause = fail(&state, failure, now, pace, hints)
    }
    pause = min(pause, longestPause)
    // Always later, never earlier than was asked for.
    let delay = Int64(pause) + Int64(Double(pause) * jitterShare * min(max(jitter, 0), 1))
    state.nextCheck = now + delay
    state.heldUntil = isHeld(state.failure, outcome.hints) ? now + Int64(pause) : nil
    return state
  }

  /// - Returns: the pause.
  private func recover(_ state: inout FetchState, _ now: Timestamp, _ pace: Pace, _ hints: ServerHints) -> Int {
    state.lastSuccess = now
    state.failure = nil
    state.failingSince = nil
    state.failures = 0
    state.isGone = false
    let floor = state.validators != nil && !pace.isChosen ? conditionalPause : 0
    let wishes = [state.feedInterval, hints.maxAge, hints.expires, hints.retryAfter].compactMap { $0 }
    return max(pace.interval, floor, wishes.max() ?? 0)
  }

  private func fail(
    _ state: inout FetchState, _ failure: FetchFailure, _ now: Timestamp, _ pace: Pace, _ hints: ServerHints
  ) -> Int {
    if state.failure == nil { state.failingSince = now }
    state.failure = failure
    state.failures += 1
    if failure == .status(410) { state.isGone = true }
    // What could not be read is asked for anew, not "if it has changed".
    if failure == .notNews {
      state.validators = nil
      state.validatorsSince = nil
      state.bodyHash = nil
    }
    let first = isDenial(failure) ? firstBackOffDenied : firstBackOff
    // Beyond 2^10 of anything every pause is the longest.
    var backOff = min(first << min(state.failures - 1, 10), longestPause)
    if isOurs(failure) { backOff = min(backOff, longestBackOffOffline) }
    return max(pace.interval, backOff, hints.retryAfter ?? 0)
  }

  private func isDenial(_ failure: FetchFailure) -> Bool {
    [.status(401), .status(403), .status(451)].contains(failure)
  }

  /// Whether the fault may be on our side alone.
  private func isOurs(_ failure: FetchFailure) -> Bool { [.hostNotFound, .noConnection].contains(failure) }

  /// Whether the server wants to be left alone: a reader who asks for everything does not mean to push it.
  private func isHeld(_ failure: FetchFailure?, _ hints: ServerHints) -> Bool {
    guard let failure else { return false }
    return isDenial(failure) || failure == .status(429) || hints.retryAfter.map { $0 > 0 } ?? false
  }
}
