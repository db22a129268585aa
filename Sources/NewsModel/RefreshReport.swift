/// Which sources a refresh fetches.
package enum RefreshScope: Hashable, Sendable {
  /// Those whose time has come.
  case due
  case all
  case only([Subscription.ID])
}

/// What a refresh of the subscriptions has done.
package struct RefreshReport: Hashable, Sendable {
  /// A source that could not be fetched.
  package struct Failure: Hashable, Sendable {
    package var subscription: Subscription
    package var reason: FetchFailure

    package init(_ subscription: Subscription, _ reason: FetchFailure) {
      self.subscription = subscription
      self.reason = reason
    }
  }

  package var progress: RefreshProgress
  package var failures: [Failure]
  /// Articles whose text, time or terms changed.
  package var updatedArticles = 0
  /// Articles whose page was fetched, and those whose page could not be had this time.
  package var pages = 0
  package var failedPages = 0
  /// Watched articles whose page says something else now, and those whose page is gone.
  package var changedPages = 0
  package var withdrawnPages = 0
  /// The rules that were passed over.
  package var ruleProblems: [RuleProblem] = []
  /// What came in until then stays.
  package var wasCancelled: Bool
  /// Another program refreshes at this moment: nothing was done.
  package var isElsewhere = false
  /// Whether the reader follows any feed at all.
  package var hasFeeds = true

  package init(progress: RefreshProgress = RefreshProgress(), failures: [Failure] = [], wasCancelled: Bool = false) {
    self.progress = progress
    self.failures = failures
    self.wasCancelled = wasCancelled
  }
}

/// How far a refresh of the subscriptions has come.
package struct RefreshProgress: Hashable, Sendable {
  /// Sources that are through, failed ones among them.
  package var done: Int
  package var total: Int
  package var newArticles: Int
  package var failed: Int
  /// Pages of articles that are through, of those that are fetched after the sources.
  package var pagesDone = 0
  package var pagesTotal = 0

  package init(done: Int = 0, total: Int = 0, newArticles: Int = 0, failed: Int = 0) {
    self.done = done
    self.total = total
    self.newArticles = newArticles
    self.failed = failed
  }
}
