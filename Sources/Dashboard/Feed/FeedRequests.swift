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

  func received(_ page: HeadlinePage, _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.page(page, from: cursor)), &effects)
  }
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

  func received(_ window: HeadlineWindow, _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.window(window)), &effects)
  }
}

/// The best of a search, best first.
struct RankedFeedRequest: Request {
  static let slot = RequestSlot.feed
  let query: Query
  let limit: Int

  func response(from library: some Library) throws -> [Headline] {
    try library.mostRelevant(to: query, limit: limit)
  }

  func received(_ headlines: [Headline], _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.ranked(headlines)), &effects)
  }
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

  func received(_ page: HeadlinePage, _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.page(page, from: cursor)), &effects)
  }
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

  func received(_ page: HeadlinePage, _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.updated(page.headlines)), &effects)
  }
}

/// The headlines of a ranked list as they are now.
struct RankedFeedUpdateRequest: Request {
  static let slot = RequestSlot.feedUpdate
  let query: Query
  let limit: Int

  func response(from library: some Library) throws -> [Headline] {
    try library.mostRelevant(to: query, limit: limit)
  }

  func received(_ headlines: [Headline], _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.updated(headlines)), &effects)
  }
}

/// The length of a list.
struct FeedTotalRequest: Request {
  static let slot = RequestSlot.feedTotal
  let query: Query

  func response(from library: some Library) throws -> Int { try library.count(query) }

  func received(_ count: Int, _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.counted(count)), &effects)
  }
}

/// The place of a headline in the whole list.
struct FeedPositionRequest: Request {
  static let slot = RequestSlot.feedPosition
  let id: ArticleID
  let query: Query

  func response(from library: some Library) throws -> Int { try library.position(of: id, in: query) }

  func received(_ position: Int, _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.positioned(id, position)), &effects)
  }
}

/// The next unread article in one direction.
struct NextUnreadRequest: Request {
  static let slot = RequestSlot.nextUnread
  let query: Query
  let cursor: PageCursor

  func response(from library: some Library) throws -> HeadlinePage {
    try library.headlines(matching: .allOf([query, .unread]), from: cursor, limit: 1)
  }

  func received(_ page: HeadlinePage, _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.nextUnread(page.headlines.first)), &effects)
  }
}

/// How much a search has to look through article by article.
struct UnindexedCountRequest: Request {
  static let slot = RequestSlot.unindexed

  func response(from library: some Library) throws -> Int { try library.unindexedCount() }

  func received(_ count: Int, _ state: inout State, _ effects: inout [Effect]) {
    state.send(.feed(.countedUnindexed(count)), &effects)
  }
}
