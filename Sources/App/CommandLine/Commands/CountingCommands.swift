import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// What `newstape tags` and `newstape sources` have in common.
struct TermOptions: ParsableArguments {
  @OptionGroup var filter: FilterOptions

  @Option(help: .text("最多列出几行；0 为全部。", "At most so many lines; 0 lists all.", value: .number))
  var limit = 0

  @Flag(help: .text("每行输出一个 JSON 对象。", "Print one JSON object a line."))
  var json = false

  /// How many lines are wanted at most.
  func checkedLimit(_ setup: Setup) throws -> Int {
    guard limit >= 0 else { throw CommandFailure(.usage, setup.words.badNumber("--limit")) }
    return limit == 0 ? .max : limit
  }

  func run(_ field: TermField, _ setup: Setup, _ output: inout Output) throws {
    let query = try filter.query(setup)
    let limit = try checkedLimit(setup)
    try setup.withLibraryOrSample { library in
      try write(try library.store.terms(field, matching: query, limit: limit), from: library, setup, &output)
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
struct TagsCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "tags",
      .init("列出标签及其条数，多的在前。", "Lists tags with their counts, most frequent first."),
      .init(
        "输出到管道时每行为名称、新闻数、未读数，以制表符分隔。",
        "Into a pipe as lines of name, articles and unread articles, separated by tabs."),
      examples: [
        "newstape tags --limit 20",
        "newstape tags --source 晨报 --since 30d",
      ])
  }

  @OptionGroup var terms: TermOptions
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws { try terms.run(.tag, setup, &output) }
}
