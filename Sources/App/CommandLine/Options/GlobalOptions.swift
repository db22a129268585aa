import ArgumentParser
import Configuration

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  // The name of a file may begin with a minus.
  @Option(parsing: .unconditional, help: ArgumentHelp("The file of the store.", valueName: "path"))
  var store: String?

  @Option(help: ArgumentHelp("The theme of the dashboard; newstape themes lists them.", valueName: "name"))
  var theme: String?

  @Option(help: ArgumentHelp("The language of the interface: zh-Hans, en or auto.", valueName: "language"))
  var language: String?

  @Option(help: ArgumentHelp("The configuration file.", valueName: "path"))
  var config: String?

  @Option(help: ArgumentHelp("What the log keeps at least: error, warning, info or debug.", valueName: "level"))
  var logLevel: String?

  var overrides: Overrides { Overrides(store: store, theme: theme, language: language, logLevel: logLevel) }
}
