import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// `newstape rules`
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "rules",
      .init(
        "规则：新闻入库时加标签、加星标、屏蔽或标为已读。",
        "Tags, stars, hides or marks news as it arrives."),
      .init(
        """
        每条新入库的新闻按顺序执行各条规则，只执行一次：撤销后不再执行。被一条规则屏蔽的新闻，不再执行其后的\
        规则。
        """,
        """
        Rules are followed in their order for every new article, once: what you undo stays undone. A hidden \
        article meets no rule behind the one that hid it.
        """),
      examples: [
        "newstape rules add 广告 'title:/限时|优惠/' --mute",
        "newstape rules add 云岭 '云岭电池 OR 雲嶺電池' --tag 云岭 --star",
        "newstape rules test 云岭",
        "newstape rules apply 云岭",
      ],
      subcommands: [
        RulesListCommand.self, RulesAddCommand.self, RulesRemoveCommand.self, RulesEnableCommand.self,
        RulesDisableCommand.self, RulesMoveCommand.self, RulesTestCommand.self, RulesApplyCommand.self,
      ],
      defaultSubcommand: RulesListCommand.self)
  }
}

/// Which rule a command is about.
struct RuleName: ParsableArguments {
  @Argument(help: .text("规则的名称。", "The name of the rule.", value: .name)) var name: String
}

/// `newstape rules list`
struct RulesListCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      .init("按顺序列出规则。", "Lists the rules in their order."),
      .init(
        "输出到管道时每行为名称、on 或 off、动作、查询，以制表符分隔。",
        "Into a pipe as lines of name, on or off, actions and query, separated by tabs."))
  }

  @Flag(help: .text("每行输出一个 JSON 对象。", "Print one JSON object a line."))
  var json = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "add",
      .init("新建规则，或替换同名的规则。", "Makes a rule, or replaces the one of that name."))
  }

  @OptionGroup var named: RuleName
  @Argument(help: .text("规则的条件，用查询语言。", "Which news, in the query language.", value: .query)) var operands: [String]
  @OptionGroup(title: HelpSection.actions) var what: RuleActionOptions
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let text = QueryArguments.text(operands)
    _ = try setup.query(text, asksForArriving: true)
    guard !what.actions.isEmpty else { throw CommandFailure(.usage, setup.words.noRuleAction) }
    let rule = Rule(name: named.name, text: text, actions: what.actions)
    try setup.withOwnLibrary(.create) { try $0.store.save(rule) }
    output.writeLine(setup.words.ruleSaved(named.name))
  }
}

/// `newstape rules remove`
struct RulesRemoveCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "remove",
      .init("删除规则；已做的更改保留。", "Deletes a rule; what it did stays."))
  }

  @OptionGroup var named: RuleName
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.removeRule(named.name) }
    output.writeLine(setup.words.deleted(named.name))
  }
}

/// `newstape rules enable`
struct RulesEnableCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "enable",
      .init("启用规则。", "Turns a rule on."))
  }

  @OptionGroup var named: RuleName
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.setRule(named.name, isEnabled: true) }
  }
}

/// `newstape rules disable`
struct RulesDisableCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "disable",
      .init("停用规则。", "Turns a rule off."))
  }

  @OptionGroup var named: RuleName
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.setRule(named.name, isEnabled: false) }
  }
}

/// `newstape rules move`
struct RulesMoveCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "move",
      .init("调整规则的顺序。", "Gives a rule another place."))
  }

  @OptionGroup var named: RuleName
  @Argument(help: .text("排在第几，从 1 算起。", "The place in the order, from 1.", value: .place)) var place: Int
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { try $0.store.moveRule(named.name, to: place - 1) }
  }
}

/// `newstape rules test`
struct RulesTestCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "test",
      .init("列出规则符合的已有新闻，新的在前。", "Lists stored articles that a rule would match, newest first."),
      .init(
        "不做更改。总数输出到标准错误。",
        "Nothing is changed. The number of all that match goes to standard error."))
  }

  @OptionGroup var named: RuleName

  @Option(help: .text("最多列出几条。", "At most so many headlines.", value: .number))
  var limit = 20

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard limit > 0 else { throw CommandFailure(.usage, setup.words.badNumber("--limit")) }
    try setup.withOwnLibrary { library in
      let rule = try library.store.rule(named.name)
      let query = try setup.query(rule.text)
      let page = try library.store.headlines(matching: query.withoutOrder, from: .start, limit: limit)
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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "apply",
      .init("对已有的新闻执行规则。", "Does what a rule says to the articles that are there already."),
      .init(
        "与 newstape mark 一样先询问，newstape undo 可撤销。",
        "Asks first, like newstape mark, and newstape undo takes it back."))
  }

  @OptionGroup var named: RuleName
  @OptionGroup var agreement: AgreementOptions
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { library in
      let rule = try library.store.rule(named.name)
      let query = try setup.query(rule.text)
      try BulkRun(setup: setup, actions: rule.actions, query: query, agreement: agreement).run(in: library, &output)
    }
  }
}
