import ArgumentParser
import NewsLibrary
import NewsModel
import TextBasics

/// `newstape sources`
struct SourcesCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists sources with their counts, most frequent first, and how those that you follow are doing.",
    discussion: """
      Articles that name no source are not counted. Without a query, sources that you follow are listed even where they \
      have brought nothing yet.

      Into a pipe as lines of name, articles and unread articles, separated by tabs. A source that you follow has five \
      more fields: health (ok, failing, gone, new), articles a day, last success, next try (ISO 8601) and address.

      EXAMPLES:
        newstape sources
        newstape sources --tag IPO --json
      """)

  @OptionGroup var terms: TermOptions
  @OptionGroup(title: "Global options") var options: GlobalOptions

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
    let limit = try terms.checkedLimit(setup)
    return try setup.withOwnLibrary { library in
      var followed = try library.store.subscriptionOverviews()
      var sources = try library.store.terms(.source, matching: query, limit: limit).map { term in
        let index = followed.firstIndex { $0.subscription.hasName(term.name) }
        return ListedSource(term: term, overview: index.map { followed.remove(at: $0) })
      }
      if query == .all {
        let silent = followed.filter { $0.articles == 0 }.prefix(max(0, limit - sources.count))
        sources += silent.map { ListedSource(term: TermCount(name: $0.subscription.name, count: 0), overview: $0) }
      }
      return sources
    }
  }
}
