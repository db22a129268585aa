import ArgumentParser
import Dispatch
import Foundation
import Log
import NewsLibrary
import NewsModel
import NewsStore
import TextBasics
import Wording

/// `newstape watch`
struct WatchCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "watch",
      .init(
        "实时输出新到的标题，无论由哪个程序收进。",
        "Prints headlines as they arrive, whichever program brings them in."),
      .init(
        """
        持续运行，直到停止。每行一条，格式同 newstape list。本身不刷新：请同时运行 newstape refresh --every \
        10m，或打开主界面。

        --exec 为每条标题启动一个程序，不经过 shell：参数中的 {id}、{title}、{source}、{time}、{url} 会被替\
        换，环境变量 NEWSTAPE_ID 等同此。以减号开头的文字前会加空格，因此标题不会被当作选项；超过 32 KB 的文\
        字会截断。同时运行的程序不超过 --jobs 个，其余等待。
        """,
        """
        Goes on until it is stopped. Lines are those of newstape list, one a headline. It fetches nothing: \
        let newstape refresh --every 10m, or the dashboard, do that.

        --exec starts a program for each headline, never through a shell: {id}, {title}, {source}, {time} \
        and {url} in its arguments are replaced, and the environment has the same as NEWSTAPE_ID and so on. \
        A text that would begin an argument with a minus gets a blank before it, so that no headline \
        becomes an option. A text of more than 32 KB is cut. No more than --jobs of them run at once; the \
        rest waits.
        """),
      examples: [
        "newstape watch 降准",
        "newstape watch source:晨报 --json | jq -r .title",
        "newstape watch is:unread --exec notify-send {source} {title}",
      ])
  }

  @Argument(
    help: .text(
      "只列出符合查询的新闻；查询语言见 docs/query-language.md。",
      "Only articles that match, in the language of docs/query-language.md.", value: .query))
  var operands: [String] = []

  @Flag(help: .text("每行输出一个 JSON 对象。", "Print one JSON object a line."))
  var json = false

  @Option(help: .text("--exec 同时运行的程序数上限。", "So many programs of --exec run at once, at most.", value: .number))
  var jobs = 4

  @Option(
    parsing: .remaining,
    help: .text(
      "为每条标题启动此程序；其后全部是它的参数。", "Start this program for each headline; all that follows are its arguments.",
      value: .command))
  var exec: [String] = []

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard (1...64).contains(jobs) else { throw CommandFailure(.usage, setup.words.badJobs) }
    let query = try setup.query(QueryArguments.text(operands), asksForArriving: true)
    let launcher = try exec.isEmpty ? nil : launcher(setup)
    let changes = DispatchSemaphore(value: 0)
    let library = try setup.openOwnLibrary { _ in changes.signal() }
    defer { library.closeAndLog() }
    let cancellation = Cancellation()
    let interruption = Interruption {
      cancellation.cancel()
      changes.signal()
    }
    defer { withExtendedLifetime(interruption) {} }
    var last = try library.store.newestKey()
    var table = HeadlineTable(setup: setup, columns: output.columns)
    while !cancellation.isCancelled {
      let arrivals = try library.store.arrivals(after: last, matching: query)
      if arrivals.last == last {
        changes.wait()
        continue
      }
      last = arrivals.last
      try write(arrivals.headlines, &table, setup, &output)
      for headline in arrivals.headlines where !cancellation.isCancelled {
        let url = exec.isEmpty ? nil : try library.store.article(headline.key)?.url
        do {
          try launcher?.start(headline, url: url, zone: setup.sourceZone)
        } catch {
          CommandRunner.reportError(setup.words.notStarted(exec.first ?? "", headline.key.description))
        }
      }
    }
    launcher?.wait()
  }

  private func launcher(_ setup: Setup) throws -> HeadlineLauncher {
    let searchPath = setup.environment["PATH"] ?? ""
    guard let launcher = HeadlineLauncher(command: exec, searchPath: searchPath, atOnce: jobs) else {
      throw CommandFailure(.noInput, setup.words.noProgram(exec.first ?? ""))
    }
    return launcher
  }

  private func write(
    _ headlines: [Headline], _ table: inout HeadlineTable, _ setup: Setup, _ output: inout Output
  ) throws {
    if json {
      for headline in headlines { try output.writeJSON(HeadlineObject(headline, zone: setup.sourceZone)) }
    } else if output.isTerminal {
      try table.write(headlines, to: &output)
    } else {
      for headline in headlines { try output.writeRow(ListCommand.fields(headline, zone: setup.sourceZone)) }
    }
    try output.flush()
  }
}

