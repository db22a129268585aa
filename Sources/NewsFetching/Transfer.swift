import CCurl
import NewsModel

/// A handle of libcurl, used for one job after another, with the body that is coming in.
///
/// Lives on the thread of its run. libcurl knows it by its address, so it must outlive its handle's use in a pool.
final class Transfer {
  private let handle: OpaquePointer
  private let limits: FetchLimits
  private var body: IncomingBody
  private var time = TransferTime(at: .now)
  private(set) var job: FetchJob?
  /// Whether it brings more than there is room for, and is to wait for others.
  private(set) var isStarved = false
  private(set) var isHeld = false
  /// Whether it was ended because it needs all the room there is.
  private(set) var needsAllRoom = false

  /// Nil where memory is short.
  init?(_ fetcher: Fetcher, budget: BodyBudget) {
    limits = fetcher.limits
    body = IncomingBody(limit: fetcher.limits.bodySize, budget: budget)
    let made = fetcher.withOptions { options in cu_transfer_make(options, Transfer.receiver) }
    guard let made else { return nil }
    handle = made
    cu_transfer_set_context(made, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { cu_transfer_free(handle) }

  static func of(_ context: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }

  private static let receiver: cu_receiver = { context, bytes, size in
    guard let context else { return false }
    return Transfer.of(context).receive(UnsafeBufferPointer(start: bytes, count: size))
  }

  /// - Returns: false where memory is short.
  func begin(_ job: FetchJob, in pool: OpaquePointer, at now: SuspendingClock.Instant) -> Bool {
    self.job = job
    time = TransferTime(at: now)
    isStarved = false
    isHeld = false
    needsAllRoom = false
    body.isPrivileged = job.isPrivileged
    return job.fields.withCStrings { fields in
      cu_transfer_begin(
        pool, handle, job.address.text, fields.baseAddress, fields.count,
        cu_ways(fresh: job.needsFreshConnection, raw: job.takesBodyAsItComes))
    }
  }

  /// Takes the job out, and what has come of the body.
  func end(at now: SuspendingClock.Instant) -> (job: FetchJob, body: [UInt8])? {
    let bytes = body.removeBytes()
    guard var job else { return nil }
    self.job = nil
    job.spent += time.spent(at: now)
    return (job, bytes)
  }

  /// Whether it failed for a connection that had been used before, and was closed meanwhile.
  var wasStale: Bool { cu_transfer_was_stale(handle) }

  func stop(in pool: OpaquePointer) { cu_transfer_stop(pool, handle) }

  private func receive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let declared = cu_transfer_declared(handle)
    switch body.append(bytes, declared: declared < 0 ? nil : Int(declared)) {
    case .taken: return true
    case .starved:
      isStarved = true
      return true
    case .noRoom:
      needsAllRoom = true
      fallthrough
    case .tooLarge:
      // At once: others may come in before this one is looked at.
      _ = body.removeBytes()
      return false
    }
  }

  func hold(at now: SuspendingClock.Instant) {
    isHeld = true
    time.hold(at: now)
    cu_transfer_hold(handle, true)
  }

  /// - Parameter isPrivileged: whether it does not stop again where memory is short.
  func goOn(at now: SuspendingClock.Instant, isPrivileged: Bool) {
    isHeld = false
    isStarved = false
    body.isPrivileged = isPrivileged
    time.goOn(at: now)
    cu_transfer_hold(handle, false)
  }

  func isOverdue(at now: SuspendingClock.Instant) -> Bool {
    time.isOverdue(
      at: now, received: cu_transfer_received(handle), spentBefore: job?.spent ?? .zero, limits: limits)
  }

  // MARK: What the answer says

  var status: Int { Int(cu_transfer_status(handle)) }

  /// The value of a field in its own bytes; of several with this name that with an index.
  func bytes(of name: String, at index: Int = 0) -> [UInt8]? {
    var size = 0
    guard let value = cu_transfer_field(handle, name, index, &size) else { return nil }
    return Array(UnsafeBufferPointer(start: value, count: size))
  }

  /// The cookies that the answer sets; what is no UTF-8 is left out.
  var setCookies: [String] {
    (0..<Self.mostCookies).lazy.map { self.bytes(of: "Set-Cookie", at: $0) }.prefix { $0 != nil }.compactMap {
      $0.flatMap { String(validating: $0, as: UTF8.self) }
    }
  }

  private static let mostCookies = 50

  /// How the answer says that its body is coded, in small letters; none where it does not say.
  var codings: [String] {
    (field("Content-Encoding") ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
  }

  /// The value of a field of the header; nil where there is none, or it is no UTF-8.
  func field(_ name: String) -> String? {
    bytes(of: name).flatMap { String(validating: $0, as: UTF8.self) }
  }

  func hints(now: Timestamp) -> ServerHints {
    ServerHints(
      now: now,
      date: { text in
        let moment = cu_date(text)
        return moment < 0 ? nil : Timestamp(moment)
      },
      field: field)
  }

  var validators: FetchValidators? {
    let tag = field("ETag").flatMap { FetchJob.canBeSent($0) ? $0 : nil }
    let date = field("Last-Modified").flatMap { FetchJob.canBeSent($0) ? $0 : nil }
    return tag == nil && date == nil ? nil : FetchValidators(entityTag: tag, lastModified: date)
  }
}

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
