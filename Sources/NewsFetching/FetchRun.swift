internal import CCurl
internal import NewsModel

/// One call of `Fetcher.fetch`: the loop around libcurl's multi interface. Lives on the thread of the call.
struct FetchRun {
  private let fetcher: Fetcher
  private let pool: OpaquePointer
  private let report: (FetchRequest, FetchOutcome) -> Void
  private var waiting: HostQueues<FetchJob>
  private var idle: [Transfer] = []
  private var underWay: [Transfer] = []
  /// Time that `report` has taken: servers are not to blame for it.
  private var pausedFor = Duration.zero

  init(_ fetcher: Fetcher, pool: OpaquePointer, report: @escaping (FetchRequest, FetchOutcome) -> Void) {
    self.fetcher = fetcher
    self.pool = pool
    self.report = report
    waiting = HostQueues(connectionsToHost: fetcher.limits.connectionsToHost)
  }

  mutating func run(_ requests: [FetchRequest], cancellation: FetchCancellation) {
    for request in requests {
      guard let job = FetchJob(request) else {
        tell(request, .failed(.badAddress, ServerHints()))
        continue
      }
      waiting.add(job, to: job.address.host)
    }
    var lookAgain = now
    while !cancellation.isCancelled {
      beginWhatCan()
      if underWay.isEmpty { break }
      guard cu_pool_run(pool) else { break }
      let ended = takeEnded(cancellation)
      if now >= lookAgain {
        endOverdue()
        lookAgain = now + beat
      }
      if !ended, !underWay.isEmpty, !cancellation.isCancelled {
        guard cu_pool_wait(pool, beat.wholeMilliseconds) else { break }
      }
    }
    for transfer in underWay { transfer.stop(in: pool) }
    underWay = []
  }

  /// How often the limits on time are looked at.
  private var beat: Duration {
    let shortest = min(fetcher.limits.totalTime, fetcher.limits.patience)
    return min(.seconds(1), max(.milliseconds(10), shortest / 8))
  }

  /// The clock that limits on time go by.
  private var now: SuspendingClock.Instant { SuspendingClock.now - pausedFor }

  private mutating func tell(_ request: FetchRequest, _ outcome: FetchOutcome) {
    let start = SuspendingClock.now
    report(request, outcome)
    pausedFor += start.duration(to: .now)
  }

  private mutating func beginWhatCan() {
    while underWay.count < fetcher.limits.connections, let job = waiting.begin() {
      guard let transfer = idle.popLast() ?? Transfer(fetcher) else {
        finish(job, .failed(.broken, ServerHints()))
        continue
      }
      if transfer.begin(job, in: pool, at: now) {
        underWay.append(transfer)
      } else {
        _ = transfer.end(at: now)
        idle.append(transfer)
        finish(job, .failed(.broken, ServerHints()))
      }
    }
  }

  /// Handles the transfers that have ended; whether there were any.
  private mutating func takeEnded(_ cancellation: FetchCancellation) -> Bool {
    var any = false
    var end = CUEnd.done
    while !cancellation.isCancelled, let context = cu_pool_take_ended(pool, &end) {
      any = true
      let transfer = Transfer.of(context)
      underWay.removeAll { $0 === transfer }
      conclude(transfer, end)
      idle.append(transfer)
    }
    return any
  }

  private mutating func endOverdue() {
    let now = now
    for transfer in underWay where transfer.isOverdue(at: now) {
      transfer.stop(in: pool)
      underWay.removeAll { $0 === transfer }
      if let job = transfer.end(at: now) { finish(job, .failed(.timedOut, ServerHints())) }
      idle.append(transfer)
    }
  }

  /// Gives the place at the host free and reports.
  private mutating func finish(_ job: FetchJob, _ outcome: FetchOutcome) {
    waiting.end(job.address.host)
    tell(job.request, outcome)
  }

  private mutating func conclude(_ transfer: Transfer, _ end: CUEnd) {
    guard end == .done else {
      guard let job = transfer.end(at: now) else { return }
      finish(job, .failed(FetchFailure(end, limit: fetcher.limits.bodySize), ServerHints()))
      return
    }
    let status = transfer.status
    switch status {
    case 301, 302, 303, 307, 308: redirect(transfer, status)
    default:
      let outcome = outcome(of: transfer, status)
      guard let job = transfer.end(at: now) else { return }
      finish(job, outcome)
    }
  }

  private mutating func redirect(_ transfer: Transfer, _ status: Int) {
    let target = transfer.redirect
    let hints = transfer.hints(now: fetcher.now())
    let saysWhere = transfer.field("Location") != nil
    guard var job = transfer.end(at: now) else { return }
    guard let target else {
      return finish(job, .failed(saysWhere ? .badAddress : .status(status), hints))
    }
    guard job.redirects < fetcher.limits.redirects else { return finish(job, .failed(.tooManyRedirects, hints)) }
    waiting.end(job.address.host)
    job.follow(to: target, isPermanent: status == 301 || status == 308)
    waiting.add(job, to: target.host)
  }

  private func outcome(of transfer: Transfer, _ status: Int) -> FetchOutcome {
    let hints = transfer.hints(now: fetcher.now())
    guard let job = transfer.job else { return .failed(.broken, hints) }
    switch status {
    case 200, 203:
      return .fetched(
        FetchedBody(
          bytes: transfer.body, contentType: transfer.field("Content-Type"), address: job.address.text,
          movedTo: job.movedTo, validators: status == 200 ? transfer.validators : nil, hints: hints))
    case 304 where job.isConditional: return .notModified(hints, movedTo: job.movedTo)
    case 304: return .failed(.broken, hints)
    default: return .failed(.status(status), hints)
    }
  }
}

extension FetchFailure {
  /// What the end of a transfer that brought no answer means.
  fileprivate init(_ end: CUEnd, limit: Int) {
    switch end {
    case .badAddress: self = .badAddress
    case .hostNotFound: self = .hostNotFound
    case .noConnection: self = .noConnection
    case .timedOut: self = .timedOut
    case .insecure: self = .insecure
    case .refusedBody: self = .tooLarge(limit: limit)
    case .done, .broken: self = .broken
    }
  }
}
