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
  /// Puts a change among those that `u` undoes.
  case remember(UndoEntry)
  /// The last change of what the reader keeps was refused, so that there is nothing to undo.
  case forgetSavedChange
  case present(Overlay)
  case show(Page)
  /// Shows the list of a filter; `back` returns to the present one.
  case filter(FilterSource)
  /// The text of a filter is kept under a name.
  case named(String, text: String)
}

extension [Outcome] {
  mutating func ask(_ request: some Request) { append(.ask(request)) }

  mutating func notify(_ words: String, isError: Bool = false) { append(.notify(SafeText(words), isError: isError)) }
}
