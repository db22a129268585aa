public import NewsModel

/// What saving some items did.
public struct SaveReport: Hashable, Sendable {
  /// Articles that were not there in any form.
  public var new: Int
  /// Articles whose text, time or terms changed.
  public var updated: Int
  /// Stubs that became articles.
  public var completedStubs: Int
  /// Items that brought nothing new.
  public var unchanged: Int
  /// Stubs made from lists of related news.
  public var stubs: Int
  /// Every article and stub that was written, in the order of the items.
  public var keys: [ArticleKey]
  /// Articles and stubs to which rules did something.
  public var ruled: Int
  /// The rules that were passed over.
  public var ruleProblems: [RuleProblem]

  public init(
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

  public static func += (a: inout SaveReport, b: SaveReport) {
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
