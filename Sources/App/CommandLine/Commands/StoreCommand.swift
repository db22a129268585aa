import ArgumentParser
import NewsLibrary

/// `newstape store`
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Looks after the store.", subcommands: [StoreCheckCommand.self])
}

/// `newstape store check`
struct StoreCheckCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads the whole store for contradictions.",
    discussion: """
      Takes about a second for each gigabyte. Ends with 65 and names what is wrong where the store is not sound.

      EXAMPLES:
        newstape store check
        newstape store check --store backup.db
      """)

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withLibrary { library in
      let problems = try library.check()
      for problem in problems { output.writeLine(problem) }
      guard problems.isEmpty else {
        throw CommandFailure(.badData, setup.messages.storeIsUnsound(library.path, problems: problems.count))
      }
      output.writeLine(setup.messages.storeIsSound(library.path, articles: try library.count(.all)))
    }
  }
}
