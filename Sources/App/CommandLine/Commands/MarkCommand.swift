import ArgumentParser
import NewsLibrary
import NewsModel

/// `newstape mark`
struct MarkCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Marks, stars, tags or mutes all articles that match a query.",
    discussion: """
      Says how many match and asks before it changes anything; where no terminal is, --yes is needed. Ctrl-C stops \
      between two articles. newstape undo takes the last change back, also days later.

      EXAMPLES:
        newstape mark '-since:30d -is:starred' --read
        newstape mark 'source:快讯社 title:广告' --mute --yes
        newstape mark '云岭电池 since:2022-06' --tag 云岭 --star --dry-run
      """)

  @Argument(help: ArgumentHelp("Which articles, in the query language; '()' stands for all.", valueName: "query"))
  var operands: [String] = []

  @OptionGroup(title: "What to do") var what: ActionOptions
  @OptionGroup var agreement: AgreementOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let actions = try what.actions(setup.messages)
    guard !operands.isEmpty else { throw CommandFailure(.usage, setup.messages.noQuery) }
    let query = try setup.query(QueryArguments.text(operands))
    try setup.withOwnLibrary { library in
      try BulkRun(setup: setup, actions: actions, query: query, agreement: agreement).run(in: library, &output)
    }
  }
}
