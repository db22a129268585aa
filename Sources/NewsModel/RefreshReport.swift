/// Which sources a refresh fetches.
public enum RefreshScope: Hashable, Sendable {
  /// Those whose time has come.
  case due
  case all
  case only([Subscription.ID])
}

/// What a refresh of the subscriptions has done.
public struct RefreshReport: Hashable, Sendable {
  /// A source that could not be fetched.
  public struct Failure: Hashable, Sendable {
    public var subscription: Subscription
    public var reason: FetchFailure

    public init(_ subscription: Subscription, _ reason: FetchFailure) {
      self.subscription = subscription
      self.reason = reason
    }
  }

  public var progress: RefreshProgress
  public var failures: [Failure]
  /// Articles whose text, time or terms changed.
  public var updatedArticles = 0
  /// Articles whose page was fetched, and those whose page could not be had this time.
  public var pages = 0
  public var failedPages = 0
  /// The rules that were passed over.
  public var ruleProblems: [RuleProblem] = []
  /// What came in until then stays.
  public var wasCancelled: Bool
  /// Another program refreshes at this moment: nothing was done.
  public var isElsewhere = false

  public init(progress: RefreshProgress = RefreshProgress(), failures: [Failure] = [], wasCancelled: Bool = false) {
    self.progress = progress
    self.failures = failures
    self.wasCancelled = wasCancelled
  }
}
