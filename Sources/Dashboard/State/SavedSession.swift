import NewsModel

/// Where the reader was when the program ended, as far as the next start takes it up.
package struct SavedSession: Codable, Hashable, Sendable {
  var page: Page
  var focus: Pane
  var isZoomed: Bool
  /// The filter as it was typed, or else in the words of the query language.
  var filter: String
  var selected: ArticleKey?
  var span: StatisticsSpan
  /// The theme chosen while running; it holds where the configuration names none.
  package private(set) var theme: String?
  /// What was typed into the prompts.
  var typed: TypedHistory
}

extension State {
  /// What of this state the next start is to take up. A query that is still being typed is not kept yet.
  package var session: SavedSession {
    let step = overlays.prompt?.kind.origin ?? presentStep
    return SavedSession(
      page: page, focus: focus == .reader ? .feed : focus, isZoomed: navigation.isZoomed && focus != .reader,
      filter: step.source?.text ?? notation.describe(step.filter), selected: step.selected, span: charts.page.span,
      theme: themes.chosen, typed: overlays.history)
  }
}
