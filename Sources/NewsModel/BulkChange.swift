/// What a change of many articles at once did.
public struct BulkChange: Hashable, Sendable {
  /// The articles that are no longer what they were.
  public var articles: Int
  /// What undoes it, in the order in which it is to be done; holds only what really changed.
  public var inverse: [StatusChange]
  /// The step under which the store remembers the inverse; nil where nothing changed, or nothing is to be undone.
  public var undoStep: UndoStep.ID?
  /// Whether it was stopped before its end. What was done until then stays, and can be undone.
  public var wasCancelled: Bool

  public init(
    articles: Int = 0, inverse: [StatusChange] = [], undoStep: UndoStep.ID? = nil, wasCancelled: Bool = false
  ) {
    self.articles = articles
    self.inverse = inverse
    self.undoStep = undoStep
    self.wasCancelled = wasCancelled
  }
}

/// How far a change of many articles is.
public struct BulkProgress: Hashable, Sendable {
  public var done: Int
  public var total: Int

  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
