public import NewsModel

/// What a fetch of a subscription brought.
public struct FeedUpdate: Sendable {
  public var id: Subscription.ID
  /// What is to be remembered of the fetch.
  public var state: FetchState
  /// Where the server said that the feed has moved for good.
  public var movedTo: String?
  /// The page for people, where the feed names one.
  public var homePage: String?
  /// The items that are not known as they are now (`NewsStore.knownItems`), in the feed's order.
  public var items: [Item]
  /// The digests of all items that the feed holds now; not looked at where none is new.
  public var digests: [ItemDigest]

  public init(
    id: Subscription.ID, state: FetchState, movedTo: String? = nil, homePage: String? = nil, items: [Item] = [],
    digests: [ItemDigest] = []
  ) {
    self.id = id
    self.state = state
    self.movedTo = movedTo
    self.homePage = homePage
    self.items = items
    self.digests = digests
  }
}
