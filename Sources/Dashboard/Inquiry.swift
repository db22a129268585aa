public import NewsModel
public import TextBasics

/// A question to the library, as a value: asked beside the screen, answered by an `Answer`.
public enum Inquiry: Hashable, Sendable {
  case headlines(Query, from: PageCursor, limit: Int)
  /// The headlines around an article (at most `limit` on either side) and that article itself; where it does not match, the
  /// newest.
  case neighbourhood(Query, of: ArticleKey, limit: Int)
  /// Of the newest articles of a query those that are most about its words, best first.
  case mostRelevant(Query, limit: Int)
  case count(Query)
  /// How many articles the search index does not hold yet.
  case unindexedCount
  /// How many articles of the query are newer than the one with the id.
  case position(ArticleID, in: Query)
  /// An article with no more than `textLimit` bytes of its text.
  case article(ArticleKey)
  case statistics(Query, StatisticsSpan)
  /// The values of a field within a query, with their counts, most frequent first.
  case terms(TermField, Query)
  /// What the reader keeps: saved queries and rules.
  case collection
  /// How many articles, and how many unread ones, match.
  case totals(Query)
  /// The changes of many articles that can be undone, newest first.
  case undoSteps
  /// What the reader follows, and how it is doing.
  case subscriptions
  /// The feeds at an address, as the reader typed it: fetched from the web.
  case discovery(String)

  /// A longer article would make the reader wait for each key, as all of its text is laid out for the width of the pane.
  public static let textLimit = 512 << 10
}

/// What the library answers to an inquiry.
public enum Answer: Hashable, Sendable {
  case headlines(HeadlinePage, from: PageCursor)
  /// `newer` and `older` are both newest first; where the article is gone or does not match, `headline` is nil and `older` holds
  /// the newest.
  case neighbourhood(newer: HeadlinePage, headline: Headline?, older: HeadlinePage)
  case mostRelevant([Headline])
  case count(Int)
  /// What a count has come to that goes on; any number of these may come before its `count`.
  case countSoFar(Int)
  case position(Int, of: ArticleID)
  case article(Article?)
  case statistics(Statistics)
  case terms([TermCount])
  case collection(SavedCollection)
  case totals(articles: Int, unread: Int)
  case undoSteps([UndoStep])
  case subscriptions([SubscriptionOverview])
  /// Feeds of an address; others than was expected where it answered something else.
  case found([FoundFeed], insteadOf: UnexpectedAnswer? = nil)
  /// Nothing answered over `https`, which was assumed; with why, and the address to try next.
  case unanswered(SafeText, overHTTP: String)
}

extension Answer {
  /// Whether the rest of the answer is still to come.
  var isPartial: Bool { if case .countSoFar = self { true } else { false } }
}

/// What an inquiry is for. Of each purpose only the newest inquiry counts: older answers are dropped.
public enum Purpose: Hashable, Sendable, CaseIterable {
  /// A list, from one of its ends or around an article.
  case feed
  /// Headlines next to those that are loaded, fetched before the reader gets there.
  case feedMargin
  case feedUpdate
  case feedTotal
  case feedPosition
  /// What a search has to look through article by article.
  case unindexed
  /// Finds the next unread article outside of what is loaded.
  case nextUnread
  case reader
  case statisticsPane
  case statisticsPage
  case calendar
  case picker
  case completion
  case saved
  case savedTotals
  case savedPreview
  /// The number of articles that a question is about.
  case confirmation
  case undo
  case sources
  case discovery
}

/// Names one inquiry among those of its purpose.
public struct Ticket: Hashable, Sendable {
  public var purpose: Purpose
  public var number: Int

  public init(purpose: Purpose, number: Int) {
    self.purpose = purpose
    self.number = number
  }
}
