import NewsModel
import TextBasics
import Wording

extension Keymap {
  /// The keys that sentences name: the first of each command.
  func keysInSentences(inASCII: Bool) -> [KeyedCommand: String] {
    var keys: [KeyedCommand: String] = [:]
    for named in KeyedCommand.allCases {
      keys[named] = Command.named(named.rawValue).flatMap { self.keys(for: $0, inASCII: inASCII).first }
    }
    return keys
  }
}

extension Presentation {
  /// What a query lists, in so few words that a question about it stays whole; empty for all articles.
  func briefTitle(of query: Query) -> String {
    truncate(SafeText(words.title(of: query, in: zone)), to: 24).string
  }
}

// What the dashboard's own things are called.

extension Words {
  func name(of page: Page) -> String {
    switch page {
    case .news: news
    case .saved: following
    case .statistics: statistics
    case .sources: feeds
    case .company: company
    }
  }

  /// Where keys work; nil where that is everywhere.
  func name(of context: CommandContext) -> String? {
    switch context {
    case .everywhere: nil
    case .feed: name(of: Page.news)
    case .table: table
    case .reader: reader
    case .saved: name(of: Page.saved)
    case .statistics: name(of: Page.statistics)
    case .sources: name(of: Page.sources)
    case .company: companyPage
    }
  }

  func name(of chart: Chart) -> String {
    switch chart {
    case .volume: volumeName
    case .tags: name(of: TermField.tag)
    case .companies: name(of: TermField.company)
    case .events: name(of: TermField.event)
    case .sources: name(of: TermField.source)
    case .calendar: calendar
    case .topics: name(of: TermField.topic)
    case .labels: name(of: TermField.label)
    case .status: readAndUnread
    }
  }

  func name(of column: SourceColumn) -> String {
    switch column {
    case .name: feeds
    case .folder: folder
    case .articlesADay: articlesADayBriefly
    case .unread: unread
    case .lastSuccess: lastBriefly
    case .nextTry: nextBriefly
    }
  }

  func title(of column: TableColumn) -> String {
    switch column {
    case .time: timeColumn
    case .company: companyColumn
    case .event: eventColumn
    case .amount: amountColumn
    case .change: changeColumn
    case .tone: toneColumn
    case .source: sourceColumn
    case .title: titleColumn
    }
  }

  func name(of field: SourceField) -> String {
    switch field {
    case .name: nameOfSource
    case .address: address
    case .folder: folder
    case .tags: tags
    }
  }

  func health(_ health: SourceHealth) -> String {
    switch health {
    case .good: healthGood
    case .untried: healthUntried
    case .gone: healthGone
    case .failing: healthFailing
    }
  }

  /// What is asked before something that cannot be seen beforehand.
  func question(_ confirmation: Confirmation, _ presentation: Presentation) -> String {
    switch confirmation.subject {
    case .bulk(let request):
      changeQuestion(
        confirmation.count, of: presentation.briefTitle(of: request.query), request.actions)
    case .undo(let step):
      undoQuestion(confirmation.count, step.actions, madeAt: CivilTime(step.made, in: presentation.zone))
    case .replaceFile(let request): replaceQuestion(request.path)
    case .stopExport: stopExportQuestion
    case .unsubscribe(let source): removeQuestion(source.name)
    }
  }
}
