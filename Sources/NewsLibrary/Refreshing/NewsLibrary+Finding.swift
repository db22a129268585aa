import NewsFetching
package import NewsModel
import WebAddresses
import WebPages

/// What was found at an address.
package struct FeedDiscovery: Sendable {
  /// At least one; to choose from, feeds of comments last.
  package var feeds: [FoundFeed] = []
  /// What the address itself answered, where it seemed to be that of a feed and is none: the feeds are others then.
  package var unexpected: UnexpectedAnswer?
  /// What the feeds answered: for `refresh`, which then need not ask again.
  package var answers = FeedAnswers()
}

/// Why no feed was found at an address.
package struct FeedSearchFailure: Error, Hashable, Sendable {
  /// `notNews` where the page could be read, but neither it nor the usual places have a feed.
  package var reason: FetchFailure
  /// What the address answered, as in `FeedDiscovery`.
  package var unexpected: UnexpectedAnswer?
  /// The address over `http`, where no scheme was given and nothing answered over `https`.
  package var overHTTP: String?

  package init(_ reason: FetchFailure, unexpected: UnexpectedAnswer? = nil, overHTTP: String? = nil) {
    self.reason = reason
    self.unexpected = unexpected
    self.overHTTP = overHTTP
  }
}

extension NewsLibrary {
  /// The feeds at an address: the feed that it is, else those that the page there names, else those that it links, else what lies in the
  /// usual places of its site. Several are there to choose from, in the page's order; each has been fetched and read. Nothing is written.
  ///
  /// - Parameter address: as it was typed; without a scheme, `https` is meant.
  package static func findFeeds(
    at address: String, with settings: FetchSettings, cancellation: Cancellation = Cancellation()
  ) throws(FeedSearchFailure) -> FeedDiscovery {
    var search = FeedSearch(settings: settings, cancellation: cancellation)
    return try search.run(TypedAddress(address))
  }
}

/// A search for feeds on its way.
private struct FeedSearch {
  let settings: FetchSettings
  let cancellation: Cancellation
  private var discovery = FeedDiscovery()

  init(settings: FetchSettings, cancellation: Cancellation) {
    self.settings = settings
    self.cancellation = cancellation
  }

  /// Where sites have feeds that their pages do not name.
  private static let usualPlaces = ["/feed", "/rss", "/rss.xml", "/atom.xml", "/index.xml", "/feed.xml"]
  /// So many of the feeds that a page names are looked at, and so many of those that it links: portals have pages of them.
  private static let mostNamed = 10
  private static let mostListed = 40
  /// Pages that send on by themselves, one after another.
  private static let mostHops = 3

  mutating func run(_ typed: TypedAddress) throws(FeedSearchFailure) -> FeedDiscovery {
    guard WebAddress.isFetchable(typed.address) else { throw FeedSearchFailure(.badAddress) }
    var page: FetchedBody
    switch fetch(typed.address) {
    case .success(let body): page = body
    case .failure(let reason):
      throw FeedSearchFailure(reason, overHTTP: reason.mayBeForWantOfEncryption ? typed.overHTTP : nil)
    }
    if let feed = read(page, askedFor: typed.address) { return found(feed) }
    let unexpected = Self.unexpected(page, at: typed.address)
    for _ in 0..<Self.mostHops {
      guard let target = WebReading.signposts(on: page).refresh, WebAddress.isFetchable(target),
        case .success(let next) = fetch(target)
      else { break }
      page = next
      if let feed = read(page, askedFor: target) { return found(feed) }
    }
    discovery.unexpected = unexpected
    try lookAround(page)
    return discovery
  }

  private mutating func found(_ feed: FoundFeed) -> FeedDiscovery {
    discovery.feeds = [feed]
    return discovery
  }

  /// Looks for the feeds of a page that is none itself.
  private mutating func lookAround(_ page: FetchedBody) throws(FeedSearchFailure) {
    let named = WebReading.feeds(namedBy: page)
    let comments = Set(
      named.filter { LikelyFeed.isOfComments(address: $0.address, title: $0.title) }.map(\.address))
    let addresses = named.map(\.address)
    add(
      at: Array(
        (addresses.filter { !comments.contains($0) } + addresses.filter(comments.contains)).prefix(Self.mostNamed)))
    if discovery.feeds.isEmpty { add(at: Array(WebReading.signposts(on: page).listedFeeds.prefix(Self.mostListed))) }
    if discovery.feeds.isEmpty, let site = WebAddress.root(of: page.address) {
      add(at: Self.usualPlaces.map { site + $0 })
    }
    guard !discovery.feeds.isEmpty else { throw FeedSearchFailure(.notNews, unexpected: discovery.unexpected) }
  }

