import NewsModel
import Wording

extension Presentation {
  var words: Words { Words(language: language) }
}

// What the dashboard's own things are called.

extension Words {
  func name(of page: Page) -> String {
    switch page {
    case .news: news
    case .saved: saved
    case .statistics: statistics
    case .sources: sources
    }
  }

  func name(of chart: Chart) -> String {
    switch chart {
    case .volume: volumeName
    case .tags: tags
    case .sources: sources
    case .labels: labels
    case .status: readAndUnread
    }
  }

  func name(of column: SourceColumn) -> String {
    switch column {
    case .name: sources
    case .folder: folder
    case .articlesADay: articlesADayBriefly
    case .unread: unread
    case .lastSuccess: lastBriefly
    case .nextTry: nextBriefly
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
    let articles = confirmation.count.map(articlesMeant) ?? theseArticles
    return switch confirmation.subject {
    case .bulk(let request): changeQuestion(articles, request.actions)
    case .undo(let step): undoQuestion(articles, step.actions, madeAt: CivilTime(step.made, in: presentation.zone))
    case .replaceFile(let request): replaceQuestion(request.path)
    case .stopExport: stopExportQuestion
    case .unsubscribe(let source): removeQuestion(source.name)
    }
  }
}
