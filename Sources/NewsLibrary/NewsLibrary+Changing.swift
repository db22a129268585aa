package import NewsModel
import NewsStore

extension NewsLibrary {
  /// Changes the status of some articles. Returns the change that undoes it, which holds only what really changed.
  package func apply(_ change: StatusChange) throws(LibraryError) -> StatusChange {
    let inverse = try store.apply(change)
    if !inverse.keys.isEmpty { announceOwnChange() }
    return inverse
  }

  /// Marks all matching articles read. Returns the change that undoes it.
  package func markAllRead(
    matching query: Query, cancellation: LibraryCancellation? = nil
  ) throws(LibraryError) -> StatusChange {
    let inverse = try store.markRead(matching: query, value: true, cancellation: cancellation)
    if !inverse.keys.isEmpty { announceOwnChange() }
    return inverse
  }

  /// Changes the status of all articles that match now; what it did can be undone with `undo`, also after a restart.
  ///
  /// Takes some 20 s a million articles, in short transactions that leave reading alone. When it is cancelled, what it did
  /// until then stays, and `wasCancelled` says so.
  package func apply(
    _ actions: [StatusAction], matching query: Query, cancellation: LibraryCancellation? = nil,
    progress: (BulkProgress) -> Void = { _ in }
  ) throws(LibraryError) -> BulkChange {
    let done = try store.apply(actions, matching: query, cancellation: cancellation, progress: progress)
    if done.articles > 0 { announceOwnChange() }
    return done
  }

  /// The changes of many articles that can be undone, newest first.
  package func undoSteps() throws(LibraryError) -> [UndoStep] { try store.undoSteps() }

  /// Undoes a change of many articles, the newest where none is named, and forgets it. Returns nil where there is none.
  ///
  /// When it is cancelled, calling it again goes on.
  package func undo(
    _ step: UndoStep.ID? = nil, cancellation: LibraryCancellation? = nil,
    progress: (BulkProgress) -> Void = { _ in }
  ) throws(LibraryError) -> BulkChange? {
    let done = try store.undo(step, cancellation: cancellation, progress: progress)
    if let done, done.articles > 0 { announceOwnChange() }
    return done
  }

  /// What the dashboard last asked to remember; nil where it never did.
  package func session() throws(LibraryError) -> String? { try store.setting(Self.sessionSetting) }

  /// Remembers the dashboard's place for its next start.
  package func saveSession(_ text: String) throws(LibraryError) { try store.setSetting(Self.sessionSetting, text) }

  private static let sessionSetting = "session"
}