  private func fetch(_ address: String) -> Result<FetchedBody, FetchFailure> {
    var result = Result<FetchedBody, FetchFailure>.failure(.broken)
    settings.fetcher.fetch([FetchRequest(id: 0, address: address)], cancellation: cancellation) { _, outcome in
      switch outcome {
      case .fetched(let body): result = .success(body)
      case .failed(let reason, _): result = .failure(reason)
      case .notModified: break
      }
    }
    return result
  }

  /// Takes in the feeds among some addresses, in their order, each once.
  private mutating func add(at addresses: [String]) {
    var found: [Int: FoundFeed] = [:]
    let requests = addresses.enumerated().filter { WebAddress.isFetchable($1) }.map {
      FetchRequest(id: $0, address: $1)
    }
    settings.fetcher.fetch(requests, cancellation: cancellation) { request, outcome in
      if case .fetched(let body) = outcome { found[request.id] = read(body, askedFor: request.address) }
    }
    for feed in found.sorted(by: { $0.key < $1.key }).map(\.value)
    where !discovery.feeds.contains(where: { $0.address == feed.address }) {
      discovery.feeds.append(feed)
    }
  }

  /// The feed that a body is, whose answer is kept; nil where it is none.
  private mutating func read(_ body: FetchedBody, askedFor asked: String) -> FoundFeed? {
    let read = WebReading.feed(body, zone: settings.sourceZone, limit: settings.limits.bodySize)
    guard case .success(let feed) = read else { return nil }
    let address = body.movedTo ?? asked
    discovery.answers.store(body, of: address, at: settings.now())
    let newest = feed.items.sorted { ($0.published?.rawValue ?? 0) > ($1.published?.rawValue ?? 0) }
    return FoundFeed(
      title: feed.title ?? "", address: address, homePage: feed.link, items: feed.items.count,
      newestTitles: newest.lazy.compactMap(\.heading).prefix(3).map(\.self))
  }

  /// What was answered in the place of a feed; nil where none was to be expected.
  private static func unexpected(_ body: FetchedBody, at address: String) -> UnexpectedAnswer? {
    switch body.bytes.first(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): .json
    case UInt8(ascii: "<"): LikelyFeed.isAt(address) ? .page : nil
    default: LikelyFeed.isAt(address) ? .other : nil
    }
  }
}

extension FetchFailure {
  /// Whether a server that speaks `http` alone may fail so over `https`.
  fileprivate var mayBeForWantOfEncryption: Bool {
    switch self {
    case .noConnection, .timedOut, .insecure, .notHTTP, .broken: true
    case .badAddress, .badRedirect, .hostNotFound, .tooManyRedirects, .tooLarge, .status, .notNews: false
    }
  }
}

/// What feeds answered during a search for feeds, by address, so that following one does not fetch it again.
package struct FeedAnswers: Sendable {
  private struct Answer: Sendable {
    let body: FetchedBody
    let since: Timestamp
  }

  private var answers: [String: Answer] = [:]
  private var size = 0
  /// In bytes: of a site with many feeds the rest is fetched again.
  private static let limit = 16 << 20
  /// In seconds: so long readers may choose among feeds.
  private static let lifetime: Int64 = 600

  package init() {}

  package mutating func merge(_ other: FeedAnswers) {
    for (address, answer) in other.answers { store(answer, of: address) }
  }

  /// Stores the answer of a feed that is to be followed at this address.
  mutating func store(_ body: FetchedBody, of address: String, at now: Timestamp) {
    var body = body
    // It moved before anybody followed it.
    body.movedTo = nil
    store(Answer(body: body, since: now), of: address)
  }

  private mutating func store(_ answer: Answer, of address: String) {
    guard answers[address] == nil, size + answer.body.bytes.count <= Self.limit else { return }
    answers[address] = answer
    size += answer.body.bytes.count
  }

  /// Nil where there is none, or it is old.
  func body(of address: String, at now: Timestamp) -> FetchedBody? {
    guard let answer = answers[address], (0...Self.lifetime).contains(now - answer.since) else { return nil }
    return answer.body
  }
}
