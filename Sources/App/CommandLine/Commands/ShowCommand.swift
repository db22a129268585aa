import ArgumentParser
import NewsLibrary
import NewsModel

/// `newstape show`
struct ShowCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints an article.",
    discussion: """
      The id of an article is the first column of newstape list; it never changes.

      EXAMPLES:
        newstape show 42
        newstape show 42 --json | jq -r .text
      """)

  @Argument(help: ArgumentHelp("The article's id.", valueName: "id"))
  var id: String

  @Flag(help: "Print a JSON object.")
  var json = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard let key = Int64(id) else { throw CommandFailure(.usage, setup.messages.badArticleID(id)) }
    try setup.withLibraryOrSample { library in
      guard let article = try library.article(ArticleKey(key)) else {
        throw CommandFailure(.noInput, setup.messages.noArticle(id))
      }
      if json {
        try output.writeJSON(ArticleObject(article, zone: setup.sourceZone), from: library)
      } else {
        try ArticleText(setup: setup, columns: output.columns).write(article, to: &output)
      }
    }
  }
}
