import ArgumentParser
import Dispatch
import NewsFetching
import NewsLibrary
import NewsModel
import NewsStore
import Wording

/// `newstape refresh`
struct RefreshCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "refresh",
      .init("刷新订阅，取回新闻。", "Fetches what is new from your feeds."),
      .init(
        """
        不写名称即刷新全部，但已停用的和要求暂缓的除外。边取边存；按 Ctrl-C 立即停止。除非全部失败，退出码\
        为 0。

        加 --every 则持续运行，到时间就刷新，有新增时输出一行：适合作为服务运行。
        """,
        """
        Without names all feeds are fetched, except those that are gone for good or asked to be left alone. \
        What came in is saved while the rest is still being fetched; Ctrl-C stops at once. The exit code is \
        0 unless every feed failed.

        With --every it goes on until it is stopped, fetches each feed when its time has come, and says one \
        line when something came in: for a service.
        """),
      examples: [
        "newstape refresh",
        "newstape refresh 晨报 \"Harbor Wire\"",
        "newstape refresh --every 10m",
      ])
  }

  @Argument(help: .text("订阅的名称或网址；不写即全部。", "Feeds by name or address; left out, all.", value: .source))
  var sources: [String] = []

  @Option(
    help: .text("持续运行，每隔这么久刷新一次：90s、10m、1h。", "Go on, and fetch each feed this often: 90s, 10m, 1h.", value: .time))
  var every: String?

  @Flag(help: .text("只刷新已到时间的订阅。", "Only feeds whose time has come."))
  var due = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let interval = try every.map { try Self.seconds($0, setup.words) }
    try setup.withOwnLibrary { library in
      let named = try library.store.subscriptions(named: sources, setup.words)
      if try library.store.subscriptions().isEmpty { CommandRunner.reportError(setup.words.nothingFollowed) }
      let cancellation = Cancellation()
      let stopped = DispatchSemaphore(value: 0)
      let interruption = Interruption {
        cancellation.cancel()
        stopped.signal()
      }
      defer { withExtendedLifetime(interruption) {} }
      var run = RefreshRun(setup: setup, library: library, cancellation: cancellation)
      let scope: RefreshScope = named.isEmpty ? (due ? .due : .all) : .only(named.map(\.id))
      guard let interval else {
        let status = try run.run(scope, &output)
        try run.index()
        if let status = interruption.status ?? status { throw status }
        return
      }
      run.isQuiet = true
      run.interval = interval
      var pause: Int
      repeat {
        // One that fails now may do the next time.
        _ = try run.run(named.isEmpty ? .due : scope, &output)
        try run.index()
        pause = try named.isEmpty ? run.secondsToNext(atMost: interval) : interval
      } while !cancellation.isCancelled && stopped.wait(timeout: .now() + .seconds(pause)) == .timedOut
    }
  }

  private static func seconds(_ text: String, _ words: Words) throws -> Int {
    let units = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    let number = Int(text.dropLast())
    guard let unit = text.last.flatMap({ units[String($0)] }), let number, (1...10_000).contains(number),
      number * unit >= shortestInterval
    else { throw CommandFailure(.usage, words.badInterval(text)) }
    return number * unit
  }

  /// In seconds.
  private static let shortestInterval = 60
}

/// A refresh on the command line: progress on the terminal, then a summary, then what failed.
struct RefreshRun {
  let setup: Setup
  let library: NewsLibrary
  let cancellation: Cancellation
  /// What feeds answered a moment ago, as they were looked for.
  var answers = FeedAnswers()
  /// Whether a refresh that brought nothing and failed nowhere says nothing.
  var isQuiet = false
  /// Seconds between two fetches of a source that has no interval of its own; nil is the setting.
  var interval: Int?

  /// Returns how it failed; nil where at least something was fetched, or nothing was to be.
  func run(_ scope: RefreshScope, _ output: inout Output) throws -> ExitStatus? {
    var display = ProgressDisplay(words: setup.words)
    let report = try library.refresh(scope, with: settings, answers: answers, cancellation: cancellation) {
      display.show($0)
    }
    display.end()
    if report.isElsewhere {
      CommandRunner.reportError(setup.words.anotherRefreshes)
      return .failure
    }
    let progress = report.progress
    let isDull =
      progress.newArticles == 0 && report.updatedArticles == 0 && report.pages == 0 && report.failures.isEmpty
    guard !isDull || !isQuiet && report.hasFeeds else { return nil }
    output.writeLine(setup.words.summary(report))
    try output.flush()
    for failure in report.failures { CommandRunner.reportError(setup.words.couldNotFetch(failure)) }
    for problem in report.ruleProblems { CommandRunner.reportError(setup.words.rulePassedOver(problem)) }
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
    if cancellation.isCancelled { return }
    var display = ProgressDisplay(words: setup.words)
    try library.indexAll(cancellation: cancellation) { display.showIndexing($0, of: $1) }
    display.end()
  }
}
