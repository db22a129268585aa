internal import GRDB
public import NewsModel

extension NewsStore {
  /// Changes the status of some articles. Returns the change that undoes it, which holds only what really changed.
  ///
  /// Many keys are written in several short transactions, so that nothing waits for long.
  public func apply(_ change: StatusChange) throws(StoreError) -> StatusChange {
    var inverse = StatusChange(change.field, !change.value, of: [])
    var start = 0
    while start < change.keys.count {
      let end = min(start + Self.statusBatch, change.keys.count)
      let keys = change.keys[start..<end]
      inverse.keys += try write { writer in
        try keys.filter { try writer.set(change.field, change.value, of: $0) }
      }
      start = end
    }
    return inverse
  }

  /// Marks all matching articles as read or unread. Returns the change that undoes it.
  public func markRead(
    matching query: Query, value: Bool = true, cancellation: Cancellation? = nil
  ) throws(StoreError) -> StatusChange {
    let affected = Query.allOf([query, value ? .unread : .read])
    let keys = try read(cancellation) { db in
      let rows = try QueryCompiler(db).compile(affected).cursor(db, "a.key", order: .newestFirst)
      var keys: [ArticleKey] = []
      while let row = try rows.next() { keys.append(ArticleKey(row[0] as Int64)) }
      return keys
    }
    return try apply(StatusChange(.isRead, value, of: keys))
  }

  private static let statusBatch = 2_000
}

extension StoreWriter {
  /// Returns whether there is such an article and its status was another.
  fileprivate mutating func set(_ field: StatusChange.Field, _ value: Bool, of key: ArticleKey) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT a.id, \(CountedFacts.columns) FROM article a WHERE a.key = ?")
    let found = try statement.first([key.rawValue]) { (id: $0[0] as Int64, facts: CountedFacts($0, from: 1)) }
    guard let found else { return false }
    var facts = found.facts
    switch field {
    case .isRead: facts.status.isRead = value
    case .isStarred: facts.status.isStarred = value
    }
    guard facts != found.facts else { return false }
    try db.cachedStatement(sql: "UPDATE article SET is_read = ?, is_starred = ? WHERE id = ?")
      .execute(arguments: [facts.status.isRead, facts.status.isStarred, found.id])
    counts.note(from: found.facts, to: facts)
    return true
  }
}
