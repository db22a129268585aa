import ArgumentParser
import NewsFetching
import NewsLibrary
import NewsModel
import NewsStore
import TextBasics
import Wording

/// `newstape add`
struct AddCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Follows a feed, or the feed of a web page.",
    discussion: """
      Looks for feeds at the address: the feed itself, those that the page names or links, and the usual places of the \
      site. What was found is shown; the first is followed, and its items are taken in at once. Without a scheme, https \
      is meant.

      EXAMPLES:
        newstape add https://news.example/
        newstape add news.example --list
        newstape add https://news.example/rss --name 晨报 --folder 财经 --tag 要闻 --full-text
      """)

  @Argument(help: ArgumentHelp("Addresses of feeds or of web pages.", valueName: "url"))
  var addresses: [String]

  @Option(help: ArgumentHelp("What the source is called; left out, the feed's title.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("A folder for it; repeated, one within the other.", valueName: "name"))
  var folder: [String] = []

  @Option(help: ArgumentHelp("A tag for all of its articles; may be repeated.", valueName: "name"))
  var tag: [String] = []

  @Flag(help: "Fetch the whole article for each item.")
  var fullText = false

  @Flag(help: "Only show what is there.")
  var list = false

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    guard name == nil || addresses.count == 1 else { throw CommandFailure(.usage, setup.words.oneNameOneAddress) }
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    var status: ExitStatus?
    var found: [FoundFeed] = []
    var answers = FeedAnswers()
    for address in addresses where !cancellation.isCancelled {
      do throws(FeedSearchFailure) {
        let discovery = try NewsLibrary.findFeeds(at: address, with: setup.fetchSettings, cancellation: cancellation)
        if let unexpected = discovery.unexpected {
          CommandRunner.reportError(setup.words.unexpected(unexpected, at: address))
        }
        show(discovery.feeds, setup, &output)
        if let first = discovery.feeds.first { found.append(first) }
        if !list { answers.merge(discovery.answers) }
      } catch {
        guard !cancellation.isCancelled else { break }
        CommandRunner.reportError(setup.words.nothingFound(at: address, error))
        status = error.reason.exitStatus
      }
    }
    try output.flush()
    if !list, !found.isEmpty {
      let failed = try follow(found, answers, setup, cancellation, &output)
      status = status ?? failed
    }
    if let status = interruption.status ?? status { throw status }
  }

  /// One feed is one line; of several, the others say how they are followed.
  private func show(_ feeds: [FoundFeed], _ setup: Setup, _ output: inout Output) {
    for (index, feed) in feeds.enumerated() {
      output.writeLine(setup.words.found(feed, isFirst: index == 0))
      for title in feed.newestTitles { output.writeLine("    " + title) }
    }
    guard !list, feeds.count > 1 else { return }
    output.writeLine(setup.words.othersFound(feeds.dropFirst().map(\.address)))
  }

  /// Subscribes and fetches. Returns how the fetch failed, if it did.
  private func follow(
    _ feeds: [FoundFeed], _ answers: FeedAnswers, _ setup: Setup, _ cancellation: Cancellation,
    _ output: inout Output
  ) throws -> ExitStatus? {
    try setup.withOwnLibrary(.create) { library in
      var added: [Subscription.ID] = []
      for feed in feeds {
        let wanted = Subscription(
          name: try name ?? library.freeName(for: feed), address: feed.address, homePage: feed.homePage,
          folders: folder,
          tags: tag, fetchesArticles: fullText)
        do {
          let new = try library.store.subscribe(wanted)
          added.append(new.id)
          output.writeLine(setup.words.subscribed(new))
        } catch StoreError.subscription(.alreadyThere(let other)) {
          output.writeLine(setup.words.followedAlready(other))
        }
      }
      try output.flush()
      guard !added.isEmpty, !cancellation.isCancelled else { return nil }
      return try RefreshRun(setup: setup, library: library, cancellation: cancellation, answers: answers)
        .run(.only(added), &output)
    }
  }
}

extension FetchFailure {
  /// What the shell is told where nothing could be had.
  var exitStatus: ExitStatus {
    switch self {
    case .badAddress: .usage
    case .notNews, .tooLarge, .badRedirect, .notHTTP: .badData
    case .hostNotFound, .noConnection, .timedOut, .insecure, .tooManyRedirects, .broken, .status: .inputOutput
    }
  }
}

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
      for subscription in try library.store.subscriptions(named: sources, setup.words) {
        let articles = try library.store.unsubscribe(subscription.id, removingArticles: withArticles)
        output.writeLine(setup.words.deleted(subscription, articles: articles))
      }
    }
  }
}
