package import NewsModel
import NewsStore
import TextBasics

extension NewsLibrary {
  /// What the reader follows, in the order in which it was taken up.
  package func subscriptions() throws(LibraryError) -> [Subscription] { try store.subscriptions() }

  /// The same as they are doing, with the counts of the sources that bear their names.
  package func subscriptionOverviews(at now: Timestamp = .now) throws(LibraryError) -> [SubscriptionOverview] {
    try store.subscriptionOverviews(at: now)
  }

  /// Follows a feed; `refresh` fetches it. Returns it with its id: that which it had when it was followed before.
  ///
  /// Throws `LibraryError.name` for a name that is refused or taken, and `.subscription` for an address that is refused or followed
  /// already.
  package func subscribe(_ subscription: Subscription) throws(LibraryError) -> Subscription {
    let new = try store.subscribe(subscription)
    announceOwnChange()
    return new
  }

  /// Writes what the reader changed in a subscription. Another name becomes the source of the articles that bore the old one.
  ///
  /// Throws as `subscribe` does.
  package func update(_ subscription: Subscription) throws(LibraryError) {
    try store.update(subscription)
    announceOwnChange()
  }

  /// Follows a feed no longer. Its articles stay unless they are to go too. Returns how many went.
  @discardableResult
  package func unsubscribe(
    _ id: Subscription.ID, removingArticles: Bool = false
  ) throws(LibraryError) -> Int {
    let removed = try store.unsubscribe(id, removingArticles: removingArticles)
    announceOwnChange()
    return removed
  }

  /// A name for a feed that no subscription has: its title, else the host of its address, with a number where that is taken.
  package func freeName(for feed: FoundFeed) throws(LibraryError) -> String {
    var names = FreeNames(try subscriptions())
    return names.name(for: feed)
  }
}

extension Subscription {
  /// Whether this is its name, however it is written.
  package func hasName(_ text: String) -> Bool { Folding.fold(name) == Folding.fold(text) }
}
