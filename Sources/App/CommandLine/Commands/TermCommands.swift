import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics
import Wording

/// What `newstape tags` and `newstape sources` have in common.
struct TermOptions: ParsableArguments {
  @OptionGroup var filter: FilterOptions

  @Option(help: ArgumentHelp("At most so many lines; 0 lists all.", valueName: "number"))
  var limit = 0

  @Flag(help: "Print one JSON object a line.")
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
  static let configuration = CommandConfiguration(
    commandName: "tags",
    abstract: "Lists tags with their counts, most frequent first.",
    discussion: """
      Into a pipe as lines of name, articles and unread articles, separated by tabs.

      EXAMPLES:
        newstape tags --limit 20
        newstape tags --source 投资时报 --since 30d
      """)

  @OptionGroup var terms: TermOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws { try terms.run(.tag, setup, &output) }
}
