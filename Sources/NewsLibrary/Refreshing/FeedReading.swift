import ArticleFields
import Decoding
import FeedParsing
import Foundation
import Log
import NewsFetching
import NewsModel
import NewsStore
import SourceForms
import WebPages

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
    let known = Log.attempt("read what is known of a feed") { try store.knownItems(of: subscription.id) } ?? []
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

/// What was fetched, read as feed or page.
enum WebReading {
  /// - Parameter limit: of a feed that is served as a packed file, in bytes once unpacked.
  static func feed(_ body: FetchedBody, zone: TimeZone, limit: Int) -> Result<ParsedFeed, FetchFailure> {
    unpacked(body.bytes, limit: limit).flatMap { bytes in
      FeedParser.parse(
        bytes, context: FeedContext(address: body.address, contentType: body.contentType, zone: zone)
      )
      .mapError { _ in .notNews }
    }
  }

  /// The contents of a file of gzip, such as `feed.xml.gz`; other bytes as they are.
  private static func unpacked(_ bytes: [UInt8], limit: Int) -> Result<[UInt8], FetchFailure> {
    guard GzipInflater.isGzip(bytes), var inflater = GzipInflater() else { return .success(bytes) }
    var output: [UInt8] = []
    do {
      try bytes.withUnsafeBytes { bytes in
        try inflater.feed(bytes) { piece in
          guard output.count + piece.count <= limit else { throw FetchFailure.tooLarge(limit: limit) }
          output.append(contentsOf: piece)
        }
      }
    } catch {
      return .failure(error as? FetchFailure ?? .broken)
    }
    return inflater.isAtEnd ? .success(output) : .failure(.broken)
  }

  /// An entry of a feed as news of a subscription. The store adds name and tags of the subscription when it saves it.
  static func item(_ entry: FeedItem, of subscription: Subscription, now: Timestamp) -> Item {
    var item = entry.item(source: subscription.name, now: now)
    item.source = nil
    return item
  }

  static func page(_ body: FetchedBody, zone: TimeZone, now: Timestamp) -> Result<Item, ParseRefusal> {
    WebPageParser.parsePage(
      body.bytes, contentType: body.contentType, address: body.address, context: ParsingContext(zone: zone, now: now))
  }

  /// The feeds that a page names.
  static func feeds(namedBy body: FetchedBody) -> [FeedLink] {
    body.bytes.withUnsafeBytes {
      WebPageParser.feedLinks(in: $0, contentType: body.contentType, address: body.address)
    }
  }

  static func signposts(on body: FetchedBody) -> PageSignposts {
    body.bytes.withUnsafeBytes { PageSignposts(in: $0, contentType: body.contentType, address: body.address) }
  }
}
