import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics

/// `newstape sources`
struct SourcesCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "sources",
      .init(
        "列出来源及其条数（多的在前），以及订阅的状态。",
        "Lists sources with their counts, most frequent first, and how your feeds are doing."),
      .init(
        """
        没有来源的新闻不计。不写查询时，尚无新闻的订阅也会列出。

        输出到管道时每行为名称、新闻数、未读数，以制表符分隔。订阅的来源另有五项：状态（ok、failing、gone、\
        new）、日均条数、上次成功、下次刷新（ISO 8601）和网址。
        """,
        """
        Articles that name no source are not counted. Without a query, feeds are listed even where they \
        have brought nothing yet.

        Into a pipe as lines of name, articles and unread articles, separated by tabs. A source that you \
        subscribe to has five more fields: health (ok, failing, gone, new), articles a day, last success, \
        next try (ISO 8601) and address.
        """),
      examples: [
        "newstape sources",
        "newstape sources --tag IPO --json",
      ])
  }

  @OptionGroup var terms: TermOptions
  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let sources = try sources(setup)
    if terms.json {
      for source in sources {
        // A source that is not followed is what a tag is: a name with counts.
        guard let overview = source.overview else {
          try output.writeJSON(TermObject(source.term))
          continue
        }
        try output.writeJSON(SourceObject(source.term, overview, zone: setup.sourceZone))
      }
    } else if output.isTerminal {
      try SourceTable(setup: setup).write(sources, to: &output)
    } else {
      for source in sources { try output.writeRow(source.fields(zone: setup.sourceZone)) }
    }
  }

  private func sources(_ setup: Setup) throws -> [ListedSource] {
    let query = try terms.filter.query(setup)
    let limit = try setup.limit(terms.limit)
    return try setup.withOwnLibrary { library in
      var followed = try library.store.subscriptionOverviews()
      var sources = try library.store.terms(.source, matching: query, limit: limit).map { term in
        let index = followed.firstIndex { $0.subscription.hasName(term.name) }
        return ListedSource(term: term, overview: index.map { followed.remove(at: $0) })
      }
      if query.withoutOrder == .all {
        let silent = followed.filter { $0.articles == 0 }.prefix(max(0, limit - sources.count))
        sources += silent.map { ListedSource(term: TermCount(name: $0.subscription.name, count: 0), overview: $0) }
      }
      return sources
    }
  }
}
