/// A feed, or a page, that the reader follows.
package struct Subscription: Hashable, Sendable, Identifiable {
  package struct ID: RawRepresentable, Hashable, Sendable, Codable {
    package var rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
    package init(_ rawValue: Int64) { self.rawValue = rawValue }
  }

  /// Given by the store; 0 before.
  package var id: ID
  /// The source of its articles in lists, filters and statistics. Unique once folded.
  package var name: String
  /// Where it is fetched from, `http` or `https`. Follows permanent redirects.
  package var address: String
  /// The page for people, as the feed gives it.
  package var homePage: String?
  /// The folders that it lies in, outermost first.
  package var folders: [String]
  /// Given to each of its articles beside those that the article has.
  package var tags: [String]
  /// Whether the whole article is fetched for each of its items.
  package var fetchesArticles: Bool
  /// Seconds between two fetches; nil where the general setting holds.
  package var interval: Int?

  package init(
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

/// A subscription as it is doing: what a list of sources shows.
package struct SubscriptionOverview: Hashable, Sendable {
  package var subscription: Subscription
  package var state: FetchState
  /// Articles a day over the last 30 days, or since the first one where that is less long ago.
  package var articlesADay: Double
  package var articles: Int
  package var unread: Int

  package init(subscription: Subscription, state: FetchState, articlesADay: Double, articles: Int, unread: Int) {
    self.subscription = subscription
    self.state = state
    self.articlesADay = articlesADay
    self.articles = articles
    self.unread = unread
  }
}

/// Why a subscription is refused, or not found.
package enum SubscriptionProblem: Error, Hashable, Sendable {
  /// Neither `http` nor `https`, or without a host.
  case badAddress(String)
  /// This one has the address already.
  case alreadyThere(Subscription)
  /// None has the name or the address.
  case unknown(String)
}

/// A feed that was found at an address: what the reader is shown before it is subscribed to.
package struct FoundFeed: Hashable, Sendable {
  /// As the feed gives it; empty where it gives none.
  package var title: String
  /// Where the feed itself is fetched from, after redirects.
  package var address: String
  /// The page for people, as the feed gives it.
  package var homePage: String?
  /// How many items it holds now.
  package var items: Int
  /// The titles of some of its newest items, newest first.
  package var newestTitles: [String]

  package init(
    title: String, address: String, homePage: String? = nil, items: Int = 0, newestTitles: [String] = []
  ) {
    self.title = title
    self.address = address
    self.homePage = homePage
    self.items = items
    self.newestTitles = newestTitles
  }
}

/// What an address answered that seemed to be that of a feed.
package enum UnexpectedAnswer: Hashable, Sendable {
  /// A web page.
  case page
  /// Data in JSON that is no JSON Feed.
  case json
  /// Anything else.
  case other
}
