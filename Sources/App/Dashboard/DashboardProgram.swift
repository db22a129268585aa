/// The dashboard: what `newstape` opens without a subcommand.
enum DashboardProgram {
  static func run(_ options: GlobalOptions) throws {
    let setup = try Setup.load(options)
    throw CommandFailure(.failure, setup.messages.noTerminal)
  }
}
