package import ArgumentParser
import Foundation
import Log

/// The command line's root: without a subcommand it opens the dashboard.
package struct NewstapeCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "newstape",
    abstract: "Reads the financial news tape in a terminal.",
    usage: "newstape [<options>] [<subcommand>]",
    discussion: """
      Without a subcommand newstape opens the dashboard on your store or, as long as you have none, on the bundled \
      sample.

      EXAMPLES:
        newstape                                open the dashboard
        newstape add https://news.example/      follow a site's feed
        newstape refresh                        fetch what is new
        newstape import ~/pages news.jsonl.gz   bring in saved pages and JSON Lines
        newstape list --tag IPO --unread        list headlines
        newstape --theme nord --language en     choose how it looks

      EXIT CODES:
      \(ExitStatus.table)
      """,
    version: "newstape \(ProgramVersion.current)",
    subcommands: [
      AddCommand.self, RemoveCommand.self, RefreshCommand.self, WatchCommand.self, ImportCommand.self,
      ExportCommand.self, ListCommand.self, ShowCommand.self, TagsCommand.self, SourcesCommand.self, StatsCommand.self,
      MarkCommand.self, UndoCommand.self, SavedCommand.self, RulesCommand.self, ParseCommand.self, ThemesCommand.self,
      ConfigCommand.self, StoreCommand.self,
    ])

  @OptionGroup(title: "Global options") var options: GlobalOptions

  package init() {}

  package func run() throws { try DashboardProgram.run(options) }

  /// Runs what the arguments of the process ask for, and ends it with the exit code that says how that went.
  package static func main() -> Never {
    // A reader that has seen enough, such as head, is an error of the write to it, which `Output` knows: no reason to die.
    signal(SIGPIPE, SIG_IGN)
    Log.begin()
    Log.info("newstape \(ProgramVersion.current) begins")
    let status = CommandRunner.run(Array(CommandLine.arguments.dropFirst()))
    Log.info("newstape ends with \(status.rawValue)")
    Log.end()
    Foundation.exit(status.rawValue)
  }
}

/// The version of the program, as `newstape --version` prints it.
enum ProgramVersion {
  static let current = "0.1.0"
  /// What servers are told of the program, unless the configuration says otherwise: its name and what it is.
  static let userAgent = "newstape/\(current) (terminal reader of financial news)"
}
