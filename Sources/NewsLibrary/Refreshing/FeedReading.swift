import NewsFetching
import NewsModel
import NewsParsing
import NewsStore

/// A subscription with what was remembered of its last fetch.
struct FollowedFeed: Sendable {
  var subscription: Subscription
  var state: FetchState
}

/// What became of the fetch of one subscription.
struct ReadFeed: Sendable {
  var feed: FollowedFeed
  /// What is to be saved.
  var update: FeedUpdate
}

/// Makes of what was fetched what is to be saved. Runs on any thread.
struct FeedReading: Sendable {
  let store: NewsStore
  let settings: FetchSettings
  /// By the number of the request.
  let feeds: [FollowedFeed]
  let policy = FetchPolicy()

  func requests() -> [FetchRequest] {
    let now = settings.now()
    return feeds.enumerated().map { number, feed in
      policy.request(id: number, address: feed.subscription.address, state: feed.state, now: now)
    }
  }

  func read(_ request: FetchRequest, _ outcome: FetchOutcome) -> ReadFeed {
    let feed = feeds[request.id]
    guard case .fetched(let body) = outcome else { return ReadFeed(feed: feed, update: update(feed, outcome)) }
    guard body.hash != feed.state.bodyHash else {
      return ReadFeed(feed: feed, update: update(feed, outcome, interval: feed.state.feedInterval))
    }
    switch WebReading.feed(body, zone: settings.sourceZone, limit: settings.limits.bodySize) {
    case .failure(let failure): return ReadFeed(feed: feed, update: update(feed, .failed(failure, body.hints)))
    case .success(let parsed):
      var update = update(feed, outcome, interval: parsed.updateInterval)
      update.state.note = parsed.notes.isEmpty ? nil : settings.describe(parsed.notes)
      update.homePage = parsed.link
      add(parsed.items, of: feed.subscription, to: &update)
      return ReadFeed(feed: feed, update: update)
    }
  }

  private func update(_ feed: FollowedFeed, _ outcome: FetchOutcome, interval: Int? = nil) -> FeedUpdate {
    let pace = FetchPolicy.Pace(
      interval: feed.subscription.interval ?? settings.interval, isChosen: feed.subscription.interval != nil)
    let state = policy.state(
      after: outcome, from: feed.state, now: settings.now(), pace: pace, feedInterval: interval,
      jitter: settings.chance())
    return FeedUpdate(
      id: feed.subscription.id, address: feed.subscription.address, state: state, movedTo: outcome.movedTo)
  }

  /// Only items that are not known as they are now are made ready for the store.
  private func add(_ items: [FeedItem], of subscription: Subscription, to update: inout FeedUpdate) {
    // Where the store cannot be read now, it will say so when it is written.
    let known = (try? store.knownItems(of: subscription.id)) ?? []
    update.digests = items.map(ItemDigest.init)
    for (item, digest) in zip(items, update.digests) where !item.isBlank && !known.contains(digest) {
      update.items.append(WebReading.item(item, of: subscription, now: settings.now()))
    }
    guard !update.items.isEmpty else { return }
    update.sharedNames = SharedNames(
      items.lazy.filter { !$0.isBlank }.map {
        SharedNames.Entry(
          id: $0.stableID, address: $0.link, title: $0.title ?? "", text: $0.content ?? $0.summary ?? "")
      }, of: subscription.id)
  }
}

extension ItemDigest {
  fileprivate init(_ item: FeedItem) {
    self.init(
      texts: [item.id, item.title, item.link, item.author, item.summary, item.content, item.source] + item.tags,
      numbers: [item.published?.rawValue, item.updated?.rawValue])
  }
}
