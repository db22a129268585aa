package import NewsModel

/// What a fetch of a subscription brought.
package struct FeedUpdate: Sendable {
  package var id: Subscription.ID
  /// The address that was asked; nil for that of the subscription, whatever it is now. Where the reader has changed it meanwhile, the
  /// state says nothing of the new one, and is dropped.
  package var address: String?
  /// What is to be remembered of the fetch.
  package var state: FetchState
  /// Where the server said that the feed has moved for good.
  package var movedTo: String?
  /// The page for people, where the feed names one.
  package var homePage: String?
  /// The items that are not known as they are now (`NewsStore.knownItems`), in the feed's order. Those without a source are news
  /// of the subscription, and all bear its tags.
  package var items: [Item]
  /// The names that several of all items that the feed holds now bear, known ones among them.
  package var sharedNames: SharedNames
  /// The digests of all items that the feed holds now; not looked at where none is new.
  package var digests: [ItemDigest]

  package init(
    id: Subscription.ID, address: String? = nil, state: FetchState, movedTo: String? = nil, homePage: String? = nil,
    items: [Item] = [], sharedNames: SharedNames = SharedNames(), digests: [ItemDigest] = []
  ) {
    self.id = id
    self.address = address
    self.state = state
    self.movedTo = movedTo
    self.homePage = homePage
    self.items = items
    self.sharedNames = sharedNames
    self.digests = digests
  }
}
