package import NewsModel

/// What saving some items did.
package struct SaveReport: Hashable, Sendable {
  /// Articles that were not there in any form.
  package var new: Int
  /// Articles whose text, time or terms changed.
  package var updated: Int
  /// Stubs that became articles.
  package var completedStubs: Int
  /// Items that brought nothing new.
  package var unchanged: Int
  /// Stubs made from lists of related news.
  package var stubs: Int
  /// Every article and stub that was written, in the order of the items.
  package var keys: [ArticleKey]
  /// Articles and stubs to which rules did something.
  package var ruled: Int
  /// The rules that were passed over.
  package var ruleProblems: [RuleProblem]

  package init(
    new: Int = 0, updated: Int = 0, completedStubs: Int = 0, unchanged: Int = 0, stubs: Int = 0,
    keys: [ArticleKey] = [], ruled: Int = 0, ruleProblems: [RuleProblem] = []
  ) {
    self.new = new
    self.updated = updated
    self.completedStubs = completedStubs
    self.unchanged = unchanged
    self.stubs = stubs
    self.keys = keys
    self.ruled = ruled
    self.ruleProblems = ruleProblems
  }

  package static func += (a: inout SaveReport, b: SaveReport) {
    a.new += b.new
    a.updated += b.updated
    a.completedStubs += b.completedStubs
    a.unchanged += b.unchanged
    a.stubs += b.stubs
    a.keys += b.keys
    a.ruled += b.ruled
    a.ruleProblems += b.ruleProblems.filter { !a.ruleProblems.contains($0) }
  }
}
