import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// `newstape saved`
struct SavedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saved",
    abstract: "Keeps queries under names.",
    discussion: """
      EXAMPLES:
        newstape saved add 本周新股 'tag:IPO since:7d'
        newstape saved
        newstape list "$(newstape saved show 本周新股)"
      """,
    subcommands: [
      SavedListCommand.self, SavedShowCommand.self, SavedAddCommand.self, SavedRenameCommand.self,
      SavedMoveCommand.self, SavedRemoveCommand.self,
    ],
    defaultSubcommand: SavedListCommand.self)
}

/// `newstape saved list`
struct SavedListCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the saved queries in their order.",
    discussion: "Into a pipe as lines of name and query, separated by a tab.")

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let queries = try setup.withOwnLibrary { try $0.store.savedQueries() }
    if queries.isEmpty { CommandRunner.reportError(setup.words.noSavedQueries) }
    if json {
      for query in queries { try output.writeJSON(SavedQueryObject(name: query.name, query: query.text)) }
    } else {
      try NamedTable(setup: setup).write(queries.map { [$0.name, $0.text] }, to: &output)
    }
  }
}

/// `newstape saved show`
struct SavedShowCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Prints a saved query.")

  @Argument(help: "The name of the query.") var name: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    output.writeLine(try setup.withOwnLibrary { try $0.store.savedQuery(name) }.text)
  }
}

/// `newstape saved add`
struct SavedAddCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Saves a query, or replaces the one of that name.",
    discussion: "Dates such as 7d count from the day on which the query is used.")

  @Argument(help: "The name of the query.") var name: String
  @Argument(help: ArgumentHelp("In the query language.", valueName: "query")) var operands: [String]
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let text = QueryArguments.text(operands)
    _ = try setup.query(text)
    let query = SavedQuery(name: name, text: text)
    try setup.withOwnLibrary(.create) { try $0.store.save(query) }
    output.writeLine(setup.words.saved(name))
  }
}

/// `newstape saved rename`
struct SavedRenameCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "rename", abstract: "Renames a saved query.")

  @Argument(help: "The name it has.") var name: String
  @Argument(help: "The name it gets.") var newName: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.renameSavedQuery(name, to: newName) }
    output.writeLine(setup.words.saved(newName))
  }
}

/// `newstape saved move`
struct SavedMoveCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "move", abstract: "Gives a saved query another place.")

  @Argument(help: "The name of the query.") var name: String
  @Argument(help: "The place in the list, from 1.") var place: Int
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.moveSavedQuery(name, to: place - 1) }
  }
}

/// `newstape saved remove`
struct SavedRemoveCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "remove", abstract: "Forgets a saved query.")

  @Argument(help: "The name of the query.") var name: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.removeSavedQuery(name) }
    output.writeLine(setup.words.deleted(name))
  }
}
