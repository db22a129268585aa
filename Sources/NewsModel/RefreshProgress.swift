/// How far a refresh of the subscriptions has come.
public struct RefreshProgress: Hashable, Sendable {
  /// Sources that are through, failed ones among them.
  public var done: Int
  public var total: Int
  public var newArticles: Int
  public var failed: Int
  /// Pages of articles that are through, of those that are fetched after the sources.
  public var pagesDone = 0
  public var pagesTotal = 0

  public init(done: Int = 0, total: Int = 0, newArticles: Int = 0, failed: Int = 0) {
    self.done = done
    self.total = total
    self.newArticles = newArticles
    self.failed = failed
  }
}
