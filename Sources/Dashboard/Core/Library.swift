package import Configuration
package import NewsModel
package import TextBasics

/// What the dashboard reads: the store, for feeds at an address the web, for themes their files. Every call blocks, and may be stopped
/// from outside.
package protocol Library {
  func headlines(matching query: Query, from cursor: PageCursor, limit: Int) throws -> HeadlinePage
  /// The headlines around an article, at most `limit` on either side.
  func headlines(around key: ArticleKey, matching query: Query, limit: Int) throws -> HeadlineWindow
  /// Of the newest articles of a query those that are most about its words, best first.
  func mostRelevant(to query: Query, limit: Int) throws -> [Headline]
  func count(_ query: Query) throws -> Int
  /// How many articles the search index does not hold yet.
  func unindexedCount() throws -> Int
  /// How many articles of the query are newer than the one with the id.
  func position(of id: ArticleID, in query: Query) throws -> Int
  /// Nil where there is no such article any more.
  func article(_ key: ArticleKey) throws -> Article?
  func statistics(_ query: Query, over span: StatisticsSpan) throws -> Statistics
  /// The values of a field within a query, with their counts, most frequent first.
  func terms(_ field: TermField, matching query: Query) throws -> [TermCount]
  /// What the reader keeps: saved queries and rules.
  func collection() throws -> SavedCollection
  /// The changes of many articles that can be undone, newest first.
  func undoSteps() throws -> [UndoStep]
  /// What the reader follows, and how it is doing.
  func subscriptions() throws -> [SubscriptionOverview]
  /// The feeds at an address, as the reader typed it.
  func feeds(at address: String) throws -> FeedSearchResult
  func theme(named name: String) throws -> LoadedTheme
}

/// What was found at an address that may be that of a feed.
package enum FeedSearchResult: Hashable, Sendable {
  /// Feeds of the address; others than was expected where it answered something else.
  case found([FoundFeed], insteadOf: UnexpectedAnswer? = nil)
  /// Nothing answered over `https`, which was assumed; with why, and the address to try next.
  case unanswered(SafeText, overHTTP: String)
}

/// What the files of a theme hold.
package struct LoadedTheme: Sendable {
  /// Nil where there is none of that name, or none that can be used.
  package var theme: Theme?
  /// What is wrong with it, in words.
  package var problems: [SafeText]

  package init(theme: Theme?, problems: [SafeText] = []) {
    self.theme = theme
    self.problems = problems
  }
}
