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
  /// What came of handing an article out.
  case handedOff(HandoffEnd)
  /// The text is too long for the clipboard, which takes so many bytes.
  case copyRefused(limit: Int)
  /// The store refused a change of what the reader keeps; the text says why.
  case savedChangeFailed(SafeText)
  /// The analysis has learned something, in whose list of facets the reader taught it.
  case taught(Lesson, about: ArticleKey?, ChangePurpose)
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
  /// What is wrong in the configuration, in the order of its files.
  case mistakes([SafeText])
  /// A background activity's progress, 0 … 1, or nil at its end.
  case progress(SafeText, Double?)
}

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
  /// Teaches the analysis; answered by `Action.taught`. The article is read anew at once, others beside the screen.
  case teach(Lesson, about: ArticleKey?, ChangePurpose)
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
  /// Hands an article to what is outside of the program; answered by `Action.handedOff`.
  case handOff(HandoffRequest)
  /// Gives a program the terminal until it ends; answered by `Action.handedOff`.
  case lendTerminal(TerminalProgram)
  /// Copies a text to the clipboard, and shows the notice where the terminal took it; else `Action.copyRefused` answers.
  case copy(SafeText, notice: SafeText)
  /// Tells of something on the desktop.
  case notifyDesktop(SafeText)
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
