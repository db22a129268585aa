import NewsModel
import TextBasics

extension State {
  /// News that comes in is counted after this rest, so that a burst of sources is counted once.
  static let arrivalDelay = 500
  /// How often it is looked whether a source is due.
  static let dueDelay = 60_000
  /// Sources are not fetched by themselves before the first list has been drawn.
  static let firstDueDelay = 2_000

  // MARK: - Asking

  /// Refreshes sources because the reader asks for it. One refresh goes on at a time; what is asked for meanwhile waits.
  mutating func startRefresh(_ scope: RefreshScope, _ effects: inout [Effect]) {
    let request = RefreshRequest(scope)
    guard refresh != nil else {
      begin(request, &effects)
      return
    }
    if case .only = scope {
      if !waitingRefreshes.contains(request) { waitingRefreshes.append(request) }
    } else if refresh?.request.isAutomatic == true {
      waitingRefreshes = [request]
    } else {
      notify(words: presentation.words.alreadyRefreshing, &effects)
    }
  }

  /// Looks now and then whether sources are due, as long as the program is open.
  mutating func refreshIfDue(_ effects: inout [Effect]) {
    if refresh == nil { begin(RefreshRequest(.due, isAutomatic: true), &effects) }
    wake(.refreshDue, afterMilliseconds: Self.dueDelay, &effects)
  }

  private mutating func begin(_ request: RefreshRequest, _ effects: inout [Effect]) {
    refresh = RefreshRun(request: request)
    effects.append(.refresh(request))
  }

  mutating func stopRefresh(_ effects: inout [Effect]) {
    waitingRefreshes = []
    guard refresh != nil else {
      notify(words: presentation.words.nothingRefreshing, &effects)
      return
    }
    refresh?.isStopping = true
    notify(words: presentation.words.stopping, &effects)
    effects.append(.stopRefresh)
  }

  /// Whether Esc stops a refresh: one that is seen, and that is not stopping yet.
  var isRefreshStoppable: Bool {
    refresh.map { !$0.isStopping && $0.progress.total + $0.progress.pagesTotal > 0 } ?? false
  }

  // MARK: - Progress

  mutating func refreshProgressed(_ progress: RefreshProgress, _ effects: inout [Effect]) {
    guard let known = refresh?.progress else { return }
    refresh?.progress = progress
    let isSeen = page == .sources && progress.done > known.done
    guard isSeen || progress.newArticles > known.newArticles, !isArrivalDue else { return }
    isArrivalDue = true
    wake(.arrival, afterMilliseconds: Self.arrivalDelay, &effects)
  }

  /// Sources are through: their news is counted, and shown where nothing is shown yet.
  mutating func newsArrived(_ effects: inout [Effect]) {
    isArrivalDue = false
    guard let run = refresh else { return }
    if run.progress.newArticles > run.announced {
      refresh?.announced = run.progress.newArticles
      libraryChanged(&effects)
    } else {
      sourcesOutdated(&effects)
    }
  }

  mutating func refreshEnded(_ end: RefreshEnd, _ effects: inout [Effect]) {
    let request = refresh?.request
    refresh = nil
    switch end {
    case .done(let report): tell(report, isAutomatic: request?.isAutomatic ?? true, &effects)
    case .failed(let reason): notify(reason, isError: true, &effects)
    }
    if !waitingRefreshes.isEmpty { begin(waitingRefreshes.removeFirst(), &effects) }
  }

  /// Says what came in, where the reader asked for it. Failures stand in the log in either case.
  private mutating func tell(_ report: RefreshReport, isAutomatic: Bool, _ effects: inout [Effect]) {
    let words = presentation.words
    for failure in report.failures { record(SafeText(words.failed(failure)), isError: true) }
    for problem in report.ruleProblems { record(SafeText(words.passedOver(problem)), isError: true) }
    if report.progress.total > 0 || report.pages > 0 { libraryChanged(&effects) }
    guard !isAutomatic || report.wasCancelled else { return }
    guard !report.isElsewhere else {
      notify(words: words.refreshedElsewhere, &effects)
      return
    }
    guard report.progress.total > 0 || report.pages + report.failedPages > 0 else {
      notify(words: words.nothingToRefresh(add: presentation.keyName(of: .addSource)), &effects)
      return
    }
    if report.progress.total == 1, let failure = report.failures.first {
      notify(words: words.failed(failure), isError: true, &effects)
    } else {
      let isError = report.progress.failed > 0 && report.progress.newArticles == 0
      notify(words: words.refreshed(report, log: presentation.keys(for: .log).first ?? ""), isError: isError, &effects)
    }
  }

  // MARK: - The store

  /// Another store took the place of the one before, as the reader's own after the sample: everything is read anew.
  mutating func storeChanged(isSample: Bool, _ effects: inout [Effect]) {
    drop(RequestSlot.allCases.filter { $0 != .theme }, effects: &effects)
    presentation.isSample = isSample
    filter = .all
    filterSource = nil
    filterHistory = []
    order = .newestFirst
    unindexedCount = 0
    listBeforeTyping = nil
    timeline = Timeline()
    reader = Reader()
    forgetFeatures()
    sources = SourcesPage()
    if page == .sources { loadSources(&effects) }
    if page == .saved { send(.saved(.shown), &effects) }
    loadFeed(selecting: nil, &effects)
    loadStatistics(&effects)
    if refreshesByItself { wake(.refreshDue, afterMilliseconds: Self.dueDelay, &effects) }
  }
}
