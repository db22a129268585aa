public import NewsModel

/// What a fetch of a subscription brought.
public struct FeedUpdate: Sendable {
  public var id: Subscription.ID
  /// The address that was asked; nil for that of the subscription, whatever it is now. Where the reader has changed it meanwhile, the
  /// state says nothing of the new one, and is dropped.
  public var address: String?
  /// What is to be remembered of the fetch.
  public var state: FetchState
  /// Where the server said that the feed has moved for good.
  public var movedTo: String?
  /// The page for people, where the feed names one.
  public var homePage: String?
  /// The items that are not known as they are now (`NewsStore.knownItems`), in the feed's order. Those without a source are news
  /// of the subscription, and all bear its tags.
  public var items: [Item]
  /// The names that several of all items that the feed holds now bear, known ones among them.
  public var sharedNames: SharedNames
  /// The digests of all items that the feed holds now; not looked at where none is new.
  public var digests: [ItemDigest]

  public init(
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
