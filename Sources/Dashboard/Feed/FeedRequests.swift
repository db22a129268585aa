import NewsModel

/// A list from one of its ends.
struct FeedPageRequest: Request {
  static let slot = RequestSlot.feed
  let query: Query
  let cursor: PageCursor
  let limit: Int

  func response(from library: some Library) throws -> HeadlinePage {
    try library.headlines(matching: query, from: cursor, limit: limit)
  }

  func event(for page: HeadlinePage) -> DashboardEvent { .feed(.page(page, from: cursor)) }
}

/// A list around an article, or its newest part where the list does not hold the article.
struct FeedWindowRequest: Request {
  static let slot = RequestSlot.feed
  let query: Query
  let key: ArticleKey
  /// On either side of the article.
  let limit: Int

  func response(from library: some Library) throws -> HeadlineWindow {
    try library.headlines(around: key, matching: query, limit: limit)
  }

  func event(for window: HeadlineWindow) -> DashboardEvent { .feed(.window(window)) }
}

/// The best of a search, best first.
struct RankedFeedRequest: Request {
  static let slot = RequestSlot.feed
  let query: Query
  let limit: Int

  func response(from library: some Library) throws -> [Headline] {
    try library.mostRelevant(to: query, limit: limit)
  }

  func event(for headlines: [Headline]) -> DashboardEvent { .feed(.ranked(headlines)) }
}

/// Headlines that adjoin those of the window.
struct FeedMarginRequest: Request {
  static let slot = RequestSlot.feedMargin
  let query: Query
  let cursor: PageCursor
  let limit: Int

  func response(from library: some Library) throws -> HeadlinePage {
    try library.headlines(matching: query, from: cursor, limit: limit)
  }

  func event(for page: HeadlinePage) -> DashboardEvent { .feed(.page(page, from: cursor)) }
}

/// The headlines of the window as they are now.
struct FeedUpdateRequest: Request {
  static let slot = RequestSlot.feedUpdate
  let query: Query
  let cursor: PageCursor
  let limit: Int

  func response(from library: some Library) throws -> HeadlinePage {
    try library.headlines(matching: query, from: cursor, limit: limit)
  }

  func event(for page: HeadlinePage) -> DashboardEvent { .feed(.updated(page)) }
}

/// The headlines of a ranked list as they are now.
struct RankedFeedUpdateRequest: Request {
  static let slot = RequestSlot.feedUpdate
  let query: Query
  let limit: Int

  func response(from library: some Library) throws -> [Headline] {
    try library.mostRelevant(to: query, limit: limit)
  }

  func event(for headlines: [Headline]) -> DashboardEvent { .feed(.rankedUpdated(headlines)) }
}

/// The length of a list, where it did not come with the list.
struct FeedTotalRequest: Request {
  static let slot = RequestSlot.feedTotal
  let query: Query

  func response(from library: some Library) throws -> Int { try library.count(query) }

  func event(for count: Int) -> DashboardEvent { .feed(.counted(count)) }
}

/// The place of a headline in the whole list.
struct FeedPositionRequest: Request {
  static let slot = RequestSlot.feedPosition
  let id: ArticleID
  let query: Query

  func response(from library: some Library) throws -> Int { try library.position(of: id, in: query) }

  func event(for position: Int) -> DashboardEvent { .feed(.positioned(id, position)) }
}

/// The next unread article in one direction.
struct NextUnreadRequest: Request {
  static let slot = RequestSlot.nextUnread
  let query: Query
  let cursor: PageCursor

  func response(from library: some Library) throws -> HeadlinePage {
    try library.headlines(matching: .allOf([query, .unread]), from: cursor, limit: 1)
  }

  func event(for page: HeadlinePage) -> DashboardEvent { .feed(.nextUnread(page.headlines.first)) }
}

/// How much a search has to look through article by article.
struct UnindexedCountRequest: Request {
  static let slot = RequestSlot.unindexed

  func response(from library: some Library) throws -> Int { try library.unindexedCount() }

  func event(for count: Int) -> DashboardEvent { .feed(.countedUnindexed(count)) }
}
