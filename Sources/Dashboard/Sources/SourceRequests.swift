import NewsModel

/// What the reader follows.
struct SubscriptionsRequest: Request {
  static let slot = RequestSlot.sources

  func response(from library: some Library) throws -> [SubscriptionOverview] { try library.subscriptions() }

  func received(_ overviews: [SubscriptionOverview], _ state: inout State, _ effects: inout [Effect]) {
    state.sources.take(overviews)
  }
}

/// The feeds at an address that the reader typed.
struct DiscoveryRequest: Request {
  static let slot = RequestSlot.discovery
  let address: String

  func response(from library: some Library) throws -> FeedSearchResult { try library.feeds(at: address) }

  func received(_ result: FeedSearchResult, _ state: inout State, _ effects: inout [Effect]) {
    switch result {
    case .found(let feeds, let unexpected): state.feedsFound(feeds, insteadOf: unexpected, &effects)
    case .unanswered(let reason, let address): state.offer(overHTTP: address, reason)
    }
  }
}
