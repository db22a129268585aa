/// One thing that is done to an article's status: by the reader, to many at once, or by a rule when an article arrives.
///
/// Each action has its opposite, so that whatever it changed can be changed back.
package enum StatusAction: Hashable, Sendable, Codable {
  case read
  case unread
  case star
  case unstar
  /// Takes the article out of every list and count, except those of `Query.muted`.
  case mute
  case unmute
  /// Adds a tag of the reader's own.
  case tag(String)
  /// Takes a tag of the reader's own away; a tag that the page has stays.
  case untag(String)

  /// What undoes it on an article that it changed.
  package var inverse: StatusAction {
    switch self {
    case .read: .unread
    case .unread: .read
    case .star: .unstar
    case .unstar: .star
    case .mute: .unmute
    case .unmute: .mute
    case .tag(let name): .untag(name)
    case .untag(let name): .tag(name)
    }
  }
}

extension StatusAction {
  /// The articles that the actions can change: who is to be unmuted is among the muted.
  package static func candidates(of actions: [StatusAction]) -> Query {
    if actions.contains(.unmute) { return .muted }
    guard actions.count == 1 else { return .all }
    switch actions[0] {
    case .read: return .unread
    case .unread: return .read
    case .star: return .not(.starred)
    case .unstar: return .starred
    case .mute: return .not(.muted)
    case .unmute: return .muted
    case .tag: return .all
    case .untag(let name): return .tag(name)
    }
  }
}

extension StatusAction: LosslessStringConvertible {
  /// The action as the store and the command line write it: `read`, `unstar`, `tag:银行`.
  package var description: String {
    switch self {
    case .read: "read"
    case .unread: "unread"
    case .star: "star"
    case .unstar: "unstar"
    case .mute: "mute"
    case .unmute: "unmute"
    case .tag(let name): "tag:" + name
    case .untag(let name): "untag:" + name
    }
  }

  /// Reads what `description` writes; nil for anything else.
  package init?(_ description: String) {
    switch description {
    case "read": self = .read
    case "unread": self = .unread
    case "star": self = .star
    case "unstar": self = .unstar
    case "mute": self = .mute
    case "unmute": self = .unmute
    default:
      let parts = description.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty else { return nil }
      switch parts[0] {
      case "tag": self = .tag(String(parts[1]))
      case "untag": self = .untag(String(parts[1]))
      default: return nil
      }
    }
  }
}

extension ArticleStatus {
  /// Does what an action does to read, starred and muted; tags are not part of this value.
  package mutating func apply(_ action: StatusAction) {
    switch action {
    case .read: isRead = true
    case .unread: isRead = false
    case .star: isStarred = true
    case .unstar: isStarred = false
    case .mute: isMuted = true
    case .unmute: isMuted = false
    case .tag, .untag: break
    }
  }
}

extension Headline {
  /// Does to a copy of a headline what the store did to the article.
  package mutating func apply(_ action: StatusAction) {
    status.apply(action)
    switch action {
    case .tag(let name): if !ownTags.contains(name) { ownTags.append(name) }
    case .untag(let name): ownTags.removeAll { $0 == name }
    default: break
    }
  }
}

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

/// What a change of many articles at once did.
package struct BulkChange: Hashable, Sendable {
  /// The articles that are no longer what they were.
  package var articles: Int
  /// What undoes it, in the order in which it is to be done; holds only what really changed.
  package var inverse: [StatusChange]
  /// The step under which the store remembers the inverse; nil where nothing changed, or nothing is to be undone.
  package var undoStep: UndoStep.ID?
  /// Whether it was stopped before its end. What was done until then stays, and can be undone.
  package var wasCancelled: Bool

  package init(
    articles: Int = 0, inverse: [StatusChange] = [], undoStep: UndoStep.ID? = nil, wasCancelled: Bool = false
  ) {
    self.articles = articles
    self.inverse = inverse
    self.undoStep = undoStep
    self.wasCancelled = wasCancelled
  }
}

/// How far a change of many articles is.
package struct BulkProgress: Hashable, Sendable {
  package var done: Int
  package var total: Int

  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}

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
