internal import CCurl
internal import NewsModel

/// A handle of libcurl, used for one job after another, with the body that is coming in.
///
/// Lives on the thread of its run. libcurl knows it by its address, so it must outlive its handle's use in a pool.
final class Transfer {
  private let handle: OpaquePointer
  private let limits: FetchLimits
  private(set) var body: [UInt8] = []
  private(set) var job: FetchJob?
  private var began = SuspendingClock.now
  /// When the speed was last looked at, and what had come by then.
  private var lookedAt = SuspendingClock.now
  private var receivedThen: Int64 = 0

  /// Nil where memory is short.
  init?(_ fetcher: Fetcher) {
    limits = fetcher.limits
    let made = fetcher.withManners { manners in cu_transfer_make(manners, Transfer.receiver) }
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

  /// False where memory is short.
  func begin(_ job: FetchJob, in pool: OpaquePointer, at now: SuspendingClock.Instant) -> Bool {
    self.job = job
    began = now
    lookedAt = now
    receivedThen = 0
    return job.fields.withCStrings { fields in
      cu_transfer_begin(pool, handle, job.address.text, fields.baseAddress, fields.count)
    }
  }

  /// Takes the job out. The body goes with it, or is gone.
  func end(at now: SuspendingClock.Instant) -> FetchJob? {
    defer {
      job = nil
      body = []
    }
    job?.spent += began.duration(to: now)
    return job
  }

  func stop(in pool: OpaquePointer) { cu_transfer_stop(pool, handle) }

  private func receive(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if body.isEmpty {
      let declared = cu_transfer_declared(handle)
      if declared > limits.bodySize { return false }
      if declared > 0 { body.reserveCapacity(Int(declared)) }
    }
    guard body.count + bytes.count <= limits.bodySize else {
      body = []
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }

  /// Whether it has had all its time, or is too slow to be waited for.
  func isOverdue(at now: SuspendingClock.Instant) -> Bool {
    let spent = job?.spent ?? .zero
    if spent + began.duration(to: now) > limits.totalTime { return true }
    guard lookedAt.duration(to: now) > limits.patience else { return false }
    let received = cu_transfer_received(handle)
    defer {
      lookedAt = now
      receivedThen = received
    }
    let seconds = Double(limits.patience.components.seconds) + Double(limits.patience.components.attoseconds) / 1e18
    return Double(received - receivedThen) < Double(limits.lowestSpeed) * seconds
  }

  // MARK: What the answer says

  var status: Int { Int(cu_transfer_status(handle)) }

  var redirect: WebAddress? {
    guard let address = cu_transfer_redirect(handle) else { return nil }
    var bytes: [UInt8] = []
    for character in UnsafeBufferPointer(start: address, count: WebAddress.longest + 1) {
      guard character != 0 else { break }
      bytes.append(UInt8(bitPattern: character))
    }
    return WebAddress(bytes: bytes)
  }

  /// The value of a field of the header; nil where there is none, or it is no UTF-8.
  func field(_ name: String) -> String? {
    cu_transfer_field(handle, name).flatMap { String(validatingCString: $0) }
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
