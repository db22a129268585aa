/// A change that the reader makes to the status of some articles, as a value: so it can be undone.
package struct StatusChange: Hashable, Sendable {
  package var action: StatusAction
  package var keys: [ArticleKey]

  package init(_ action: StatusAction, of keys: [ArticleKey]) {
    self.action = action
    self.keys = keys
  }

  /// What undoes it where every article of it changed.
  package var inverse: StatusChange { StatusChange(action.inverse, of: keys) }
}
