public import NewsModel
public import NewsStore

extension NewsLibrary {
  /// Changes the status of some articles. Returns the change that undoes it, which holds only what really changed.
  public func apply(_ change: StatusChange) throws(LibraryError) -> StatusChange {
    let inverse = try store.apply(change)
    if !inverse.keys.isEmpty { announceOwnChange() }
    return inverse
  }

  /// Marks all matching articles read. Returns the change that undoes it.
  public func markAllRead(
    matching query: Query, cancellation: LibraryCancellation? = nil
  ) throws(LibraryError) -> StatusChange {
    let inverse = try store.markRead(matching: query, value: true, cancellation: cancellation)
    if !inverse.keys.isEmpty { announceOwnChange() }
    return inverse
  }

  /// What the dashboard last asked to remember; nil where it never did.
  public func session() throws(LibraryError) -> String? { try store.setting(Self.sessionSetting) }

  /// Remembers the dashboard's place for its next start.
  public func saveSession(_ text: String) throws(LibraryError) { try store.setSetting(Self.sessionSetting, text) }

  private static let sessionSetting = "session"
}
