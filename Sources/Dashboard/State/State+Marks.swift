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

  mutating func undo(_ effects: inout [Effect]) {
    guard let step = undoSteps.popLast() else {
      notify(words: presentation.words.nothingToUndo, &effects)
      return
    }
    effects.append(.change(step, .undo))
  }

  /// A change of statuses has been written: every copy follows, and it can be undone.
  mutating func statusChanged(_ inverse: StatusChange, _ purpose: ChangePurpose, _ effects: inout [Effect]) {
    let change = inverse.inverse
    timeline.apply(change)
    reader.apply(change)
    guard !inverse.keys.isEmpty else { return }
    switch purpose {
    case .undo: notify(words: presentation.words.undone(change), &effects)
    case .byReading: rememberForUndo(inverse)
    case .byUser:
      rememberForUndo(inverse)
      if inverse.keys.count > 1 { notify(words: presentation.words.markedRead(inverse.keys.count), &effects) }
    }
    statisticsOutdated(&effects)
  }

  private mutating func rememberForUndo(_ inverse: StatusChange) {
    undoSteps.append(inverse)
    if undoSteps.count > Self.undoLimit { undoSteps.removeFirst() }
  }

  mutating func notify(words: String, isError: Bool = false, _ effects: inout [Effect]) {
    notify(SafeText(words), isError: isError, &effects)
  }

  /// Shows a message for some seconds in the place of the key hints, and keeps it in the log.
  mutating func notify(_ text: SafeText, isError: Bool, _ effects: inout [Effect]) {
    let number = nextTimer()
    toast = Toast(text: text, isError: isError, number: number)
    log.append(LogEntry(time: now, text: text, isError: isError))
    if log.count > 500 { log.removeFirst() }
    effects.append(.wake(.toastEnd(number), afterMilliseconds: isError ? 8_000 : 3_000))
  }
}
