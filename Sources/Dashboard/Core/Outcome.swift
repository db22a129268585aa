import NewsModel
import TextBasics

/// What a feature wants done outside of itself: its only way to reach others.
enum Outcome: Sendable {
  case effect(Effect)
  /// Asks the library; earlier requests of the slot are stale from now on.
  case ask(any Request)
  /// Sends the timer after the given time; an earlier timer of the slot is stale from now on.
  case wake(TimerSlot, afterMilliseconds: Int)
  /// Shows a message for some seconds, and keeps it in the log.
  case notify(SafeText, isError: Bool)
  /// Keeps a message in the log alone.
  case record(SafeText, isError: Bool)
  /// What told how far it has come is at its end.
  case progressEnded
  /// Puts a change among those that `u` undoes.
  case remember(UndoEntry)
  /// The last change of what the reader keeps was refused, so that there is nothing to undo.
  case forgetSavedChange
  case present(Overlay)
  case show(Page)
  /// Asks for a tag.
  case chooseTag(TagUse)
  /// Shows the list of a filter; `back` returns to the present one.
  ///
  /// - Parameter source: where the filter comes from; without it what was typed of the present one is kept.
  case filter(Query, source: FilterSource? = nil)
  /// Adds a term to the filter, and goes to the list.
  case narrow(Query)
  /// The text of a filter is kept under a name.
  case named(String, text: String)
  case refresh(RefreshScope)
  /// News came into the store.
  case libraryChanged
  /// Sources were fetched, and brought no news.
  case sourcesOutdated
  /// Many articles changed; nil where it is not known how.
  case manyChanged(by: BulkRequest?)
}

extension [Outcome] {
  mutating func ask(_ request: some Request) { append(.ask(request)) }

  mutating func notify(_ words: String, isError: Bool = false) { append(.notify(SafeText(words), isError: isError)) }
}
