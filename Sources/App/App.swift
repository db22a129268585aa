package import ArgumentParser
import Foundation
import Log

/// The command line's root: without a subcommand it opens the dashboard.
package struct NewstapeCommand: ParsableCommand {
  package static var configuration: CommandConfiguration {
    CommandConfiguration(
      "newstape",
      .init("在终端里阅读财经新闻。", "Reads the financial news tape in a terminal."),
      .init(
        "不写子命令即打开主界面，显示自己的新闻库；还没有新闻库时显示内置示例。",
        "Without a subcommand newstape opens the dashboard on your store or, as long as you have none, on the bundled sample."
      ),
      examples: [
        .init("newstape", "打开主界面", "open the dashboard"),
        .init("newstape add https://news.example/", "订阅一个网站", "subscribe to a site's feed"),
        .init("newstape refresh", "取回新闻", "fetch what is new"),
        .init("newstape import ~/pages news.jsonl.gz", "导入保存的网页和 JSON Lines", "bring in saved pages and JSON Lines"),
        .init("newstape list --tag IPO --unread", "列出标题", "list headlines"),
        .init("newstape --theme nord --language en", "选择配色和语言", "choose how it looks"),
      ],
      subcommands: [
        AddCommand.self, RemoveCommand.self, RefreshCommand.self, WatchCommand.self, ImportCommand.self,
        ExportCommand.self, ListCommand.self, ShowCommand.self, TagsCommand.self, SourcesCommand.self,
        StatsCommand.self, CompanyCommand.self, MarkCommand.self, UndoCommand.self, SavedCommand.self,
        RulesCommand.self,
        ParseCommand.self, AnalyseCommand.self, ThemesCommand.self, ConfigCommand.self, StoreCommand.self,
      ],
      version: "newstape \(ProgramVersion.current)", appendix: ExitStatus.table)
  }

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

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
