import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// `newstape rules`
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Tags, stars, mutes or marks news as it arrives.",
    discussion: """
      Rules are followed in their order for every new article, once: what you undo stays undone. A muted article meets no \
      rule behind the one that muted it.

      EXAMPLES:
        newstape rules add 广告 'title:/限时|优惠/' --mute
        newstape rules add 云岭 '云岭电池 OR 雲嶺電池' --tag 云岭 --star
        newstape rules test 云岭
        newstape rules apply 云岭
      """,
    subcommands: [
      RulesListCommand.self, RulesAddCommand.self, RulesRemoveCommand.self, RulesEnableCommand.self,
      RulesDisableCommand.self, RulesMoveCommand.self, RulesTestCommand.self, RulesApplyCommand.self,
    ],
    defaultSubcommand: RulesListCommand.self)
}

/// `newstape rules list`
struct RulesListCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the rules in their order.",
    discussion: "Into a pipe as lines of name, on or off, actions and query, separated by tabs.")

  @Flag(help: "Print one JSON object a line.")
  var json = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let rules = try setup.withOwnLibrary { try $0.store.rules() }
    if rules.isEmpty { CommandRunner.reportError(setup.words.noRules) }
    if json {
      for rule in rules { try output.writeJSON(RuleObject(rule)) }
    } else {
      try NamedTable(setup: setup).write(rules.map { row($0, output.isTerminal, setup.words) }, to: &output)
    }
  }

  private func row(_ rule: Rule, _ isForPeople: Bool, _ words: Words) -> [String] {
    isForPeople
      ? [rule.name, rule.isEnabled ? "" : words.ruleRests, words.describe(rule.actions), rule.text]
      : [
        rule.name, rule.isEnabled ? "on" : "off", rule.actions.map(\.description).joined(separator: ","), rule.text,
      ]
  }
}

/// `newstape rules add`
struct RulesAddCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Puts a rule in force, or replaces the one of that name.")

  @Argument(help: "The name of the rule.") var name: String
  @Argument(help: ArgumentHelp("Which news, in the query language.", valueName: "query")) var operands: [String]
  @OptionGroup(title: "What to do") var what: RuleActionOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let text = QueryArguments.text(operands)
    _ = try setup.query(text)
    guard !what.actions.isEmpty else { throw CommandFailure(.usage, setup.words.noRuleAction) }
    let rule = Rule(name: name, text: text, actions: what.actions)
    try setup.withOwnLibrary(.create) { try $0.store.save(rule) }
    output.writeLine(setup.words.ruleSaved(name))
  }
}

/// `newstape rules remove`
struct RulesRemoveCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Forgets a rule; what it did stays.")

  @Argument(help: "The name of the rule.") var name: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.removeRule(name) }
    output.writeLine(setup.words.deleted(name))
  }
}

/// `newstape rules enable`
struct RulesEnableCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "enable", abstract: "Puts a rule in force again.")

  @Argument(help: "The name of the rule.") var name: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.setRule(name, isEnabled: true) }
  }
}

/// `newstape rules disable`
struct RulesDisableCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "disable", abstract: "Lets a rule rest.")

  @Argument(help: "The name of the rule.") var name: String
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.setRule(name, isEnabled: false) }
  }
}

/// `newstape rules move`
struct RulesMoveCommand: ProgramCommand {
  static let configuration = CommandConfiguration(commandName: "move", abstract: "Gives a rule another place.")

  @Argument(help: "The name of the rule.") var name: String
  @Argument(help: "The place in the order, from 1.") var place: Int
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.moveRule(name, to: place - 1) }
  }
}

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
    guard limit > 0 else { throw CommandFailure(.usage, setup.words.badNumber("--limit")) }
    try setup.withOwnLibrary { library in
      let rule = try library.store.rule(name)
      let query = try setup.query(rule.text)
      let page = try library.store.headlines(matching: query, from: .newest, limit: limit)
      if output.isTerminal {
        var table = HeadlineTable(setup: setup, columns: output.columns)
        try table.write(page.headlines, to: &output)
      } else {
        for headline in page.headlines { try output.writeRow(ListCommand.fields(headline, zone: setup.sourceZone)) }
      }
      try output.flush()
      CommandRunner.reportError(setup.words.ruleMatches(rule.name, try library.store.count(query), rule.actions))
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
      let rule = try library.store.rule(name)
      let query = try setup.query(rule.text)
      try BulkRun(setup: setup, actions: rule.actions, query: query, agreement: agreement).run(in: library, &output)
    }
  }
}
