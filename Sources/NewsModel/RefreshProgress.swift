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
