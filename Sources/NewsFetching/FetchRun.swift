import CCurl
import NewsModel

/// One call of `Fetcher.fetch`: the loop around libcurl's multi interface. Lives on the thread of the call.
struct FetchRun {
  private let fetcher: Fetcher
  private let pool: OpaquePointer
  private let cancellation: Cancellation
  private let report: (FetchRequest, FetchOutcome) -> Void
  private let budget: BodyBudget
  private var waiting: HostQueues<FetchJob>
  /// Those that need all the room for themselves: when the others are through, one after another.
  private var forLater = Queue<FetchJob>()
  private var idle: [Transfer] = []
  private var underWay: [Transfer] = []
  /// Time that `report` has taken: servers are not to blame for it.
  private var reporting = Duration.zero

  init(
    _ fetcher: Fetcher, pool: OpaquePointer, cancellation: Cancellation,
    report: @escaping (FetchRequest, FetchOutcome) -> Void
  ) {
    self.fetcher = fetcher
    self.pool = pool
    self.cancellation = cancellation
    self.report = report
    budget = BodyBudget(limit: fetcher.limits.bodiesSize)
    waiting = HostQueues(connectionsToHost: fetcher.limits.connectionsToHost)
  }

  mutating func run(_ requests: [FetchRequest]) {
    for request in requests where !cancellation.isCancelled {
      if let job = FetchJob(request) {
        waiting.add(job, to: job.address.endpoint)
      } else {
        tell(request, .failed(.badAddress, ServerHints()))
      }
    }
    var nextLook = now
    while !cancellation.isCancelled {
      beginWhatCan()
      guard !underWay.isEmpty, cu_pool_run(pool) else { break }
      let anyEnded = finishEnded()
      shareRoom()
      if now >= nextLook {
        endOverdue()
        nextLook = now + beat
      }
      if !anyEnded, !cancellation.isCancelled, !cu_pool_wait(pool, beat.wholeMilliseconds) { break }
    }
    for transfer in underWay { transfer.stop(in: pool) }
  }

  /// How often the limits on time are looked at.
  private var beat: Duration {
    min(.seconds(1), max(.milliseconds(10), min(fetcher.limits.totalTime, fetcher.limits.patience) / 8))
  }

  /// The clock that limits on time go by.
  private var now: SuspendingClock.Instant { SuspendingClock.now - reporting }

  private mutating func tell(_ request: FetchRequest, _ outcome: FetchOutcome) {
    let start = SuspendingClock.now
    report(request, outcome)
    reporting += start.duration(to: .now)
  }

  // MARK: Beginning and waiting

  private mutating func beginWhatCan() {
    while underWay.count < fetcher.limits.connections, let job = waiting.begin() { begin(job) }
    if underWay.isEmpty, var job = forLater.popFirst() {
      job.isPrivileged = true
      job.spent = .zero
      waiting.add(job, to: job.address.endpoint)
      if let job = waiting.begin() { begin(job) }
    }
  }

  private mutating func begin(_ job: FetchJob) {
    guard let transfer = idle.popLast() ?? Transfer(fetcher, budget: budget) else {
      return finish(job, .failed(.broken, ServerHints()))
    }
    if transfer.begin(job, in: pool, at: now) {
      underWay.append(transfer)
    } else {
      _ = transfer.end(at: now)
      idle.append(transfer)
      finish(job, .failed(.broken, ServerHints()))
    }
  }

  /// Holds back those that bring more than there is room for, and lets them go on, oldest first, when others have ended.
  private func shareRoom() {
    for transfer in underWay where transfer.isStarved && !transfer.isHeld { transfer.hold(at: now) }
    for transfer in underWay where transfer.isHeld && !budget.isSpent { transfer.goOn(at: now, isPrivileged: false) }
    // Where all wait for each other, one is let through.
    if let oldest = underWay.first, underWay.allSatisfy(\.isHeld) { oldest.goOn(at: now, isPrivileged: true) }
  }

  private mutating func endOverdue() {
    let now = now
    for transfer in underWay where transfer.isOverdue(at: now) {
      transfer.stop(in: pool)
      release(transfer)
      if let (job, _) = transfer.end(at: now) { finish(job, .failed(.timedOut, ServerHints())) }
    }
  }

  private mutating func release(_ transfer: Transfer) {
    underWay.removeAll { $0 === transfer }
    idle.append(transfer)
  }

  // MARK: What has ended

  /// - Returns: whether anything has.
  private mutating func finishEnded() -> Bool {
    var any = false
    var end = CUEnd.done
    while !cancellation.isCancelled, let context = cu_pool_take_ended(pool, &end) {
      any = true
      let transfer = Transfer.of(context)
      release(transfer)
      conclude(transfer, end)
    }
    return any
  }

