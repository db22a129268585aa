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
    _ requests: [FetchRequest], cancellation: FetchCancellation = FetchCancellation(),
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
