import NewsModel
import NewsStore

/// The writing half of a refresh: gathers what was read, saves it some times a second, and keeps the report.
struct RefreshWriter {
  let library: NewsLibrary
  let settings: FetchSettings
  var report: RefreshReport
  private var waiting: [ReadFeed] = []
  private var waitingItems = 0
  private var lastSave = ContinuousClock.now
  private var lastProgress = ContinuousClock.now
  private var lastAnnouncement = ContinuousClock.now
  private var hasNews = false

  /// Items that wait at most, and the time that they wait at most.
  private static let batch = 500
  private static let patience = Duration.milliseconds(250)

  init(library: NewsLibrary, settings: FetchSettings, total: Int) {
    self.library = library
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

  /// - Parameter read: nil where nothing came for a while.
  mutating func take(_ read: ReadFeed?) throws(LibraryError) {
    if let read {
      waiting.append(read)
      waitingItems += read.update.items.count
    }
    if waitingItems >= Self.batch || lastSave.duration(to: .now) >= Self.patience { try save() }
  }

  mutating func save() throws(LibraryError) {
    lastSave = .now
    guard !waiting.isEmpty else { return }
    let saved = try library.store.save(waiting.map(\.update), at: settings.now(), zone: settings.rulesZone)
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
      hasNews = hasNews || !saved.keys.isEmpty
    }
    waiting = []
    waitingItems = 0
    if lastAnnouncement.duration(to: .now) >= .milliseconds(500) { announce() }
  }

  /// Tells whoever shows the library what has been written since the last time.
  mutating func announce() {
    guard hasNews || report.pages > 0 else { return }
    hasNews = false
    lastAnnouncement = .now
    library.announceOwnChange()
  }
}