  private mutating func conclude(_ transfer: Transfer, _ end: CUEnd) {
    let needsAllRoom = transfer.needsAllRoom
    guard case (var job, let body)? = transfer.end(at: now) else { return }
    if needsAllRoom {
      waiting.end(job.address.endpoint)
      forLater.append(job)
    } else if end == .broken, transfer.wasStale, !job.needsFreshConnection {
      job.needsFreshConnection = true
      waiting.end(job.address.endpoint)
      waiting.add(job, to: job.address.endpoint)
    } else if end == .badCoding, !job.takesBodyAsItComes, Self.mayBeUncoded(transfer.codings) {
      job.takesBodyAsItComes = true
      waiting.end(job.address.endpoint)
      waiting.add(job, to: job.address.endpoint)
    } else if let failure = FetchFailure(end, limit: fetcher.limits.bodySize) {
      finish(job, .failed(failure, ServerHints()))
    } else if [301, 302, 303, 307, 308].contains(transfer.status) {
      redirect(job, transfer)
    } else {
      finish(job, Self.outcome(of: job, transfer, body, now: fetcher.now()))
    }
  }

  /// Reports, and gives the place at the host free.
  private mutating func finish(_ job: FetchJob, _ outcome: FetchOutcome) {
    waiting.end(job.address.endpoint)
    tell(job.request, outcome)
  }

  /// Whether a body that could not be unpacked may be none that is packed: its coding is one that nobody knows, such as `utf-8`, or gzip,
  /// which servers claim for plain text, too.
  private static func mayBeUncoded(_ codings: [String]) -> Bool {
    codings.allSatisfy { !["deflate", "br", "zstd"].contains($0) }
  }

  /// So many bytes of an address that a server sends on to are told.
  private static let longestTold = 80

  private mutating func redirect(_ job: FetchJob, _ transfer: Transfer) {
    let hints = transfer.hints(now: fetcher.now())
    guard job.redirects < fetcher.limits.redirects else { return finish(job, .failed(.tooManyRedirects, hints)) }
    guard let location = transfer.bytes(of: "Location") else {
      return finish(job, .failed(.status(transfer.status), hints))
    }
    guard let target = job.address.redirected(to: location) else {
      let beginning = String(decoding: location.prefix(Self.longestTold), as: UTF8.self)
      return finish(job, .failed(.badRedirect(beginning), hints))
    }
    waiting.end(job.address.endpoint)
    var job = job
    job.store(cookies: transfer.setCookies)
    waiting.add(job.following(to: target, isPermanent: [301, 308].contains(transfer.status)), to: target.endpoint)
  }

  private static func outcome(of job: FetchJob, _ transfer: Transfer, _ body: [UInt8], now: Timestamp) -> FetchOutcome {
    let hints = transfer.hints(now: now)
    switch transfer.status {
    case 200, 203:
      // Packed after all, and broken.
      if job.takesBodyAsItComes, transfer.codings.contains("gzip"), body.starts(with: [0x1f, 0x8b]) {
        return .failed(.broken, hints)
      }
      let validators = transfer.status == 200 ? transfer.validators : nil
      return .fetched(
        FetchedBody(
          bytes: body, contentType: transfer.field("Content-Type"), address: job.address.text, movedTo: job.movedTo,
          validators: validators, hints: hints))
    case 304 where job.isConditional: return .notModified(hints, movedTo: job.movedTo)
    case 304: return .failed(.broken, hints)
    case let status: return .failed(.status(status), hints)
    }
  }
}

extension FetchFailure {
  /// What the end of a transfer means; nil where it brought an answer.
  fileprivate init?(_ end: CUEnd, limit: Int) {
    switch end {
    case .done: return nil
    case .badAddress: self = .badAddress
    case .hostNotFound: self = .hostNotFound
    case .noConnection: self = .noConnection
    case .timedOut: self = .timedOut
    case .insecure: self = .insecure
    case .refusedBody: self = .tooLarge(limit: limit)
    case .notHTTP: self = .notHTTP
    case .broken, .badCoding: self = .broken
    }
  }
}

/// What waits for its turn: hosts take turns, and none has more than its share of connections.
struct HostQueues<Job> {
  private struct Host {
    var jobs = Queue<Job>()
    var underWay = 0
    /// Whether it stands in `ready`.
    var isReady = false
  }

  private let connectionsToHost: Int
  private var hosts: [String: Host] = [:]
  /// Hosts with something to do and a connection to spare.
  private var ready = Queue<String>()

  init(connectionsToHost: Int) { self.connectionsToHost = connectionsToHost }

  mutating func add(_ job: Job, to name: String) {
    hosts[name, default: Host()].jobs.append(job)
    makeReady(name)
  }

  /// The next one that may begin; `end` must be called for it.
  mutating func begin() -> Job? {
    guard let name = ready.popFirst() else { return nil }
    hosts[name]?.isReady = false
    hosts[name]?.underWay += 1
    defer { makeReady(name) }
    return hosts[name]?.jobs.popFirst()
  }

  /// One of the host's has ended.
  mutating func end(_ name: String) {
    hosts[name]?.underWay -= 1
    makeReady(name)
  }

  private mutating func makeReady(_ name: String) {
    guard let host = hosts[name], !host.isReady, !host.jobs.isEmpty, host.underWay < connectionsToHost else { return }
    hosts[name]?.isReady = true
    ready.append(name)
  }
}

/// First in, first out, in constant time.
struct Queue<Element> {
  private var elements: [Element?] = []
  private var start = 0

  var isEmpty: Bool { start == elements.count }

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func popFirst() -> Element? {
    guard !isEmpty else { return nil }
    let first = elements[start]
    elements[start] = nil
    start += 1
    if start == elements.count {
      elements.removeAll(keepingCapacity: true)
      start = 0
    }
    return first
  }
}
