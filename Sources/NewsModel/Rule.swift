/// What is done to news that matches a query, once, as it arrives.
package struct Rule: Hashable, Sendable {
  /// Unique: names that differ in case, width or Chinese script alone are the same.
  package var name: String
  /// The query as typed, to be read by `QueryParser` when it is used.
  package var text: String
  package var actions: [StatusAction]
  package var isEnabled: Bool

  package init(name: String, text: String, actions: [StatusAction], isEnabled: Bool = true) {
    self.name = name
    self.text = text
    self.actions = actions
    self.isEnabled = isEnabled
  }
}

/// A rule that was passed over because its query cannot be read.
package struct RuleProblem: Hashable, Sendable {
  package var name: String
  package var error: QueryError

  package init(name: String, error: QueryError) {
    self.name = name
    self.error = error
  }
}
