package import NewsModel
package import TextBasics

/// A change of all articles that match a query, as the reader asks for it.
package struct BulkRequest: Hashable, Sendable {
  package var query: Query
  package var actions: [StatusAction]

  package init(_ actions: [StatusAction], matching query: Query) {
    self.query = query
    self.actions = actions
  }

  /// The articles that it can change.
  var affected: Query { .allOf([query, StatusAction.candidates(of: actions)]) }

  /// Whether articles leave or join lists that do not ask for muted ones.
  var movesArticles: Bool { actions.contains(.mute) || actions.contains(.unmute) }
}

/// How a change of many articles ended.
package enum BulkEnd: Hashable, Sendable {
  case changed(BulkRequest, BulkOutcome)
  case undone(BulkOutcome)
  case nothingToUndo
  /// The text says why.
  case failed(SafeText)
}

/// What a change of many articles did. Its keys may be a million, so they stay with the store.
package struct BulkOutcome: Hashable, Sendable {
  package var articles: Int
  /// What undoes it; nil where nothing changed.
  package var undoStep: UndoStep.ID?
  package var wasCancelled: Bool

  package init(articles: Int, undoStep: UndoStep.ID? = nil, wasCancelled: Bool = false) {
    self.articles = articles
    self.undoStep = undoStep
    self.wasCancelled = wasCancelled
  }

  package init(_ change: BulkChange) {
    self.init(articles: change.articles, undoStep: change.undoStep, wasCancelled: change.wasCancelled)
  }
}
