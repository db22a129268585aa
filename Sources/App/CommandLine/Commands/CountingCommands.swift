import ArgumentParser
import NewsLibrary
import NewsModel
import TextAnalysis
import TextBasics
import Wording

/// What `newstape tags` and `newstape sources` have in common.
struct TermOptions: ParsableArguments {
  @OptionGroup var filter: FilterOptions

  @Option(help: .text("最多列出几行；0 为全部。", "At most so many lines; 0 lists all.", value: .number))
  var limit = 0

  @Flag(help: .text("每行输出一个 JSON 对象。", "Print one JSON object a line."))
  var json = false

  func run(_ field: TermField, _ setup: Setup, _ output: inout Output) throws {
    let query = try filter.query(setup)
    let limit = try setup.limit(limit)
    try setup.withLibraryOrSample { library in
      try setup.reportBeyondCalendar(query, in: library.store)
      let terms = try library.store.terms(field, matching: query, limit: limit, tags: TextAnalyser.tagNames)
      try write(terms, from: library, setup, &output)
    }
  }

  private func write(
    _ terms: [TermCount], from library: NewsLibrary, _ setup: Setup, _ output: inout Output
  ) throws {
    if json {
      for term in terms { try output.writeJSON(TermObject(term), from: library) }
    } else if output.isTerminal {
      try TermTable(setup: setup).write(terms, to: &output)
    } else {
      for term in terms {
        try output.writeRow([SafeText(term.name), SafeText(String(term.count)), SafeText(String(term.unread))])
      }
    }
  }
}

/// `newstape tags`
struct TagsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "tags",
      .init("列出标签；改名、合并或隐藏网页的标签。", "Lists tags; renames, merges or hides those of pages."),
      .init(
        """
        改名、合并和隐藏只影响显示和筛选，写入自己的词表（配置目录中的 tables.tsv）；新闻库中的标签不变，随时可以恢复。
        """,
        """
        Names and hidden tags are rows of your own tables (tables.tsv in the folder of the configuration) and concern \
        what is shown and filtered. The store keeps the tags as they came, so that all of it can be undone.
        """),
      examples: [
        "newstape tags --limit 20",
        "newstape tags merge 新股 IPO 打新",
        "newstape tags hide 广告",
        "newstape tags restore IPO 广告",
      ],
      subcommands: [
        TagsListCommand.self, TagsRenameCommand.self, TagsMergeCommand.self, TagsHideCommand.self,
        TagsRestoreCommand.self,
      ],
      defaultSubcommand: TagsListCommand.self)
  }
}

/// `newstape tags merge`
struct TagsMergeCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "merge",
      .init("把几个标签归入一个名称。", "Shows several tags under one name, which may be a new one."))
  }

  @Argument(help: .text("名称。", "The name.", value: .name)) var name: String
  @Argument(help: .text("归入其中的标签。", "The tags that go by it.", value: .name)) var tags: [String]
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.changeTables(adding: tags.map { .tag(word: $0, name: name) }, &output)
  }
}

/// `newstape tags rename`
struct TagsRenameCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("rename", .init("为标签改名。", "Shows a tag under another name."))
  }

  @Argument(help: .text("标签。", "The tag.", value: .name)) var tag: String
  @Argument(help: .text("新名称。", "The name it gets.", value: .newName)) var newName: String
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.changeTables(adding: [.tag(word: tag, name: newName)], &output)
  }
}

/// `newstape tags hide`
struct TagsHideCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("hide", .init("隐藏标签。", "Hides tags."))
  }

  @Argument(help: .text("标签。", "The tags.", value: .name)) var tags: [String]
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.changeTables(adding: tags.map { .notTag(word: $0) }, &output)
  }
}

/// `newstape tags restore`
struct TagsRestoreCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "restore",
      .init("让标签恢复原样，不再归入其他名称或隐藏。", "Shows tags as they came, under their own names."))
  }

  @Argument(help: .text("标签。", "The tags.", value: .name)) var tags: [String]
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let wanted = Set(tags.map { Folding.fold($0) })
    let rows = setup.ownTables.tables().rows.filter { row in
      switch row {
      case .tag(let word, _), .notTag(let word): wanted.contains(Folding.fold(word))
      case .company, .alias, .notCompany, .event, .notEvent, .notTopic, .tone, .notKeyword: false
      }
    }
    try setup.changeTables(removing: rows, &output)
  }
}

extension Setup {
  /// Changes rows of the reader's own tables, and tells each.
  fileprivate func changeTables(
    adding new: [OwnRow] = [], removing old: [OwnRow] = [], _ output: inout Output
  ) throws {
    let words = words
    let present = Set(ownTables.tables().rows)
    let new = new.filter { !present.contains($0) }
    try explainingErrors {
      _ = try ownTables.change { text in
        let rest = old.reduce(text) { OwnTables.text($0, removing: $1) }
        return new.reduce(rest) { OwnTables.text($0, adding: $1) }
      }
    }
    for row in new { output.writeLine(words.rowAdded(row.shown)) }
    for row in old { output.writeLine(words.rowRemoved(row.shown)) }
    if new.isEmpty, old.isEmpty { CommandRunner.reportError(words.tablesUnchanged) }
  }
}

/// `newstape tags list`
struct TagsListCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "list",
      .init("列出标签及其条数，多的在前。", "Lists tags with their counts, most frequent first."),
      .init(
        "输出到管道时每行为名称、新闻数、未读数，以制表符分隔。",
        "Into a pipe as lines of name, articles and unread articles, separated by tabs."),
      examples: [
        "newstape tags list --source 晨报 --since 30d"
      ])
  }

  @OptionGroup var terms: TermOptions
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws { try terms.run(.tag, setup, &output) }
}
