import NewsFetching
import NewsModel
import NewsStore

/// What another look at an article's page brought.
private struct Look: Sendable {
  enum Sight: Sendable {
    case page(Item)
    case gone
    /// It could not be had this time, or holds no news.
    case nothing
  }

  var page: RecheckedPage
  var sight: Sight
}

extension NewsLibrary {
  /// So many pages are looked at again in one refresh; the rest comes with the next.
  private static let recheckLimit = 200

  /// Looks again at the pages of articles that the reader wants to be watched, with the manners of any other fetch.
  func recheckPages(
    _ settings: FetchSettings, _ cancellation: Cancellation, _ report: inout RefreshReport,
    progress: (RefreshProgress) -> Void
  ) throws(StoreError) {
    guard store.obstacle == nil else { return }
    let now = settings.now()
    let pages = try store.pagesToRecheck(at: now, zone: settings.sourceZone, limit: Self.recheckLimit)
    guard !pages.isEmpty else { return }
    let requests = pages.enumerated().map { FetchRequest(id: $0, address: $1.address, accepts: .page) }
    let pipeline = FetchPipeline(fetcher: settings.fetcher, cancellation: cancellation) { request, outcome in
      Look(page: pages[request.id], sight: Self.sight(outcome, settings))
    }
    var result = report
    result.progress.pagesTotal += pages.count
    try pipeline.run(requests) { (look: Look?) throws(StoreError) in
      guard let look else { return }
      switch try self.save(look, at: now) {
      case .unchanged: break
      case .changed: result.changedPages += 1
      case .withdrawn: result.withdrawnPages += 1
      }
      result.progress.pagesDone += 1
      progress(result.progress)
    }
    report = result
  }

  private static func sight(_ outcome: FetchOutcome, _ settings: FetchSettings) -> Look.Sight {
    switch outcome {
    case .fetched(let body):
      switch WebReading.page(body, zone: settings.sourceZone, now: settings.now()) {
      case .success(let item): .page(item)
      case .failure: .nothing
      }
    case .notModified: .nothing
    case .failed(let reason, _): reason.isWithdrawal ? .gone : .nothing
    }
  }

  private func save(_ look: Look, at now: Timestamp) throws(StoreError) -> RecheckResult {
    switch look.sight {
    case .page(let item): try store.saveRecheck(of: look.page, item, at: now)
    case .gone: try store.saveWithdrawal(of: look.page, at: now)
    case .nothing: try store.saveRecheck(of: look.page, nil, at: now)
    }
  }
}

extension FetchFailure {
  /// Whether the server says that the page is no longer there.
  fileprivate var isWithdrawal: Bool {
    switch self {
    case .status(404), .status(410): true
    default: false
    }
  }
}
