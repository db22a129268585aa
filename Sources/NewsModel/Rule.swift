/// What is done to news that matches a query, once, as it arrives.
public struct Rule: Hashable, Sendable {
  /// Unique: names that differ in case, width or Chinese script alone are the same.
  public var name: String
  /// The query as typed, to be read by `QueryParser` when it is used.
  public var text: String
  public var actions: [StatusAction]
  public var isEnabled: Bool

  public init(name: String, text: String, actions: [StatusAction], isEnabled: Bool = true) {
    self.name = name
    self.text = text
    self.actions = actions
    self.isEnabled = isEnabled
  }
}

/// A rule that was passed over because its query cannot be read.
public struct RuleProblem: Hashable, Sendable {
  public var name: String
  public var error: QueryError

  public init(name: String, error: QueryError) {
    self.name = name
    self.error = error
  }
}
