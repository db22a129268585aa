import NewsModel
import TextBasics

extension State {
  mutating func toggleRead(_ effects: inout [Effect]) {
    guard let key = concernedKey, let status = concernedStatus else { return }
    effects.append(.change(StatusChange(status.isRead ? .unread : .read, of: [key]), .byUser))
  }

  mutating func toggleStar(_ effects: inout [Effect]) {
    guard let key = concernedKey, let status = concernedStatus else { return }
    effects.append(.change(StatusChange(status.isStarred ? .unstar : .star, of: [key]), .byUser))
  }

  mutating func toggleMuted(_ effects: inout [Effect]) {
    guard let key = concernedKey, let status = concernedStatus else { return }
    effects.append(.change(StatusChange(status.isMuted ? .unmute : .mute, of: [key]), .byUser))
  }

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
    case nil: ask(UndoStepsRequest(), &effects)
    }
  }

  /// A change of statuses has been written: every copy follows, and it can be undone.
  mutating func statusChanged(_ inverse: StatusChange, _ purpose: ChangePurpose, _ effects: inout [Effect]) {
    let change = inverse.inverse
    timeline.apply(change)
    send(.reader(.changed(change)), &effects)
    guard !inverse.keys.isEmpty else { return }
    countOwnChange(&effects)
    if !filter.looksAtMuted { followMuting(change, &effects) }
    switch purpose {
    case .undo: notify(words: presentation.words.undone(change), &effects)
    case .byReading: rememberForUndo(.status(inverse))
    case .byUser:
      rememberForUndo(.status(inverse))
      if let words = presentation.words.changed(change) { notify(words: words, &effects) }
    }
    send(.charts(.outdated), &effects)
    send(.saved(.outdated), &effects)
  }

  /// What the reader did may change how many articles the filter finds: that is not to be taken for news, nor to hide any.
  private mutating func countOwnChange(_ effects: inout [Effect]) {
    guard filter.looksAtStatus, !timeline.isRanked, timeline.total != nil, !isAwaited(.feedTotal) else { return }
    timeline.isCountingOwnChange = true
    ask(FeedTotalRequest(query: filter), &effects)
  }

  /// A muted article leaves the list; one that no longer is comes back to its place.
  private mutating func followMuting(_ change: StatusChange, _ effects: inout [Effect]) {
    switch change.action {
    case .mute:
      timeline.remove(Set(change.keys))
      selectionChanged(&effects)
    case .unmute: loadFeed(selecting: change.keys.first, &effects)
    default: break
    }
  }
}
