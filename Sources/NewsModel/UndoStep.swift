/// A change of many articles that the store can undo, also after a restart.
public struct UndoStep: Hashable, Sendable, Identifiable {
  public struct ID: RawRepresentable, Hashable, Comparable, Sendable {
    public var rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
  }

  public var id: ID
  /// When the change was made.
  public var made: Timestamp
  /// What was done.
  public var actions: [StatusAction]
  /// To how many articles.
  public var articles: Int

  public init(id: ID, made: Timestamp, actions: [StatusAction], articles: Int) {
    self.id = id
    self.made = made
    self.actions = actions
    self.articles = articles
  }
}