/// Starts a program of the reader's for headlines, by an argument vector: no shell ever sees what a headline says.
struct HeadlineLauncher {
  private let program: URL
  private let arguments: [String]
  private let room: DispatchSemaphore
  private let running = DispatchGroup()

  /// Nil where there is no such program.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments, in which places such as `{title}` are replaced.
  ///   - searchPath: the folders in which it is looked for, as in `PATH`.
  ///   - atOnce: so many run at once, at most.
  init?(command: [String], searchPath: String, atOnce: Int) {
    guard let name = command.first, let path = Self.find(name, in: searchPath) else { return nil }
    program = URL(filePath: path)
    arguments = Array(command.dropFirst())
    room = DispatchSemaphore(value: 0)
    // A semaphore must not end with less than it began with.
    for _ in 0..<atOnce { room.signal() }
  }

  /// Starts it, as soon as there is room. One that fails is the reader's affair.
  ///
  /// A text that is longer than the system takes is cut, with `…` at its end.
  /// - Throws: why it cannot be started.
  func start(_ headline: Headline, url: String?, zone: TimeZone) throws {
    let values = Self.values(of: headline, url: url, zone: zone)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments.map { Self.cut(Self.replacing(in: $0, values), toBytes: Self.longestArgument) }
    process.environment = ProcessInfo.processInfo.environment.merging(
      values.map { ("NEWSTAPE_" + $0.key.uppercased(), $0.value) }, uniquingKeysWith: { $1 })
    process.standardInput = FileHandle.nullDevice
    room.wait()
    running.enter()
    process.terminationHandler = { [room, running] _ in
      room.signal()
      running.leave()
    }
    do {
      try process.run()
    } catch {
      room.signal()
      running.leave()
      throw error
    }
  }

  /// Waits for those that still run.
  func wait() { running.wait() }

  private static func values(of headline: Headline, url: String?, zone: TimeZone) -> [String: String] {
    [
      "id": headline.key.description, "title": SafeText(headline.title).string,
      "source": SafeText(headline.source ?? "").string, "time": headline.published.iso8601(in: zone),
      "url": SafeText(url ?? "").string,
    ]
    .mapValues { cut($0, toBytes: longestValue) }
  }

  /// Linux takes 128 KB for an argument or a variable, the zero byte behind it included.
  private static let longestArgument = (128 << 10) - 1
  /// All values together, in an argument and in the environment, stay far below the 2 MB that all may have.
  private static let longestValue = 32 << 10

  /// A text of no more than so many bytes.
  static func cut(_ text: String, toBytes limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit - "…".utf8.count)
    while String.Index(end, within: text) == nil { end = text.utf8.index(before: end) }
    return text[..<end] + "…"
  }

  /// The argument with its places filled; each text is put in once, so that a title cannot name a place itself.
  static func replacing(in argument: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = argument[...]
    while let start = rest.firstIndex(of: "{") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: "}"), let value = values[String(rest[rest.index(after: start)..<end])] else {
        result.append(rest.removeFirst())
        continue
      }
      result += value
      rest = rest[rest.index(after: end)...]
    }
    result += rest
    return result.hasPrefix("-") && !argument.hasPrefix("-") ? " " + result : result
  }

  private static func find(_ program: String, in searchPath: String) -> String? {
    let folders = program.contains("/") ? [""] : searchPath.split(separator: ":").map { $0 + "/" }
    return folders.map { $0 + program }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
