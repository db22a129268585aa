import ArgumentParser
import NewsFetching
import NewsLibrary
import NewsModel
import NewsStore
import TextBasics
import Wording

/// `newstape add`
struct AddCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "add",
      .init("订阅网站：输入订阅源或网页的网址。", "Subscribes to a feed, or to the feed of a web page."),
      .init(
        """
        在该网址查找订阅源：网址本身、网页声明或链接的，以及网站的常见位置。列出找到的，订阅第一个并立即取回\
        其内容。没有写协议时按 https 访问。
        """,
        """
        Looks for feeds at the address: the feed itself, those that the page names or links, and the usual \
        places of the site. What was found is shown; the first is subscribed to, and its items are taken in \
        at once. Without a scheme, https is meant.
        """),
      examples: [
        "newstape add https://news.example/",
        "newstape add news.example --list",
        "newstape add https://news.example/rss --name 晨报 --folder 财经 --tag 宏观 --full-text",
      ])
  }

  @Argument(help: .text("订阅源或网页的网址。", "Addresses of feeds or of web pages.", value: .url))
  var addresses: [String]

  @Option(help: .text("订阅的名称；不写时为订阅源的标题。", "What the feed is called; left out, its own title.", value: .name))
  var name: String?

  @Option(help: .text("所属文件夹；可重复，逐层嵌套。", "A folder for it; repeated, one within the other.", value: .name))
  var folder: [String] = []

  @Option(help: .text("为其全部新闻添加的标签；可重复。", "A tag for all of its articles; may be repeated.", value: .name))
  var tag: [String] = []

  @Flag(help: .text("抓取全文。", "Fetch the full text of each item."))
  var fullText = false

  @Flag(help: .text("只列出找到的，不订阅。", "Only show what is there."))
  var list = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "remove",
      .init("退订。", "Unsubscribes from feeds."),
      .init(
        "已有的新闻保留；加 --with-articles 则一并删除，且不能撤销。重新订阅时，已有的新闻不会重复。",
        """
        Their articles stay, unless --with-articles removes them too, which cannot be undone. Articles that \
        are there are recognised when the feed is added again.
        """),
      examples: [
        "newstape remove 晨报",
        "newstape remove https://news.example/rss --with-articles",
      ])
  }

  @Argument(help: .text("订阅的名称或网址。", "Feeds by name or address.", value: .source))
  var sources: [String]

  @Flag(help: .text("一并删除其新闻。", "Remove the articles that they brought, too."))
  var withArticles = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try setup.withOwnLibrary { library in
      for subscription in try library.store.subscriptions(named: sources, setup.words) {
        let articles = try library.store.unsubscribe(subscription.id, removingArticles: withArticles)
        output.writeLine(setup.words.deleted(subscription, articles: articles))
      }
    }
  }
}
