package import NewsModel
package import TextBasics

/// What `update` wants done outside of the state: plain data that the program carries out.
package enum Effect: Hashable, Sendable {
  /// Asks the library; answered by `Action.answered` or `failed`.
  case ask(AskedRequest)
  /// Stops the request of the slot: the dashboard does not want its response any more.
  case stop(RequestSlot)
  /// Changes statuses; answered by `Action.changed`.
  case change(StatusChange, ChangePurpose)
  /// Changes many articles; tells its progress under the label, and is answered by `Action.bulkEnded`.
  case bulk(BulkRequest, label: SafeText)
  /// Undoes a change of many articles, in the same way.
  case undoBulk(UndoStep.ID, label: SafeText)
  /// Stops the change of many articles that is going on; what was done until then stays.
  case stopBulk
  /// Writes articles into a file; tells its progress under the label, and is answered by `Action.exportEnded`.
  case export(ExportRequest, label: SafeText)
  /// Stops the file that is being written; nothing of it is left.
  case stopExport
  /// Changes what the reader keeps, all of it or, with `Action.savedChangeFailed`, as far as possible.
  case changeSaved([SavedChange])
  /// Changes what the reader follows; answered by `Action.subscriptionChanged` or `subscriptionFailed`. Where the sample is
  /// open, the reader's own store is made and opened first, and `Action.storeChanged` tells so.
  case changeSubscription(SubscriptionChange, ChangePurpose)
  /// Fetches sources; tells its progress by `Action.refreshProgressed` and its end by `refreshEnded`.
  case refresh(RefreshRequest)
  /// Stops the refresh that goes on; what came in until then stays.
  case stopRefresh
  /// Delivers the timer after the given time.
  case wake(TimerTag, afterMilliseconds: Int)
  case openInBrowser(String)
  case copy(SafeText)
  /// Remembers where the reader is for the next start.
  case save(SavedSession)
  case redraw
  /// Stops the program until the shell continues it.
  case suspend
  case quit
}

/// Why statuses change: an undo is not itself undone.
package enum ChangePurpose: Hashable, Sendable {
  case byUser
  case byReading
  case undo
}
