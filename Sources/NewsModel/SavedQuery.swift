/// A query that the reader keeps under a name.
package struct SavedQuery: Hashable, Sendable {
  /// Unique: names that differ in case, width or Chinese script alone are the same.
  package var name: String
  /// The query as typed, to be read by `QueryParser` when it is used: `since:7d` means the last seven days on every day.
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
