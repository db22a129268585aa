/// A feed, or a page, that the reader follows.
public struct Subscription: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Sendable, Codable {
    public var rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public init(_ rawValue: Int64) { self.rawValue = rawValue }
  }

  /// Given by the store; 0 before.
  public var id: ID
  /// The source of its articles in lists, filters and statistics. Unique once folded.
  public var name: String
  /// Where it is fetched from, `http` or `https`. Follows permanent redirects.
  public var address: String
  /// The page for people, as the feed gives it.
  public var homePage: String?
  /// The folders that it lies in, outermost first.
  public var folders: [String]
  /// Given to each of its articles beside those that the article has.
  public var tags: [String]
  /// Whether the whole article is fetched for each of its items.
  public var fetchesArticles: Bool
  /// Seconds between two fetches; nil where the general setting holds.
  public var interval: Int?

  public init(
    id: ID = ID(0), name: String, address: String, homePage: String? = nil, folders: [String] = [],
    tags: [String] = [], fetchesArticles: Bool = false, interval: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.address = address
    self.homePage = homePage
    self.folders = folders
    self.tags = tags
    self.fetchesArticles = fetchesArticles
    self.interval = interval
  }
}

extension Subscription {
  /// Whether an address can be that of a subscription: `http` or `https`, with a host, without blanks or control characters.
  public static func isFetchable(_ address: String) -> Bool {
    guard address.utf8.count <= longestAddress, let schemeEnd = address.firstRange(of: "://") else { return false }
    let scheme = address[..<schemeEnd.lowerBound].lowercased()
    let host = address[schemeEnd.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return (scheme == "http" || scheme == "https") && !host.isEmpty
      && !address.unicodeScalars.contains { $0.value <= 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// In bytes.
  public static let longestAddress = 4_096
}

/// A subscription as it is doing: what a list of sources shows.
public struct SubscriptionOverview: Hashable, Sendable {
  public var subscription: Subscription
  public var state: FetchState
  /// Articles a day over the last 30 days, or since the first one where that is less long ago.
  public var articlesADay: Double
  public var articles: Int
  public var unread: Int

  public init(subscription: Subscription, state: FetchState, articlesADay: Double, articles: Int, unread: Int) {
    self.subscription = subscription
    self.state = state
    self.articlesADay = articlesADay
    self.articles = articles
    self.unread = unread
  }
}
