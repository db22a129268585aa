import CCurl
package import NewsModel

/// Fetches many addresses side by side, politely: few connections to a host, conditional requests, limits on everything that
/// servers could overdo, no referer, and cookies only until a chain of redirects ends. `http` and `https` only, after redirects
/// too; certificates are checked.
///
/// It holds nothing but how to fetch. Each call has connections of its own, which its requests share.
package final class Fetcher: Sendable {
  package let limits: FetchLimits
  private let userAgent: String
  private let proxy: String?
  let now: @Sendable () -> Timestamp

  /// - Parameters:
  ///   - userAgent: names the program and where to read about it, such as `newstape/1.0 (+https://…)`.
  ///   - proxy: the address of a proxy; "" for none whatever the environment says; nil to do as the environment says
  ///     (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`).
  ///   - now: the clock that dates of servers are compared with.
  package init(
    limits: FetchLimits = FetchLimits(), userAgent: String, proxy: String? = nil,
    now: @escaping @Sendable () -> Timestamp = { .now }
  ) {
    self.limits = limits
    self.userAgent = userAgent
    self.proxy = proxy
    self.now = now
  }

  /// Fetches all, on the calling thread, and returns when each has been reported or the fetch is cancelled.
  ///
  /// - Parameter onOutcome: called on the calling thread, in the order in which answers come in, once for each request.
  ///   Bodies are not kept. While it runs nothing is read from the network, so it may take its time: what it takes counts
  ///   towards no limit but that on connecting.
  package func fetch(
    _ requests: [FetchRequest], cancellation: Cancellation = Cancellation(),
    onOutcome: (FetchRequest, FetchOutcome) -> Void
  ) {
    guard let pool = cu_pool_make(Int32(limits.connections)) else {
      for request in requests { onOutcome(request, .failed(.broken, ServerHints())) }
      return
    }
    defer { cu_pool_free(pool) }
    let waker = Waker(pool: pool)
    cancellation.whileWaking(waker.wake) {
      withoutActuallyEscaping(onOutcome) { report in
        var run = FetchRun(self, pool: pool, cancellation: cancellation, report: report)
        run.run(requests)
      }
    }
  }

  // Unchecked: waking is the one thing that libcurl lets another thread do, and it does nothing else.
  private struct Waker: @unchecked Sendable {
    let pool: OpaquePointer
    func wake() { cu_pool_wake(pool) }
  }

  /// How every transfer behaves, as C has it.
  func withOptions<Result>(_ body: (UnsafePointer<cu_options>) -> Result) -> Result {
    userAgent.withCString { userAgent in
      withOptionalCString(proxy) { proxy in
        var options = cu_options(
          user_agent: userAgent, proxy: proxy, connect_milliseconds: limits.connectTime.wholeMilliseconds,
          header_bytes: limits.headerSize, error_body_bytes: 64 << 10)
        return body(&options)
      }
    }
  }
}

private func withOptionalCString<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
  guard let text else { return body(nil) }
  return text.withCString(body)
}

extension Duration {
  var wholeMilliseconds: Int32 {
    Int32(clamping: components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
  }
}

/// What a fetcher does not go beyond, whatever servers do.
package struct FetchLimits: Hashable, Sendable {
  /// Bytes of a body once unpacked: a megabyte on the wire can be a gigabyte then.
  package var bodySize = 16 << 20
  /// Bytes of all bodies that are on their way. It holds large ones back while others are under way, and may be exceeded by
  /// one `bodySize`.
  package var bodiesSize = 24 << 20
  /// Bytes of the headers of an answer.
  package var headerSize = 64 << 10
  /// Time for a request with all its redirects, waiting for its turn not counted.
  package var totalTime = Duration.seconds(30)
  package var connectTime = Duration.seconds(10)
  /// A transfer must bring `lowestSpeed` bytes a second over every such time, the wait for the first byte included.
  package var patience = Duration.seconds(10)
  package var lowestSpeed = 200
  package var redirects = 5
  /// Connections to a host (with its port) at once.
  package var connectionsToHost = 4
  /// Connections at once.
  package var connections = 24

  package init() {}
}

extension [String] {
  /// Calls `body` with the texts as C has them: valid until it returns.
  func withCStrings<Result>(_ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    var starts: [Int] = []
    var bytes: [CChar] = []
    for text in self {
      starts.append(bytes.count)
      bytes.append(contentsOf: text.utf8CString)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      starts.map { start in bytes.baseAddress.map { $0 + start } }.withUnsafeBufferPointer(body)
    }
  }
}
