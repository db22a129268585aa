import NewsModel
import TextBasics
import Wording

// What one change means for all features that show it.

extension State {
  /// Another program, an import or a refresh changed the store: what is shown is brought up to date without moving the list.
  mutating func libraryChanged(_ effects: inout [Effect]) {
    send(.feed(.libraryChanged), &effects)
    send(.reader(.reload), &effects)
    send(.charts(.outdated), &effects)
    send(.saved(.libraryChanged), &effects)
    send(.sources(.outdated), &effects)
    send(.company(.outdated), &effects)
    send(.arrivals(.outdated), &effects)
  }

  /// Many articles changed; nil where it is not known how.
  mutating func manyChanged(by request: BulkRequest?, _ effects: inout [Effect]) {
    send(.feed(.manyChanged(by: request)), &effects)
    send(.reader(.reload), &effects)
    send(.charts(.outdated), &effects)
    send(.saved(.outdated), &effects)
    send(.company(.outdated), &effects)
  }

  /// A change of statuses has been written: every copy follows, and it can be undone.
  mutating func statusChanged(_ inverse: StatusChange, _ purpose: ChangePurpose, _ effects: inout [Effect]) {
    let change = inverse.inverse
    send(.reader(.changed(change)), &effects)
    send(.feed(.changed(change)), &effects)
    guard !inverse.keys.isEmpty else { return }
    switch purpose {
    case .undo: notify(words: presentation.words.undone(change), &effects)
    case .byReading: rememberForUndo(.status(inverse))
    case .byUser:
      rememberForUndo(.status(inverse))
      if let words = presentation.words.changed(change) { notify(words: words, &effects) }
    }
    send(.charts(.outdated), &effects)
    send(.saved(.outdated), &effects)
    send(.company(.changed(change)), &effects)
  }

  // MARK: - The article

  mutating func toggleRead(_ effects: inout [Effect]) { change(&effects) { $0.isRead ? .unread : .read } }

  mutating func toggleStar(_ effects: inout [Effect]) { change(&effects) { $0.isStarred ? .unstar : .star } }

  mutating func toggleMuted(_ effects: inout [Effect]) { change(&effects) { $0.isMuted ? .unmute : .mute } }

  private func change(_ effects: inout [Effect], _ action: (ArticleStatus) -> StatusAction) {
    guard let headline = concernedHeadline else { return }
    effects.append(.change(StatusChange(action(headline.status), of: [headline.key]), .byUser))
  }

  // MARK: - Undoing

  mutating func undo(_ effects: inout [Effect]) {
    switch popUndo() {
    case .status(let step): effects.append(.change(step, .undo))
    case .bulk(let step):
      guard !bulk.isRunning else {
        rememberForUndo(.bulk(step))
        notify(words: presentation.words.stillChanging, &effects)
        return
      }
      send(.bulk(.undo(step)), &effects)
    case .saved(let changes): send(.saved(.undo(changes)), &effects)
    case .subscription(let inverse): send(.sources(.change(inverse, .undo)), &effects)
    case .lesson(let lesson, let key): effects.append(.teach(lesson, about: key, .undo))
    case nil: ask(UndoStepsRequest(), &effects)
    }
  }
}

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
  /// What undoes a lesson, and the article that it was about.
  case lesson(Lesson, about: ArticleKey?)
}
