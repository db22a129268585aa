import ArgumentParser
import Dispatch
import Foundation
import Log
import NewsLibrary
import NewsModel
import TextBasics

/// `newstape watch`
struct WatchCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Prints headlines as they arrive, whichever program brings them in.",
    discussion: """
      Goes on until it is stopped. Lines are those of newstape list, one a headline. It fetches nothing: let newstape \
      refresh --every 10m, or the dashboard, do that.

      --exec starts a program for each headline, never through a shell: {id}, {title}, {source}, {time} and {url} in its \
      arguments are replaced, and the environment has the same as NEWSTAPE_ID and so on. A text that would begin an \
      argument with a minus gets a blank before it, so that no headline becomes an option. A text of more than 32 KB is cut. \
      No more than --jobs of them run at once; the rest waits.

      EXAMPLES:
        newstape watch 降准
        newstape watch source:晨报 --json | jq -r .title
        newstape watch is:unread --exec notify-send {source} {title}
      """)

  @Argument(
    help: ArgumentHelp("Only articles that match, in the language of docs/query-language.md.", valueName: "query"))
  var operands: [String] = []

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @Option(help: ArgumentHelp("So many programs of --exec run at once, at most.", valueName: "number"))
  var jobs = 4

  @Option(
    parsing: .remaining,
    help: ArgumentHelp(
      "Start this program for each headline; all that follows are its arguments.", valueName: "command"))
  var exec: [String] = []

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard (1...64).contains(jobs) else { throw CommandFailure(.usage, setup.messages.badJobs) }
    let query = try setup.query(QueryArguments.text(operands))
    let launcher = try exec.isEmpty ? nil : launcher(setup)
    let changes = DispatchSemaphore(value: 0)
    let library = try setup.openOwnLibrary { _ in changes.signal() }
    defer { library.closeAndLog() }
    let cancellation = LibraryCancellation()
    let interruption = Interruption {
      cancellation.cancel()
      changes.signal()
    }
    defer { withExtendedLifetime(interruption) {} }
    var last = try library.newestKey()
    var table = HeadlineTable(setup: setup, columns: output.columns)
    while !cancellation.isCancelled {
      let arrivals = try library.arrivals(after: last, matching: query)
      if arrivals.last == last {
        changes.wait()
        continue
      }
      last = arrivals.last
      try write(arrivals.headlines, &table, setup, &output)
      for headline in arrivals.headlines where !cancellation.isCancelled {
        let url = exec.isEmpty ? nil : try library.article(headline.key)?.url
        do {
          try launcher?.start(headline, url: url, zone: setup.sourceZone)
        } catch {
          CommandRunner.reportError(setup.messages.notStarted(exec.first ?? "", headline.key.description))
        }
      }
    }
    launcher?.wait()
  }

  private func launcher(_ setup: Setup) throws -> HeadlineLauncher {
    let searchPath = setup.environment["PATH"] ?? ""
    guard let launcher = HeadlineLauncher(command: exec, searchPath: searchPath, atOnce: jobs) else {
      throw CommandFailure(.noInput, setup.messages.noProgram(exec.first ?? ""))
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
