/// A change that the reader makes to the status of some articles, as a value: so it can be undone.
public struct StatusChange: Hashable, Sendable {
  public enum Field: Hashable, Sendable {
    case isRead
    case isStarred
  }

  public var field: Field
  public var value: Bool
  public var keys: [ArticleKey]

  public init(_ field: Field, _ value: Bool, of keys: [ArticleKey]) {
    self.field = field
    self.value = value
    self.keys = keys
  }
}
