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

/// A list around an article, or its beginning where the list does not hold the article.
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

  func event(for headlines: [Headline]) -> DashboardEvent { .feed(.ranked(headlines, isPart: false)) }
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

/// How many headlines stand before a place in the whole list.
struct FeedPositionRequest: Request {
  static let slot = RequestSlot.feedPosition
  let place: ArticlePlace
  let query: Query

  func response(from library: some Library) throws -> Int { try library.position(of: place, in: query) }

  func event(for position: Int) -> DashboardEvent { .feed(.positioned(place.id, position)) }
}

/// The next unread article in one direction.
struct NextUnreadRequest: Request {
  static let slot = RequestSlot.target
  let query: Query
  let cursor: PageCursor

  func response(from library: some Library) throws -> HeadlinePage {
    try library.headlines(matching: .allOf([query, .unread]), from: cursor, limit: 1)
  }

  func event(for page: HeadlinePage) -> DashboardEvent { .feed(.target(page.headlines.first, of: .unread)) }
}

/// The newest article of a list before a moment: by publish time or, where the list has that order, by arrival.
struct MomentRequest: Request {
  static let slot = RequestSlot.target
  let query: Query
  /// The first moment that is too late.
  let end: Timestamp

  func response(from library: some Library) throws -> HeadlinePage {
    switch query.order {
    case .published, .relevance: try library.headlines(matching: .allOf([query, .until(end)]), from: .start, limit: 1)
    case .oldest: try library.headlines(matching: .allOf([query, .until(end)]), from: .end, limit: 1)
    case .arrived:
      try library.headlines(matching: query, from: .after(ArticlePlace(id: ArticleID(.min), arrived: end)), limit: 1)
    }
  }

  func event(for page: HeadlinePage) -> DashboardEvent {
    // What arrived nobody knows when stands behind every moment.
    let found = page.headlines.first.flatMap { query.order == .arrived && $0.arrived == nil ? nil : $0 }
    return .feed(.target(found, of: .moment))
  }
}

/// The article in a row of a list; the last one where the list is shorter.
///
/// The store finds by key, not by row: the request walks there page by page, from an end or a known place, some million rows in seconds.
struct RowRequest: Request {
  static let slot = RequestSlot.target
  private static let page = 1_000
  let query: Query
  let start: PageCursor
  /// Rows from `start` to the article, from 1; upwards in the list where `start` does not lead on.
  let steps: Int

  func response(from library: some Library) throws -> Headline? {
    var cursor = start
    var left = steps
    var last: Headline?
    while left > 0 {
      let found = try library.headlines(matching: query, from: cursor, limit: min(left, Self.page))
      guard let next = start.leadsOn ? found.headlines.last : found.headlines.first else { break }
      last = next
      left -= found.headlines.count
      guard found.hasMore else { break }
      cursor = start.leadsOn ? .after(next.place) : .before(next.place)
    }
    return last
  }

  /// Asks for a row from the nearest place that is known.
  ///
  /// - Parameters:
  ///   - row: from 1; not in the window.
  ///   - timeline: the window of the list.
  init(query: Query, row: Int, near timeline: Timeline) {
    var nearest = (start: PageCursor.start, steps: row)
    func consider(_ start: PageCursor, _ steps: Int) { if steps < nearest.steps { nearest = (start, steps) } }
    if let position = timeline.firstPosition, let first = timeline.headlines.first, let last = timeline.headlines.last {
      let index = row - 1 - position
      if let total = timeline.total { consider(.end, total - row + 1) }
      if index < 0 { consider(.before(first.place), -index) }
      if index > 0 { consider(.after(last.place), index - timeline.headlines.count + 1) }
    }
    self.query = query
    (start, steps) = nearest
  }

  func event(for headline: Headline?) -> DashboardEvent { .feed(.target(headline, of: .row)) }
}

/// How many articles a list leaves out because the calendar does not know their time.
struct BeyondCalendarRequest: Request {
  static let slot = RequestSlot.beyondCalendar
  let queries: [Query]

  func response(from library: some Library) throws -> Int {
    try queries.reduce(0) { try $0 + library.count($1) }
  }

  func event(for count: Int) -> DashboardEvent { .feed(.countedBeyondCalendar(count)) }
}

/// How much a search has to look through article by article.
struct UnindexedCountRequest: Request {
  static let slot = RequestSlot.unindexed

  func response(from library: some Library) throws -> Int { try library.unindexedCount() }

  func event(for count: Int) -> DashboardEvent { .feed(.countedUnindexed(count)) }
}
