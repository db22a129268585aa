import ArgumentParser
import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import TextBasics
import Wording

/// `newstape import`
struct ImportCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "import",
      .init("把保存的新闻导入新闻库。", "Brings saved news into your store."),
      .init(
        """
        可读保存的网页、文本、订阅源、JSON Lines 和 CSV，也可压缩（.gz）；OPML 和 newsboat 的 urls 文件则订\
        阅其中的网址；目录连同其中全部文件，按名称顺序，不含隐藏文件。已有的新闻不会重复，再次导入没有影响。\
        按 Ctrl-C 在当前一批之后停止；再次运行同一命令即可继续。
        """,
        """
        Reads saved pages, web pages, feeds, JSON Lines and CSV, also compressed (.gz), and subscribes to \
        the feeds of OPML and of newsboat's urls; folders with all that is in them, in the order of names \
        and without hidden files. What is in the store already is not doubled: importing twice changes \
        nothing. Ctrl-C stops after the running batch; the same command goes on from there.
        """),
      examples: [
        "newstape import ~/pages",
        "newstape import news.jsonl.gz more.csv",
        "newstape import --map title=Article_title,text=body table.csv",
        "newstape import subscriptions.opml ~/.newsboat/urls",
        "zcat archive/*.gz | newstape import -",
      ])
  }

  @Argument(help: .text("文件或目录；- 为标准输入。", "Files or folders; - is standard input.", value: .path))
  var paths: [String] = []

  @OptionGroup(title: HelpSection.records) var records: RecordOptions

  @Flag(help: .text("列出网页中剔除的行：提示、按钮、署名等。", "List the lines of pages that are left out: notices, buttons, credits."))
  var verbose = false

  @Flag(
    help: .text(
      "以发布时间为收到时间，用于回测。", "Take the time of publication for that of arrival, for back-tests."))
  var arrivedAsPublished = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let (common, map) = try records.reading(setup)
    var reading = common
    reading.arrivesAsPublished = arrivedAsPublished
    var inputs = paths.map { $0 == "-" ? ImportInput.standardInput : .path($0) }
    if inputs.isEmpty {
      guard isatty(STDIN_FILENO) == 0 else { throw CommandFailure(.usage, setup.words.nothingToRead) }
      inputs = [.standardInput]
    }
    try refuseMissing(setup.words)
    let lists = paths.filter { $0 != "-" && NewsLibrary.isSubscriptionList(atPath: $0) }
    inputs.removeAll { input in lists.contains { input == .path($0) } }
    let library = try setup.openOwnLibrary(.create)
    defer { library.closeAndLog() }
    let listStatus = try follow(lists, library, setup, &output)
    if inputs.isEmpty {
      if let listStatus { throw listStatus }
      return
    }
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    var display = ProgressDisplay(words: setup.words)
    let report = try library.importNews(
      from: inputs, reading: reading, rulesZone: setup.displayZone, cancellation: cancellation,
      progress: { display.show($0) }, removed: { if verbose { output.writeLine(setup.words.leftOut($0)) } })
    display.end()
    // What was saved can be read now, while the index is made.
    output.writeLine(setup.words.summary(report))
    if report.removedLines > 0 { output.writeLine(setup.words.leftOut(report.removedLines, areListed: verbose)) }
    for problem in report.problems where !problem.isMissing { output.writeLine(setup.words.refused(problem)) }
    if report.refused > report.problems.count {
      output.writeLine(setup.words.moreRefused(report.refused - report.problems.count))
    }
    for line in setup.words.notes(report, named: map) { output.writeLine(line) }
    if report.wasCancelled { output.writeLine(setup.words.importStopped) }
    try output.flush()
    let unindexed = try library.indexAll(cancellation: cancellation) { display.showIndexing($0, of: $1) }
    display.end()
    if unindexed > 0, !report.wasCancelled { output.writeLine(setup.words.unindexed(unindexed)) }
    try output.flush()
    for problem in report.ruleProblems { CommandRunner.reportError(setup.words.rulePassedOver(problem)) }
    for problem in report.problems where problem.isMissing {
      CommandRunner.reportError(setup.words.refused(problem))
    }
    if let status = interruption.status ?? report.exitStatus ?? listStatus { throw status }
  }

  /// Follows the feeds of lists. Returns the status of lists that held none, or too many.
  private func follow(
    _ lists: [String], _ library: NewsLibrary, _ setup: Setup, _ output: inout Output
  ) throws -> ExitStatus? {
    var status: ExitStatus?
    for path in lists {
      let report = try library.followFeeds(listedIn: path)
      output.writeLine(setup.words.followed(report))
      for problem in report.problems { output.writeLine(setup.words.refused(problem)) }
      if report.untoldProblems > 0 { output.writeLine(setup.words.moreRefused(report.untoldProblems)) }
      if report.leftOut > 0 || report.new.isEmpty && report.known == 0 { status = .badData }
    }
    try output.flush()
    return status
  }

  /// Ends here where nothing that was named is there: a slip of the fingers makes no empty store.
  private func refuseMissing(_ words: Words) throws {
    guard !paths.isEmpty, paths.allSatisfy({ $0 != "-" && !FileManager.default.fileExists(atPath: $0) }) else { return }
    for path in paths { CommandRunner.reportError(words.refused(ImportProblem(.notFound, path: path))) }
    throw ExitStatus.noInput
  }
}

extension ImportProblem {
  /// Whether something that was named is not there or cannot be read: an error, not a refusal of its content.
  fileprivate var isMissing: Bool {
    switch reason {
    case .notFound, .unreadable: true
    case .refused, .archive: false
    }
  }
}

extension ImportReport {
  fileprivate var exitStatus: ExitStatus? {
    if problems.contains(where: \.isMissing) { return .noInput }
    return articles == 0 && refused > 0 ? .badData : nil
  }
}
