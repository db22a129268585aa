import Dashboard
import Foundation
import NewsModel
import NewsStore
import TextAnalysis

/// The library as the dashboard reads it for one request.
struct LibraryReading: Library {
  let store: NewsStore
  let now: Timestamp
  let zone: TimeZone
  /// Stops what is being read.
  var cancellation: Cancellation?
  let loadTheme: (String) -> LoadedTheme
  /// Looks for feeds in the web.
  let discover: (String) throws -> FeedSearchResult

  func headlines(matching query: Query, from cursor: PageCursor, limit: Int) throws -> HeadlinePage {
    try store.headlines(matching: query, from: cursor, limit: limit, cancellation: cancellation)
  }

  func headlines(around key: ArticleKey, matching query: Query, limit: Int) throws -> HeadlineWindow {
    try store.headlines(around: key, matching: query, limit: limit, cancellation: cancellation)
  }

  func mostRelevant(to query: Query, limit: Int) throws -> [Headline] {
    try store.mostRelevant(to: query, limit: limit, cancellation: cancellation)
  }

  func count(_ query: Query) throws -> Int { try store.count(query, cancellation: cancellation) }

  func unindexedCount() throws -> Int { try store.unindexedCount() }

  func position(of id: ArticleID, in query: Query) throws -> Int {
    try store.position(of: id, in: query, cancellation: cancellation)
  }

  func article(_ key: ArticleKey) throws -> Article? { try store.article(key) }

  func companies(of article: Article) -> ArticleCompanies {
    let names = article.headline.facets.companies
    // The words are not kept: reading them again takes less time than is felt.
    guard !names.isEmpty else { return ArticleCompanies() }
    return ArticleCompanies(
      titles: names.map(TextAnalyser.companyTitle),
      words: TextAnalyser.shared.companyWords(title: article.headline.title, text: article.blocks.plainText))
  }

  func statistics(_ query: Query, over span: StatisticsSpan?, fields: [TermField]) throws -> Statistics {
    try store.statistics(query, over: span, now: now, in: zone, fields: fields, cancellation: cancellation)
  }

  func tones(of companies: [String], in request: StatisticsRequest) throws -> [String: ToneCounts] {
    try store.tones(of: companies, in: request, cancellation: cancellation)
  }

  func terms(_ fields: [TermField], matching query: Query, limit: Int) throws -> [TermField: [TermCount]] {
    try store.terms(fields, matching: query, limit: limit, cancellation: cancellation)
  }

  func collection() throws -> SavedCollection {
    SavedCollection(queries: try store.savedQueries(), rules: try store.rules())
  }

  func undoSteps() throws -> [UndoStep] { try store.undoSteps() }

  func subscriptions() throws -> [SubscriptionOverview] { try store.subscriptionOverviews(at: now) }

  func feeds(at address: String) throws -> FeedSearchResult { try discover(address) }

  func theme(named name: String) -> LoadedTheme { loadTheme(name) }
}
