import NewsModel

/// Where the reader was when the program ended, as far as the next start takes it up.
public struct SavedSession: Codable, Hashable, Sendable {
  var page: Page
  var focus: Pane
  var isZoomed: Bool
  var filter: Query
  /// The filter as it was typed; sessions of earlier versions have none.
  var filterText: String?
  var selected: ArticleKey?
  var span: StatisticsSpan
  /// The theme chosen while running; it holds where the configuration names none.
  public private(set) var theme: String?
  /// What was typed into the prompts; sessions of earlier versions have none.
  var typed: TypedHistory?
}

extension State {
  /// What of this state the next start is to take up. A query that is still being typed is not kept yet.
  public var session: SavedSession {
    let step = stepBeforeTyping ?? presentStep
    return SavedSession(
      page: page, focus: focus == .reader ? .feed : focus, isZoomed: isZoomed && focus != .reader, filter: step.filter,
      filterText: step.source?.text, selected: step.selected, span: statisticsPage.span, theme: chosenTheme,
      typed: typed)
  }

  mutating func restore(_ session: SavedSession) {
    page = session.page
    focus = session.focus
    isZoomed = session.isZoomed
    // What was typed is read anew: today is another day.
    filter = session.filterText.flatMap { try? parse($0) } ?? session.filter
    filterSource = session.filterText.map { FilterSource(query: filter, text: $0) }
    timeline.wanted = session.selected
    statisticsPage.span = session.span
    chosenTheme = session.theme
    typed = session.typed ?? TypedHistory()
  }
}
