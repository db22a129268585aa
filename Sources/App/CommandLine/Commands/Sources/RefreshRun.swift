import NewsLibrary
import NewsModel

/// A refresh on the command line: progress on the terminal, then a summary, then what failed.
struct RefreshRun {
  let setup: Setup
  let library: NewsLibrary
  let cancellation: RefreshCancellation
  /// What feeds answered a moment ago, as they were looked for.
  var answers = FeedAnswers()
  /// Whether a refresh that brought nothing and failed nowhere says nothing.
  var isQuiet = false
  /// Seconds between two fetches of a source that has no interval of its own; nil is the setting.
  var interval: Int?

  /// Returns how it failed; nil where at least something was fetched, or nothing was to be.
  func run(_ scope: RefreshScope, _ output: inout Output) throws -> ExitStatus? {
    var display = ProgressDisplay(messages: setup.messages)
    let report = try library.refresh(scope, with: settings, answers: answers, cancellation: cancellation) {
      display.show($0)
    }
    display.end()
    if report.isElsewhere {
      CommandRunner.reportError(setup.messages.refreshedElsewhere)
      return .failure
    }
    let progress = report.progress
    let isDull =
      progress.newArticles == 0 && report.updatedArticles == 0 && report.pages == 0 && report.failures.isEmpty
    guard !isQuiet || !isDull else { return nil }
    output.writeLine(setup.messages.summary(report))
    try output.flush()
    for failure in report.failures { CommandRunner.reportError(setup.messages.failed(failure)) }
    for problem in report.ruleProblems { CommandRunner.reportError(setup.messages.rulePassedOver(problem)) }
    let hasFailed = !report.wasCancelled && progress.done > 0 && progress.failed == progress.done
    return hasFailed ? report.failures.first?.reason.exitStatus ?? .failure : nil
  }

  private var settings: FetchSettings {
    var settings = setup.fetchSettings
    settings.interval = interval ?? settings.interval
    return settings
  }

  /// Until the next source or page is due. Not less than some seconds, so that those that fall close together are fetched together.
  func secondsToNext(atMost limit: Int) throws -> Int {
    guard let next = try library.nextRefresh(with: settings) else { return limit }
    return min(max(Int(next - .now), 15), limit)
  }

  /// Takes what came into the search index.
  func index() throws {
    let stop = LibraryCancellation()
    if cancellation.isCancelled { return }
    var display = ProgressDisplay(messages: setup.messages)
    try library.indexAll(cancellation: stop) { display.showIndexing($0, of: $1) }
    display.end()
  }
}
