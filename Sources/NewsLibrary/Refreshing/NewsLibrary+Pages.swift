import NewsFetching
import NewsModel
import NewsStore

/// What became of the fetch of an article's page.
private struct ReadPage: Sendable {
  var page: AwaitedPage
  var result: Result<Item, FetchProblem>

  struct FetchProblem: Error {
    var reason: FetchFailure
  }
}

extension NewsLibrary {
  /// So many pages are fetched in one refresh; the rest comes with the next.
  private static let pageLimit = 500
  /// Seconds after the first failure, the second and so on; after the last of them a page is given up.
  private static let pauses: [Int64] = [900, 3_600, 4 * 3_600, 12 * 3_600, 24 * 3_600]

  /// Fetches the pages of articles whose time has come.
  func fetchPages(
    _ settings: FetchSettings, _ cancellation: Cancellation, _ report: inout RefreshReport,
    progress: (RefreshProgress) -> Void
  ) throws(StoreError) {
    let pages = try store.awaitedPages(at: settings.now(), limit: Self.pageLimit)
    guard !pages.isEmpty else { return }
    let requests = pages.enumerated().map { FetchRequest(id: $0, address: $1.address, accepts: .page) }
    let pipeline = FetchPipeline(fetcher: settings.fetcher, cancellation: cancellation) { request, outcome in
      ReadPage(page: pages[request.id], result: Self.read(outcome, settings))
    }
    var result = report
    result.progress.pagesTotal = pages.count
    try pipeline.run(requests) { (read: ReadPage?) throws(StoreError) in
      guard let read else { return }
      if try self.save(read, settings) { result.pages += 1 } else { result.failedPages += 1 }
      result.progress.pagesDone += 1
      progress(result.progress)
    }
    report = result
  }

  private static func read(_ outcome: FetchOutcome, _ settings: FetchSettings) -> Result<Item, ReadPage.FetchProblem> {
    switch outcome {
    case .fetched(let body):
      WebReading.page(body, zone: settings.sourceZone, now: settings.now())
        .mapError { _ in ReadPage.FetchProblem(reason: .notNews) }
    case .notModified: .failure(ReadPage.FetchProblem(reason: .broken))
    case .failed(let reason, _): .failure(ReadPage.FetchProblem(reason: reason))
    }
  }

  /// Returns whether the page's text is shown now.
  private func save(_ read: ReadPage, _ settings: FetchSettings) throws(StoreError) -> Bool {
    switch read.result {
    case .success(let item): return try store.savePage(item, of: read.page.key, at: settings.now())
    case .failure(let problem):
      let pause = problem.reason.isFinal ? nil : Self.pauses.dropFirst(read.page.attempts).first
      try store.notePageFailure(problem.reason, of: read.page.key, nextTry: pause.map { settings.now() + $0 })
      return false
    }
  }
}

extension FetchFailure {
  /// Whether another attempt cannot help.
  fileprivate var isFinal: Bool {
    switch self {
    case .badAddress, .badRedirect, .tooLarge, .notNews, .status(404), .status(410): true
    default: false
    }
  }
}
