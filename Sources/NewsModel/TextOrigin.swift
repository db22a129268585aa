/// Which text of an article is shown, where its page may have another than its feed.
package enum TextOrigin: Hashable, Sendable {
  /// The text that came with it; no other is wanted.
  case own
  /// That of its page, in the place of the feed's.
  case page
  /// The feed's, until the page comes. The failure is that of the last attempt; nil where there was none yet.
  case pagePending(FetchFailure?)
  /// The feed's: the page could not be had, and is not tried again.
  case pageMissing(FetchFailure)
}
