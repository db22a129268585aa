import NewsModel
import NewsStore

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
