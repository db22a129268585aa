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
  /// The rules that were passed over.
  package var ruleProblems: [RuleProblem] = []
  /// What came in until then stays.
  package var wasCancelled: Bool
  /// Another program refreshes at this moment: nothing was done.
  package var isElsewhere = false

  package init(progress: RefreshProgress = RefreshProgress(), failures: [Failure] = [], wasCancelled: Bool = false) {
    self.progress = progress
    self.failures = failures
    self.wasCancelled = wasCancelled
  }
}
