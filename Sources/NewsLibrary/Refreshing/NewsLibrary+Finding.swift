public import NewsFetching
public import NewsModel
internal import NewsParsing

/// Why no feed was found at an address.
public struct FeedSearchFailure: Error, Hashable, Sendable {
  /// `notNews` where the page could be read, but neither it nor the usual places have a feed.
  public var reason: FetchFailure

  public init(_ reason: FetchFailure) { self.reason = reason }
}

extension NewsLibrary {
  /// Where sites have feeds that their pages do not name.
  private static let usualPlaces = ["/feed", "/rss", "/rss.xml", "/atom.xml", "/index.xml", "/feed.xml"]
  /// So many of the feeds that a page names are looked at.
  private static let mostNamed = 10

  /// The feeds at an address: the feed that it is, else those that the page there names, else what lies in the usual places of its
  /// site. Several are there to choose from, in the page's order; each has been fetched and read. Nothing is written.
  ///
  /// - Parameter address: without a scheme, `https` is meant.
  public static func findFeeds(
    at address: String, with settings: FetchSettings, cancellation: RefreshCancellation = RefreshCancellation()
  ) throws(FeedSearchFailure) -> [FoundFeed] {
    let address = completed(address)
    guard Subscription.isFetchable(address) else { throw FeedSearchFailure(.badAddress) }
    var page: FetchedBody?
    var failure = FetchFailure.broken
    settings.fetcher.fetch([FetchRequest(id: 0, address: address)], cancellation: cancellation) { _, outcome in
      switch outcome {
      case .fetched(let body): page = body
      case .failed(let reason, _): failure = reason
      case .notModified: break
      }
    }
    guard let page else { throw FeedSearchFailure(failure) }
    if let feed = found(page, askedFor: address, settings) { return [feed] }
    var feeds = found(at: WebReading.feeds(namedBy: page).prefix(mostNamed).map(\.self), settings, cancellation)
    if feeds.isEmpty, let site = site(of: page.address) {
      feeds = found(at: usualPlaces.map { site + $0 }, settings, cancellation)
    }
    guard !feeds.isEmpty else { throw FeedSearchFailure(.notNews) }
    return feeds
  }

  /// The feeds among some addresses, in their order, each once.
  private static func found(
    at addresses: [String], _ settings: FetchSettings, _ cancellation: FetchCancellation
  ) -> [FoundFeed] {
    var found: [Int: FoundFeed] = [:]
    let requests = addresses.enumerated().filter { Subscription.isFetchable($1) }.map {
      FetchRequest(id: $0, address: $1)
    }
    settings.fetcher.fetch(requests, cancellation: cancellation) { request, outcome in
      guard case .fetched(let body) = outcome else { return }
      found[request.id] = Self.found(body, askedFor: request.address, settings)
    }
    var feeds: [FoundFeed] = []
    for feed in found.sorted(by: { $0.key < $1.key }).map(\.value)
    where !feeds.contains(where: { $0.address == feed.address }) {
      feeds.append(feed)
    }
    return feeds
  }

  /// Nil where the body is no feed.
  private static func found(_ body: FetchedBody, askedFor address: String, _ settings: FetchSettings) -> FoundFeed? {
    guard let feed = try? WebReading.feed(body, zone: settings.sourceZone).get() else { return nil }
    let newest = feed.items.sorted { ($0.published?.rawValue ?? 0) > ($1.published?.rawValue ?? 0) }
    return FoundFeed(
      title: feed.title ?? "", address: body.movedTo ?? address, homePage: feed.link, items: feed.items.count,
      newestTitles: newest.lazy.compactMap(\.title).prefix(3).map(\.self))
  }

  private static func completed(_ address: String) -> String {
    let address = address.split { $0.isWhitespace }.joined()
    return address.contains("://") ? address : "https://" + address
  }

  /// Scheme and host.
  private static func site(of address: String) -> String? {
    guard let schemeEnd = address.firstRange(of: "://") else { return nil }
    let host = address[schemeEnd.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(address[..<schemeEnd.upperBound] + host)
  }
}
