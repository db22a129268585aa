/// A change that the reader makes to the status of some articles, as a value: so it can be undone.
public struct StatusChange: Hashable, Sendable {
  public var action: StatusAction
  public var keys: [ArticleKey]

  public init(_ action: StatusAction, of keys: [ArticleKey]) {
    self.action = action
    self.keys = keys
  }

  /// What undoes it where every article of it changed.
  public var inverse: StatusChange { StatusChange(action.inverse, of: keys) }
}
