import ArgumentParser
import Dispatch
import NewsLibrary
import NewsModel

/// `newstape refresh`
struct RefreshCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Fetches what is new from your sources.",
    discussion: """
      Without names all sources are fetched, except those that are gone for good or asked to be left alone. What came in is \
      saved while the rest is still being fetched; Ctrl-C stops at once. The exit code is 0 unless every source failed.

      With --every it goes on until it is stopped, fetches each source when its time has come, and says one line when \
      something came in: for a service.

      EXAMPLES:
        newstape refresh
        newstape refresh 晨报 "Harbor Wire"
        newstape refresh --every 10m
      """)

  @Argument(help: ArgumentHelp("Sources by name or address; left out, all.", valueName: "source"))
  var sources: [String] = []

  @Option(help: ArgumentHelp("Go on, and fetch each source this often: 90s, 10m, 1h.", valueName: "time"))
  var every: String?

  @Flag(help: "Only sources whose time has come.")
  var due = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let interval = try every.map { try Self.seconds($0, setup.messages) }
    try setup.withOwnLibrary { library in
      let named = try library.subscriptions(named: sources, setup.messages)
      if try library.subscriptions().isEmpty { CommandRunner.reportError(setup.messages.nothingFollowed) }
      let cancellation = RefreshCancellation()
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

  private static func seconds(_ text: String, _ messages: Messages) throws -> Int {
    let units = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    let number = Int(text.dropLast())
    guard let unit = text.last.flatMap({ units[String($0)] }), let number, (1...10_000).contains(number),
      number * unit >= shortestInterval
    else { throw CommandFailure(.usage, messages.badInterval(text)) }
    return number * unit
  }

  /// In seconds.
  private static let shortestInterval = 60
}
