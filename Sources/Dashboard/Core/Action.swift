package import NewsModel
package import Terminal
package import TextBasics

/// Everything that can happen to the dashboard.
package enum Action: Sendable {
  case input(InputEvent)
  case command(Command)
  case timer(TimerTag)
  /// The time of day, sent at every full minute.
  case clock(Timestamp)
  case answered(Response)
  /// The library could not answer; the text says why and what to do.
  case failed(SafeText, RequestNumber)
  /// Statuses were changed; the inverse undoes it.
  case changed(inverse: StatusChange, ChangePurpose)
  /// A change of many articles has come to its end.
  case bulkEnded(BulkEnd)
  /// A file of articles has been written, or not.
  case exportEnded(ExportEnd)
  /// The store refused a change of what the reader keeps; the text says why.
  case savedChangeFailed(SafeText)
  /// What the reader follows was changed; a source that was added has its id.
  case subscriptionChanged(SubscriptionChange, ChangePurpose)
  /// The store refused a change of what the reader follows; the text says why.
  case subscriptionFailed(SafeText)
  /// How far the refresh that goes on has come.
  case refreshProgressed(RefreshProgress)
  case refreshEnded(RefreshEnd)
  /// Another store took the place of the one before.
  case storeChanged(isSample: Bool)
  /// The store's content changed, by an import, a refresh or another program.
  case libraryChanged
  /// Something that the user should know.
  case notice(SafeText, isError: Bool)
  /// A background activity's progress, 0 … 1, or nil at its end.
  case progress(SafeText, Double?)
}
