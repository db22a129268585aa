/// A change of many articles that the store can undo, also after a restart.
package struct UndoStep: Hashable, Sendable, Identifiable {
  package struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    package var rawValue: Int64
    package init(rawValue: Int64) { self.rawValue = rawValue }
    package static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  package var id: ID
  /// When the change was made.
  package var made: Timestamp
  /// What was done.
  package var actions: [StatusAction]
  /// To how many articles.
  package var articles: Int

  package init(id: ID, made: Timestamp, actions: [StatusAction], articles: Int) {
    self.id = id
    self.made = made
    self.actions = actions
    self.articles = articles
  }
}
