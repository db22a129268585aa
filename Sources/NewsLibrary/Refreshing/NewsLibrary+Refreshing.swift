import NewsFetching
package import NewsModel
package import NewsStore

extension NewsLibrary {
  /// Fetches what the reader follows and saves what is new; then the pages of articles whose source is set so.
  ///
  /// Many sources are fetched side by side; what came in is saved some times a second in short transactions and stays, whatever
  /// happens then. A source that fails is data of the report, not an error. Rules are followed for what is new. Only one program
  /// refreshes a store at a time: where another does, the report says so and nothing is done.
  ///
  /// - Parameters:
  ///   - answers: what feeds answered as they were looked for: those that were never fetched since are not asked again.
  ///   - cancellation: cancelled, it stops within some milliseconds. It is also used up where the store fails.
  ///   - progress: told how far it is, on this thread, some times a second.
  /// - Throws: where the store cannot be read or written.
  package func refresh(
    _ scope: RefreshScope = .due, with settings: FetchSettings, answers: FeedAnswers = FeedAnswers(),
    cancellation: Cancellation = Cancellation(), progress: (RefreshProgress) -> Void = { _ in }
  ) throws(StoreError) -> RefreshReport {
    guard let lock = try store.lockForRefreshing() else {
      var report = RefreshReport()
      report.isElsewhere = true
      return report
    }
    defer { withExtendedLifetime(lock) {} }
    try refoldAll { cancellation.isCancelled }
    let reading = FeedReading(store: store, settings: settings, feeds: try feeds(in: scope, at: settings.now()))
    var writer = RefreshWriter(store: store, settings: settings, total: reading.feeds.count)
    let pipeline = FetchPipeline(fetcher: settings.fetcher, cancellation: cancellation) { reading.read($0, $1) }
    progress(writer.report.progress)
    var requests: [FetchRequest] = []
    for request in reading.requests() {
      if let body = answers.body(of: request.address, at: settings.now()),
        reading.feeds[request.id].state.lastAttempt == nil
      {
        try writer.add(reading.read(request, .fetched(body)))
      } else {
        requests.append(request)
      }
    }
    try pipeline.run(requests) { (read: ReadFeed?) throws(StoreError) in
      try writer.add(read)
      if writer.isProgressDue { progress(writer.report.progress) }
    }
    try writer.save()
    if !cancellation.isCancelled {
      try fetchPages(settings, cancellation, &writer.report) { progress($0) }
    }
    if !cancellation.isCancelled {
      try recheckPages(settings, cancellation, &writer.report) { progress($0) }
    }
    if reading.feeds.isEmpty { writer.report.hasFeeds = try !store.subscriptionStates().isEmpty }
    writer.report.wasCancelled = cancellation.isCancelled
    progress(writer.report.progress)
    return writer.report
  }

  /// The subscriptions of a scope that may be fetched now.
  private func feeds(in scope: RefreshScope, at now: Timestamp) throws(StoreError) -> [FollowedFeed] {
    let policy = FetchPolicy()
    let occasion: FetchPolicy.Occasion
    var wanted: Set<Subscription.ID>?
    switch scope {
    case .due: occasion = .schedule
    case .all: occasion = .everything
    case .only(let ids):
      occasion = .thisOne
      wanted = Set(ids)
    }
    return try store.subscriptionStates().filter {
      (wanted?.contains($0.subscription.id) ?? true) && policy.isDue($0.state, now: now, occasion: occasion)
    }
    .map { FollowedFeed(subscription: $0.subscription, state: $0.state) }
  }

  /// When the next source, or page, is to be fetched; nil where there is nothing to wait for.
  package func nextRefresh(with settings: FetchSettings) throws(StoreError) -> Timestamp? {
    let states = try store.subscriptionStates().map(\.state).filter { !$0.isGone }
    let feeds = states.map { $0.nextCheck ?? settings.now() }
    return try (feeds + [store.nextPageTry()].compactMap(\.self)).min()
  }
}

/// The writing half of a refresh: gathers what was read, saves it some times a second, and keeps the report.
struct RefreshWriter {
  let store: NewsStore
  let settings: FetchSettings
  var report: RefreshReport
  private var waiting: [ReadFeed] = []
  private var waitingItems = 0
  private var lastSave = ContinuousClock.now
  private var lastProgress = ContinuousClock.now

  /// Items that wait at most, and the time that they wait at most.
  private static let batch = 500
  private static let patience = Duration.milliseconds(250)

  init(store: NewsStore, settings: FetchSettings, total: Int) {
    self.store = store
    self.settings = settings
    report = RefreshReport(progress: RefreshProgress(total: total))
  }

  /// Whether a tenth of a second has passed; begins the next.
  var isProgressDue: Bool {
    mutating get {
      guard lastProgress.duration(to: .now) >= .milliseconds(100) else { return false }
      lastProgress = .now
      return true
    }
  }

  /// Takes up what was read, and saves where enough waits or the time has come.
  ///
  /// - Parameter read: nil where nothing came for a while.
  mutating func add(_ read: ReadFeed?) throws(StoreError) {
    if let read {
      waiting.append(read)
      waitingItems += read.update.items.count
    }
    if waitingItems >= Self.batch || lastSave.duration(to: .now) >= Self.patience { try save() }
  }

  mutating func save() throws(StoreError) {
    lastSave = .now
    guard !waiting.isEmpty else { return }
    let saved = try store.save(waiting.map(\.update), at: settings.now(), zone: settings.rulesZone)
    for read in waiting {
      report.progress.done += 1
      if let failure = read.update.state.failure {
        report.progress.failed += 1
        report.failures.append(RefreshReport.Failure(read.feed.subscription, failure))
      }
      guard let saved = saved[read.feed.subscription.id] else { continue }
      report.progress.newArticles += saved.new + saved.completedStubs
      report.updatedArticles += saved.updated
      report.ruleProblems += saved.ruleProblems.filter { !report.ruleProblems.contains($0) }
    }
    waiting = []
    waitingItems = 0
  }
}
