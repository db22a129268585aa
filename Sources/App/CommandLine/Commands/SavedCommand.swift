import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// `newstape saved`
struct SavedCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "saved",
      .init("保存查询，以名称使用。", "Keeps queries under names."),
      examples: [
        "newstape saved add 本周新股 'tag:IPO since:7d'",
        "newstape saved",
        "newstape list \"$(newstape saved show 本周新股)\"",
      ],
      subcommands: [
        SavedListCommand.self, SavedShowCommand.self, SavedAddCommand.self, SavedRenameCommand.self,
        SavedMoveCommand.self, SavedRemoveCommand.self,
      ],
      defaultSubcommand: SavedListCommand.self)
  }
}

/// Which saved query a command is about.
struct SavedQueryName: ParsableArguments {
  @Argument(help: .text("查询的名称。", "The name of the query.", value: .name)) var name: String
}

/// `newstape saved list`
struct SavedListCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      .init("按顺序列出已存查询。", "Lists the saved queries in their order."),
      .init(
        "输出到管道时每行为名称和查询，以制表符分隔。",
        "Into a pipe as lines of name and query, separated by a tab."))
  }

  @Flag(help: .text("每行输出一个 JSON 对象。", "Print one JSON object a line."))
  var json = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let queries = try setup.withOwnLibrary { try $0.store.savedQueries() }
    if queries.isEmpty { CommandRunner.reportError(setup.words.noSavedQueries) }
    if json {
      for query in queries {
        try output.writeJSON(SavedQueryObject(name: query.name, query: query.text, recheck: query.isRechecked))
      }
    } else {
      try NamedTable(setup: setup).write(queries.map { [$0.name, $0.text] }, to: &output)
    }
  }
}

/// `newstape saved show`
struct SavedShowCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "show",
      .init("显示一个已存查询。", "Prints a saved query."))
  }

  @OptionGroup var named: SavedQueryName
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    output.writeLine(try setup.withOwnLibrary { try $0.store.savedQuery(named.name) }.text)
  }
}

/// `newstape saved add`
struct SavedAddCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "add",
      .init("保存查询，或替换同名的查询。", "Saves a query, or replaces the one of that name."),
      .init("7d 等日期从使用查询的那天算起。", "Dates such as 7d count from the day on which the query is used."))
  }

  @Flag(
    help: .text(
      "收到一小时、一天、七天后的刷新重新读取原文，记下改动和删除。",
      "Look at the pages of its articles again an hour, a day and a week after they arrived, for changes and removal."))
  var recheck = false

  @OptionGroup var named: SavedQueryName
  @Argument(help: .text("查询，用查询语言。", "In the query language.", value: .query)) var operands: [String]
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let text = QueryArguments.text(operands)
    _ = try setup.query(text)
    let query = SavedQuery(name: named.name, text: text, isRechecked: recheck)
    try setup.withOwnLibrary(.create) { try $0.store.save(query) }
    output.writeLine(setup.words.saved(named.name))
  }
}

/// `newstape saved rename`
struct SavedRenameCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "rename",
      .init("为已存查询改名。", "Renames a saved query."))
  }

  @Argument(help: .text("现在的名称。", "The name it has.", value: .name)) var name: String
  @Argument(help: .text("新名称。", "The name it gets.", value: .newName)) var newName: String
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.renameSavedQuery(name, to: newName) }
    output.writeLine(setup.words.saved(newName))
  }
}

/// `newstape saved move`
struct SavedMoveCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "move",
      .init("调整已存查询的顺序。", "Gives a saved query another place."))
  }

  @OptionGroup var named: SavedQueryName
  @Argument(help: .text("排在第几，从 1 算起。", "The place in the list, from 1.", value: .place)) var place: Int
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.moveSavedQuery(named.name, to: place - 1) }
  }
}

/// `newstape saved remove`
struct SavedRemoveCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "remove",
      .init("删除已存查询。", "Deletes a saved query."))
  }

  @OptionGroup var named: SavedQueryName
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.removeSavedQuery(named.name) }
    output.writeLine(setup.words.deleted(named.name))
  }
}
