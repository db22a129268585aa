/// How long a transfer has been under way, and how fast it is.
struct TransferTime {
  typealias Instant = SuspendingClock.Instant

  private var began: Instant
  /// When the speed was last looked at, and how many bytes had come by then.
  private var lookedAt: Instant
  private var receivedThen: Int64 = 0
  private var heldSince: Instant?

  init(at now: Instant) {
    began = now
    lookedAt = now
  }

  func spent(at now: Instant) -> Duration { began.duration(to: now) }

  /// It is made to wait: for that it is not to blame.
  mutating func hold(at now: Instant) { heldSince = now }

  mutating func goOn(at now: Instant) {
    guard let since = heldSince else { return }
    heldSince = nil
    began += since.duration(to: now)
    lookedAt += since.duration(to: now)
  }

  /// Whether it has had all its time, or is too slow to be waited for.
  ///
  /// - Parameters:
  ///   - received: bytes so far.
  ///   - spentBefore: by earlier transfers of the same job.
  mutating func isOverdue(
    at now: Instant, received: @autoclosure () -> Int64, spentBefore: Duration, limits: FetchLimits
  ) -> Bool {
    guard heldSince == nil else { return false }
    if spentBefore + spent(at: now) > limits.totalTime { return true }
    let time = lookedAt.duration(to: now)
    guard time > limits.patience else { return false }
    let received = received()
    defer {
      lookedAt = now
      receivedThen = received
    }
    return Double(received - receivedThen) < Double(limits.lowestSpeed) * (time / .seconds(1))
  }
}
