public import NewsModel
public import TextBasics

/// A change of all articles that match a query, as the reader asks for it.
public struct BulkRequest: Hashable, Sendable {
  public var query: Query
  public var actions: [StatusAction]

  public init(_ actions: [StatusAction], matching query: Query) {
    self.query = query
    self.actions = actions
  }

  /// The articles that it can change.
  var affected: Query { .allOf([query, StatusAction.candidates(of: actions)]) }

  /// Whether articles leave or join lists that do not ask for muted ones.
  var movesArticles: Bool { actions.contains(.mute) || actions.contains(.unmute) }
}

/// How a change of many articles ended.
public enum BulkEnd: Hashable, Sendable {
  case changed(BulkRequest, BulkOutcome)
  case undone(BulkOutcome)
  case nothingToUndo
  /// The text says why.
  case failed(SafeText)
}

/// What a change of many articles did. Its keys may be a million, so they stay with the store.
public struct BulkOutcome: Hashable, Sendable {
  public var articles: Int
  /// What undoes it; nil where nothing changed.
  public var undoStep: UndoStep.ID?
  public var wasCancelled: Bool

  public init(articles: Int, undoStep: UndoStep.ID? = nil, wasCancelled: Bool = false) {
    self.articles = articles
    self.undoStep = undoStep
    self.wasCancelled = wasCancelled
  }

  public init(_ change: BulkChange) {
    self.init(articles: change.articles, undoStep: change.undoStep, wasCancelled: change.wasCancelled)
  }
}
