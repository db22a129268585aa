/// What a change of many articles at once did.
package struct BulkChange: Hashable, Sendable {
  /// The articles that are no longer what they were.
  package var articles: Int
  /// What undoes it, in the order in which it is to be done; holds only what really changed.
  package var inverse: [StatusChange]
  /// The step under which the store remembers the inverse; nil where nothing changed, or nothing is to be undone.
  package var undoStep: UndoStep.ID?
  /// Whether it was stopped before its end. What was done until then stays, and can be undone.
  package var wasCancelled: Bool

  package init(
    articles: Int = 0, inverse: [StatusChange] = [], undoStep: UndoStep.ID? = nil, wasCancelled: Bool = false
  ) {
    self.articles = articles
    self.inverse = inverse
    self.undoStep = undoStep
    self.wasCancelled = wasCancelled
  }
}

/// How far a change of many articles is.
package struct BulkProgress: Hashable, Sendable {
  package var done: Int
  package var total: Int

  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
