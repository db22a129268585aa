public import ArgumentParser

/// The command line's root: without a subcommand it opens the dashboard.
public struct NewstapeCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "newstape", abstract: "Reads the financial news tape in a terminal.")

  public init() {}
}
