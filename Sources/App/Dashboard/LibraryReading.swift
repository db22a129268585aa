import Dashboard
import Foundation
import NewsLibrary
import NewsModel

/// The library as the dashboard reads it for one request.
struct LibraryReading: Library {
  let library: NewsLibrary
  let now: Timestamp
  let zone: TimeZone
  /// Stops what is being read.
  var cancellation: LibraryCancellation?
  let loadTheme: (String) -> LoadedTheme
  /// Looks for feeds in the web.
  let discover: (String) throws -> FeedSearchResult

  func headlines(matching query: Query, from cursor: PageCursor, limit: Int) throws -> HeadlinePage {
    try library.headlines(matching: query, from: cursor, limit: limit, cancellation: cancellation)
  }

  func headlines(around key: ArticleKey, matching query: Query, limit: Int) throws -> HeadlineWindow {
    try library.headlines(around: key, matching: query, limit: limit, cancellation: cancellation)
  }

  func mostRelevant(to query: Query, limit: Int) throws -> [Headline] {
    try library.mostRelevant(to: query, limit: limit, cancellation: cancellation)
  }

  func count(_ query: Query) throws -> Int { try library.count(query, cancellation: cancellation) }

  func unindexedCount() throws -> Int { try library.unindexedCount() }

  func position(of id: ArticleID, in query: Query) throws -> Int {
    try library.position(of: id, in: query, cancellation: cancellation)
  }

  func article(_ key: ArticleKey) throws -> Article? { try library.article(key) }

  func statistics(_ query: Query, over span: StatisticsSpan) throws -> Statistics {
    try library.statistics(query, over: span, now: now, in: zone, cancellation: cancellation)
  }

  func terms(_ field: TermField, matching query: Query) throws -> [TermCount] {
    try library.terms(field, matching: query, cancellation: cancellation)
  }

  func collection() throws -> SavedCollection {
    SavedCollection(queries: try library.savedQueries(), rules: try library.rules())
  }

  func undoSteps() throws -> [UndoStep] { try library.undoSteps() }

  func subscriptions() throws -> [SubscriptionOverview] { try library.subscriptionOverviews(at: now) }

  func feeds(at address: String) throws -> FeedSearchResult { try discover(address) }

  func theme(named name: String) -> LoadedTheme { loadTheme(name) }
}
