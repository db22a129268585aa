package import NewsModel
package import TextBasics
import Wording

/// Fetching sources: the refresh that goes on, and what the reader asked for meanwhile.
struct Refresh: Feature {
  enum Event: Sendable {
    /// The dashboard begins.
    case started
    /// Another store is shown from now on.
    case storeChanged
    /// The reader asks for it. One refresh goes on at a time; what is asked for meanwhile waits.
    case begin(RefreshScope)
    /// It is to be looked whether sources are due.
    case due
    case stop
    case progressed(RefreshProgress)
    /// Sources are through: their news is counted, and shown where nothing is shown yet.
    case arrived
    case ended(RefreshEnd)
  }

  /// A refresh that is going on.
  struct Run: Hashable, Sendable {
    fileprivate(set) var request: RefreshRequest
    fileprivate(set) var progress = RefreshProgress()
    /// New articles that the screen knows of.
    fileprivate(set) var announced = 0
    /// The reader does not want the rest.
    fileprivate(set) var isStopping = false
  }

  /// News that comes in is counted after this rest, so that a burst of sources is counted once.
  static let arrivalDelay = 500
  /// How often it is looked whether a source is due.
  static let dueDelay = 60_000
  /// Sources are not fetched by themselves before the first list has been drawn.
  static let firstDueDelay = 2_000

  /// Whether sources are fetched when their time has come, without being asked.
  private let isAutomatic: Bool
  private(set) var run: Run?
  private var waiting: [RefreshRequest] = []
  /// News that came in will be counted soon.
  private var isArrivalDue = false

  init(isAutomatic: Bool) { self.isAutomatic = isAutomatic }

  /// Whether Esc stops it: one that is seen, and that is not stopping yet.
  var isStoppable: Bool { run.map { !$0.isStopping && $0.progress.total + $0.progress.pagesTotal > 0 } ?? false }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    var outcomes: [Outcome] = []
    switch event {
    case .started:
      if isAutomatic, !environment.presentation.isSample {
        outcomes.append(.wake(.refreshDue, afterMilliseconds: Self.firstDueDelay))
      }
    case .storeChanged: if isAutomatic { outcomes.append(.wake(.refreshDue, afterMilliseconds: Self.dueDelay)) }
    case .begin(let scope): begin(scope, environment, &outcomes)
    case .due:
      if run == nil { begin(RefreshRequest(.due, isAutomatic: true), &outcomes) }
      outcomes.append(.wake(.refreshDue, afterMilliseconds: Self.dueDelay))
    case .stop: stop(environment, &outcomes)
    case .progressed(let progress): show(progress, environment, &outcomes)
    case .arrived: announce(&outcomes)
    case .ended(let end): finish(end, environment, &outcomes)
    }
    return outcomes
  }

  // MARK: - Asking

  private mutating func begin(_ scope: RefreshScope, _ environment: Environment, _ outcomes: inout [Outcome]) {
    let request = RefreshRequest(scope)
    guard let run else {
      begin(request, &outcomes)
      return
    }
    if case .only = scope {
      if !waiting.contains(request) { waiting.append(request) }
    } else if run.request.isAutomatic {
      waiting = [request]
    } else {
      outcomes.notify(environment.words.alreadyRefreshing)
    }
  }

  private mutating func begin(_ request: RefreshRequest, _ outcomes: inout [Outcome]) {
    run = Run(request: request)
    outcomes.append(.effect(.refresh(request)))
  }

  private mutating func stop(_ environment: Environment, _ outcomes: inout [Outcome]) {
    waiting = []
    guard run != nil else {
      outcomes.notify(environment.words.nothingRefreshing)
      return
    }
    run?.isStopping = true
    outcomes.notify(environment.words.stopping)
    outcomes.append(.effect(.stopRefresh))
  }

  // MARK: - Progress

  private mutating func show(_ progress: RefreshProgress, _ environment: Environment, _ outcomes: inout [Outcome]) {
    guard let known = run?.progress else { return }
    run?.progress = progress
    let isSeen = environment.page == .sources && progress.done > known.done
    guard isSeen || progress.newArticles > known.newArticles, !isArrivalDue else { return }
    isArrivalDue = true
    outcomes.append(.wake(.arrival, afterMilliseconds: Self.arrivalDelay))
  }

  private mutating func announce(_ outcomes: inout [Outcome]) {
    isArrivalDue = false
    guard let known = run else { return }
    if known.progress.newArticles > known.announced {
      run?.announced = known.progress.newArticles
      outcomes.append(.libraryChanged)
    } else {
      outcomes.append(.sourcesOutdated)
    }
  }

  private mutating func finish(_ end: RefreshEnd, _ environment: Environment, _ outcomes: inout [Outcome]) {
    let isAutomatic = run?.request.isAutomatic ?? true
    run = nil
    switch end {
    case .done(let report): tell(report, isAutomatic: isAutomatic, environment, &outcomes)
    case .failed(let reason): outcomes.append(.notify(reason, isError: true))
    }
    if !waiting.isEmpty { begin(waiting.removeFirst(), &outcomes) }
  }

  /// Says what came in, where the reader asked for it. Failures stand in the log in either case.
  private func tell(
    _ report: RefreshReport, isAutomatic: Bool, _ environment: Environment, _ outcomes: inout [Outcome]
  ) {
    let words = environment.words
    let isTold = !isAutomatic || report.wasCancelled
    // A message is kept in the log, too.
    let only = isTold && report.progress.total == 1 ? report.failures.first : nil
    if only == nil { outcomes += report.failures.map { .record(SafeText(words.failed($0)), isError: true) } }
    outcomes += report.ruleProblems.map { .record(SafeText(words.passedOver($0)), isError: true) }
    if report.progress.total > 0 || report.pages > 0 { outcomes.append(.libraryChanged) }
    if report.progress.newArticles > 0 { outcomes.append(.refreshBroughtNews) }
    guard isTold else { return }
    guard !report.isElsewhere else {
      outcomes.notify(words.refreshedElsewhere)
      return
    }
    guard report.progress.total > 0 || report.pages + report.failedPages > 0 else {
      outcomes.notify(words.nothingToRefresh(hasFeeds: report.hasFeeds))
      return
    }
    if let only {
      outcomes.notify(words.failed(only), isError: true)
    } else {
      let isError = report.progress.failed > 0 && report.progress.newArticles == 0
      outcomes.notify(words.refreshed(report), isError: isError)
    }
  }
}

/// A refresh of sources, as the dashboard asks for it.
package struct RefreshRequest: Hashable, Sendable {
  package var scope: RefreshScope
  /// Whether it is made because the time has come, not because the reader asks.
  package var isAutomatic: Bool

  package init(_ scope: RefreshScope, isAutomatic: Bool = false) {
    self.scope = scope
    self.isAutomatic = isAutomatic
  }
}

/// How a refresh ended.
package enum RefreshEnd: Hashable, Sendable {
  case done(RefreshReport)
  /// It could not be made at all; the text says why.
  case failed(SafeText)
}
