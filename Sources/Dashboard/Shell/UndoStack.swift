import NewsModel

/// What `u` undoes, the newest last.
struct UndoStack: Sendable {
  /// Steps that are kept.
  private static let limit = 100

  private(set) var entries: [UndoEntry] = []

  mutating func push(_ entry: UndoEntry) {
    entries.append(entry)
    if entries.count > Self.limit { entries.removeFirst() }
  }

  mutating func pop() -> UndoEntry? { entries.popLast() }

  /// The last change of what the reader keeps was refused.
  mutating func forgetSavedChange() {
    if case .saved = entries.last { entries.removeLast() }
  }
}

/// What `u` undoes.
enum UndoEntry: Sendable, Hashable {
  case status(StatusChange)
  /// A change of many articles, which the store remembers.
  case bulk(UndoStep.ID)
  case saved([SavedChange])
  /// The change that undoes another of what the reader follows.
  case subscription(SubscriptionChange)
}
