import NewsModel
import TextBasics

extension State {
  /// Undo steps that are kept.
  private static let undoLimit = 100

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
    switch undoSteps.popLast() {
    case .status(let step): effects.append(.change(step, .undo))
    case .bulk(let step):
      guard !isChangingMany else {
        undoSteps.append(.bulk(step))
        notify(words: presentation.words.stillChanging, &effects)
        return
      }
      undo(step, &effects)
    case .saved(let changes):
      keep(changes, undoable: false, &effects)
      notify(words: presentation.words.savedUndone, &effects)
    case .subscription(let inverse): change(inverse, for: .undo, &effects)
    case nil: ask(UndoStepsRequest(), &effects)
    }
  }

  /// A change of statuses has been written: every copy follows, and it can be undone.
  mutating func statusChanged(_ inverse: StatusChange, _ purpose: ChangePurpose, _ effects: inout [Effect]) {
    let change = inverse.inverse
    timeline.apply(change)
    reader.apply(change)
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
    statisticsOutdated(&effects)
    savedOutdated(&effects)
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

  mutating func rememberForUndo(_ entry: UndoEntry) {
    undoSteps.append(entry)
    if undoSteps.count > Self.undoLimit { undoSteps.removeFirst() }
  }

  mutating func notify(words: String, isError: Bool = false, _ effects: inout [Effect]) {
    notify(SafeText(words), isError: isError, &effects)
  }

  /// Shows a message for some seconds in the place of the key hints, and keeps it in the log.
  mutating func notify(_ text: SafeText, isError: Bool, _ effects: inout [Effect]) {
    let number = nextTimer()
    toast = Toast(text: text, isError: isError, number: number)
    record(text, isError: isError)
    effects.append(.wake(.toastEnd(number), afterMilliseconds: isError ? 8_000 : 3_000))
  }

  /// Keeps a message in the log alone.
  mutating func record(_ text: SafeText, isError: Bool) {
    log.append(LogEntry(time: now, text: text, isError: isError))
    if log.count > 500 { log.removeFirst() }
  }
}
