import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics

/// `newstape rules test`
struct RulesTestCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Lists stored articles that a rule would match, newest first.",
    discussion: "Nothing is changed. The number of all that match goes to standard error.")

  @Argument(help: "The name of the rule.") var name: String

  @Option(help: ArgumentHelp("At most so many headlines.", valueName: "number"))
  var limit = 20

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard limit > 0 else { throw CommandFailure(.usage, setup.messages.badNumber("--limit")) }
    try setup.withOwnLibrary { library in
      let rule = try library.rule(name)
      let query = try setup.query(rule.text)
      let page = try library.headlines(matching: query, from: .newest, limit: limit)
      if output.isTerminal {
        var table = HeadlineTable(setup: setup, columns: output.columns)
        try table.write(page.headlines, to: &output)
      } else {
        for headline in page.headlines { try output.writeRow(ListCommand.fields(headline, zone: setup.sourceZone)) }
      }
      try output.flush()
      CommandRunner.reportError(setup.messages.ruleMatches(rule.name, try library.count(query), rule.actions))
    }
  }
}

/// `newstape rules apply`
struct RulesApplyCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Does what a rule says to the articles that are there already.",
    discussion: "Asks first, like newstape mark, and newstape undo takes it back.")

  @Argument(help: "The name of the rule.") var name: String
  @OptionGroup var agreement: AgreementOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { library in
      let rule = try library.rule(name)
      let query = try setup.query(rule.text)
      try BulkRun(setup: setup, actions: rule.actions, query: query, agreement: agreement).run(in: library, &output)
    }
  }
}
