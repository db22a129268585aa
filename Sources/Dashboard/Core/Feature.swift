import Configuration
import NewsModel
import Terminal
import TextBasics
import Wording

/// A part of the dashboard that owns its state: others read it, and change it by sending an event.
protocol Feature: Sendable {
  associatedtype Event: Sendable

  /// Takes in what happened; what has to happen outside of the feature is returned, in order.
  mutating func update(_ event: Event, in environment: Environment) -> [Outcome]
}

/// What happens to a part of the dashboard.
enum DashboardEvent: Sendable {
  case navigation(Navigation.Event)
  case feed(Feed.Event)
  case reader(Reader.Event)
  case charts(Charts.Event)
  case saved(Saved.Event)
  case sources(Sources.Event)
  case company(CompanyPage.Event)
  case refresh(Refresh.Event)
  case bulk(Bulk.Event)
  case export(Export.Event)
  case handoff(Handoff.Event)
  case desktopNotices(DesktopNotices.Event)
  case arrivals(ArrivalCounts.Event)
  case overlays(Overlays.Event)
  case themes(Themes.Event)
}

/// What features see of the dashboard around them.
struct Environment: Sendable {
  let presentation: Presentation
  let now: Timestamp
  let size: Size
  let page: Page
  let focus: Pane
  /// What the list shows.
  let filter: Query
  /// The company whose page is shown, or was shown last.
  let company: String?
  /// Whether the list follows a query that is being typed.
  let isTypingQuery: Bool
  /// Whether a list, a line or a question lies over the panes.
  let hasOverlay: Bool
  /// Whether the length of the list is being counted.
  let awaitsTotal: Bool

  var words: Words { presentation.words }
  var notation: QueryNotation { QueryNotation(now: now, zone: presentation.zone) }
}

/// What a feature wants done outside of itself: its only way to reach others.
enum Outcome: Sendable {
  case effect(Effect)
  /// Asks the library; earlier requests of the slot are stale from now on.
  case ask(any Request)
  /// Drops what the slots ask: nobody waits for it any more.
  case drop([RequestSlot])
  /// Sends the timer after the given time; an earlier timer of the slot is stale from now on.
  case wake(TimerSlot, afterMilliseconds: Int)
  /// Shows a message for some seconds, and keeps it in the log.
  case notify(SafeText, isError: Bool)
  /// Shows a message that the log does not keep.
  case hint(SafeText)
  /// Keeps a message in the log alone.
  case record(SafeText, isError: Bool)
  /// What told how far it has come is at its end.
  case progressEnded
  /// Puts a change among those that `u` undoes.
  case remember(UndoEntry)
  /// The last change of what the reader keeps was refused, so that there is nothing to undo.
  case forgetSavedChange
  case present(Overlay)
  /// The reader has decided something in an overlay.
  case decided(Decision)
  case use(Theme)
  case show(Page)
  /// Another page is shown.
  case shown(Page)
  /// Shows the page of a company, by the name under which the store keeps it (`600519.SH`); back leads to where the reader is now.
  case openCompany(String)
  /// Shows the page of a company as it was left.
  case returnToCompany(String)
  /// Another pane than the reader has the keys.
  case readerLeft
  /// Asks for a tag.
  case chooseTag(TagUse)
  /// Shows the list of a filter; `back` returns to the present one.
  ///
  /// - Parameters:
  ///   - source: where the filter comes from; without it what was typed of the present one is kept.
  ///   - key: the article that is selected in the list; without it the one that is selected now, where the list has it.
  case filter(Query, source: FilterSource? = nil, selecting: ArticleKey? = nil)
  /// Opens an article among those of a filter; back leads to the page that is shown now.
  case read(ArticleKey, of: Query)
  /// Adds a term to the filter, and goes to the list.
  case narrow(Query)
  /// The text of a filter is kept under a name.
  case named(String, text: String)
  case filterChanged
  /// The first headlines of a list are there.
  case listed(selected: ArticleKey?)
  /// Another article of the list is selected.
  case selected(ArticleKey)
  /// The place where the reader is now is remembered for the next start.
  case savePlace
  case refresh(RefreshScope)
  /// News came into the store.
  case libraryChanged
  /// A refresh that has ended brought news.
  case refreshBroughtNews
  /// Sources were fetched, and brought no news.
  case sourcesOutdated
  /// Many articles changed; nil where it is not known how.
  case manyChanged(by: BulkRequest?)
}

extension [Outcome] {
  mutating func ask(_ request: some Request) { append(.ask(request)) }

  mutating func notify(_ words: String, isError: Bool = false) { append(.notify(SafeText(words), isError: isError)) }
}
