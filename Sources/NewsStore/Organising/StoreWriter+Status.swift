import GRDB
import NewsModel

/// An action with the number of the tag that it names, looked up once for many articles. It names the tag as the store does, however
/// the reader wrote it.
struct ResolvedAction {
  let action: StatusAction
  /// Nil where it names none, or one that no article ever had.
  let tag: Int64?
}

extension StoreWriter {
  mutating func resolve(_ actions: [StatusAction]) throws -> [ResolvedAction] {
    var resolved: [ResolvedAction] = []
    for action in actions {
      switch action {
      case .tag(let name):
        let tag = try term(.tag, name)
        resolved.append(ResolvedAction(action: .tag(try TermWriter.name(tag, db) ?? name), tag: tag))
      case .untag(let name):
        let tag = try TermWriter.find(.tag, name, db)
        let kept = try tag.flatMap { try TermWriter.name($0, db) }
        resolved.append(ResolvedAction(action: .untag(kept ?? name), tag: tag))
      default: resolved.append(ResolvedAction(action: action, tag: nil))
      }
    }
    return resolved
  }

  /// Does what the actions do to the articles of some keys. Returns what undoes it, and how many articles changed.
  mutating func apply(_ actions: [StatusAction], to keys: some Sequence<ArticleKey>) throws -> BulkChange {
    let resolved = try resolve(actions)
    var changed = [[ArticleKey]](repeating: [], count: actions.count)
    var articles = 0
    for key in keys {
      let effective = try apply(resolved, to: key)
      for index in effective { changed[index].append(key) }
      if !effective.isEmpty { articles += 1 }
    }
    // What was done last is undone first.
    let inverse = zip(resolved, changed).reversed().filter { !$0.1.isEmpty }
    return BulkChange(articles: articles, inverse: inverse.map { StatusChange($0.action.inverse, of: $1) })
  }

  /// Returns which of the actions changed something; none where there is no such article, or none that can be read.
  private mutating func apply(_ actions: [ResolvedAction], to key: ArticleKey) throws -> [Int] {
    let statement = try db.cachedStatement(sql: "SELECT \(ArticleRow.columns) FROM article a WHERE a.key = ?")
    guard let old = try ArticleRow.readable({ try statement.first([key.rawValue], ArticleRow.article) }) else {
      return []
    }
    var new = old
    let effective = actions.indices.filter { new.apply(actions[$0]) }
    if !effective.isEmpty { try rewriteStatus(of: old, as: new) }
    return effective
  }

  /// Writes only what differs: each flag has an index that would be looked after for nothing.
  private mutating func rewriteStatus(of old: StoredArticle, as new: StoredArticle) throws {
    let id = new.id
    for (column, flag) in HeadlineColumn.marks where old.status[keyPath: flag] != new.status[keyPath: flag] {
      try db.cachedStatement(sql: "UPDATE article SET \(column.name) = ? WHERE id = ?")
        .run([new.status[keyPath: flag] ? 1 : 0, id])
    }
    if old.tags != new.tags {
      try db.cachedStatement(sql: "UPDATE article SET tag_ids = ? WHERE id = ?").execute(arguments: [new.tags.text, id])
      replacePostings(old, with: new)
    }
    counts.note(from: old, to: new)
  }
}

extension StoredArticle {
  /// Does what an action does. Returns whether it changed something.
  mutating func apply(_ action: ResolvedAction) -> Bool {
    let old = (status, tags.own)
    status.apply(action.action)
    if let tag = action.tag {
      if case .tag = action.action {
        if !tags.own.contains(tag) { tags.own.append(tag) }
      } else {
        tags.own.removeAll { $0 == tag }
      }
    }
    return old != (status, tags.own)
  }
}
