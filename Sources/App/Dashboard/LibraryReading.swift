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
  /// What the reader calls tags. Queries mean all tags of a name, and what is read bears the names.
  var tags = TextAnalyser.tagNames

  func headlines(matching query: Query, from cursor: PageCursor, limit: Int) throws -> HeadlinePage {
    var page = try store.headlines(
      matching: tags.expanded(query), from: cursor, limit: limit, cancellation: cancellation)
    page.headlines = tags.renamed(page.headlines)
    return page
  }

  func headlines(around key: ArticleKey, matching query: Query, limit: Int) throws -> HeadlineWindow {
    var window = try store.headlines(
      around: key, matching: tags.expanded(query), limit: limit, cancellation: cancellation)
    window.before.headlines = tags.renamed(window.before.headlines)
    window.headline = window.headline.map(tags.renamed)
    window.after.headlines = tags.renamed(window.after.headlines)
    return window
  }

  func mostRelevant(to query: Query, limit: Int) throws -> [Headline] {
    tags.renamed(try store.mostRelevant(to: tags.expanded(query), limit: limit, cancellation: cancellation))
  }

  func count(_ query: Query) throws -> Int { try store.count(tags.expanded(query), cancellation: cancellation) }

  func unindexedCount() throws -> Int { try store.unindexedCount() }

  func unanalysedCount() throws -> Int { try store.unanalysedCount() }

  func position(of place: ArticlePlace, in query: Query) throws -> Int {
    try store.position(of: place, in: tags.expanded(query), cancellation: cancellation)
  }

  func article(_ key: ArticleKey, asOf moment: Timestamp?) throws -> Article? {
    var article = try store.article(key, asOf: moment)
    if let headline = article?.headline { article?.headline = tags.renamed(headline) }
    return article
  }

  func history(of key: ArticleKey, asOf moment: Timestamp?) throws -> [KeptVersion] {
    let history = try store.history(of: key)
    guard let moment else { return history }
    return history.filter { ($0.arrived ?? moment) <= moment }
  }

  func wrongFacets(of key: ArticleKey) throws -> [FacetTerm] { try store.wrongFacets(of: key) }

  func companies(of article: Article) -> ArticleCompanies {
    let names = article.headline.facets.companies
    // The words are not kept: reading them again takes less time than is felt.
    guard !names.isEmpty else { return ArticleCompanies() }
    return ArticleCompanies(
      titles: names.map { .init(TextAnalyser.companyTitle($0), $0) },
      words: TextAnalyser.current.companyWords(title: article.headline.title, text: article.blocks.plainText)
        .map { .init($0.word, $0.company) })
  }

  func statistics(_ query: Query, over span: StatisticsSpan?, fields: [TermField]) throws -> Statistics {
    try store.statistics(
      tags.expanded(query), over: span, now: now, in: zone, fields: fields, tags: tags, cancellation: cancellation)
  }

  func tones(of companies: [String], in request: StatisticsRequest) throws -> [String: ToneCounts] {
    var request = request
    request.query = tags.expanded(request.query)
    return try store.tones(of: companies, in: request, cancellation: cancellation)
  }

  func companyCounts(of company: String, asOf moment: Timestamp?, over span: StatisticsSpan) throws -> CompanyCounts {
    try store.companyCounts(of: company, asOf: moment, over: span, now: now, in: zone, cancellation: cancellation)
  }

  func company(_ code: String) -> CompanyTable.Entry? { TextAnalyser.current.companies.entry(code: code) }

  func companies(meant typed: String) -> [CompanyTable.Entry] { TextAnalyser.current.companies.entries(meant: typed) }

  func companies(completing typed: String) -> [CompanyTable.Entry] {
    TextAnalyser.current.companies.entries(completing: typed)
  }

  func terms(_ fields: [TermField], matching query: Query, limit: Int) throws -> [TermField: [TermCount]] {
    try store.terms(fields, matching: tags.expanded(query), limit: limit, tags: tags, cancellation: cancellation)
  }

  func hosts(limit: Int) throws -> [String] { try store.hosts(limit: limit, cancellation: cancellation) }

  func collection() throws -> SavedCollection {
    SavedCollection(queries: try store.savedQueries(), rules: try store.rules())
  }

  func undoSteps() throws -> [UndoStep] { try store.undoSteps() }

  func subscriptions() throws -> [SubscriptionOverview] { try store.subscriptionOverviews(at: now) }

  func feeds(at address: String) throws -> FeedSearchResult { try discover(address) }

  func theme(named name: String) -> LoadedTheme { loadTheme(name) }
}

extension TagNames {
  fileprivate func renamed(_ headlines: [Headline]) -> [Headline] { isEmpty ? headlines : headlines.map(renamed) }

  /// The reader's own tags keep the names that the reader gave them.
  fileprivate func renamed(_ headline: Headline) -> Headline {
    guard !isEmpty else { return headline }
    var headline = headline
    headline.pageTags = shown(headline.pageTags)
    return headline
  }
}
