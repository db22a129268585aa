import ArgumentParser
import NewsLibrary
import NewsModel

/// `newstape remove`
struct RemoveCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Follows sources no longer.",
    discussion: """
      Their articles stay, unless --with-articles removes them too, which cannot be undone. Articles that are there are \
      recognised when the source is added again.

      EXAMPLES:
        newstape remove 晨报
        newstape remove https://news.example/rss --with-articles
      """)

  @Argument(help: ArgumentHelp("Sources by name or address.", valueName: "source"))
  var sources: [String]

  @Flag(help: "Remove the articles that they brought, too.")
  var withArticles = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { library in
      for subscription in try library.subscriptions(named: sources, setup.messages) {
        let articles = try library.unsubscribe(subscription.id, removingArticles: withArticles)
        output.writeLine(setup.messages.removed(subscription, articles: articles))
      }
    }
  }
}
