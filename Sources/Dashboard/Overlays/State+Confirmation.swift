import NewsModel
import Terminal

// A question is answered by y; every other key says no.

extension State {
  mutating func handle(_ key: Key, _ confirmation: Confirmation, _ effects: inout [Effect]) {
    overlay = nil
    drop(.confirmation, effects: &effects)
    if key == .character("y") || key == .character("Y") { accept(confirmation, &effects) }
  }

  /// Tells how many articles the question is about; where it is about none there is nothing to ask.
  mutating func confirm(count: Int, _ effects: inout [Effect]) {
    guard case .confirmation(var confirmation) = overlay else { return }
    guard count > 0 else {
      overlay = nil
      notify(words: presentation.words.nothingToChange, &effects)
      return
    }
    confirmation.count = count
    overlay = .confirmation(confirmation)
  }

  private mutating func accept(_ confirmation: Confirmation, _ effects: inout [Effect]) {
    switch confirmation.subject {
    case .bulk(let request): send(.bulk(.begin(request)), &effects)
    case .undo(let step): send(.bulk(.undo(step.id)), &effects)
    case .replaceFile(let request): send(.export(.replace(request)), &effects)
    case .stopExport: effects.append(.stopExport)
    case .unsubscribe(let source): send(.sources(.change(.remove(source), .byUser)), &effects)
    }
  }
}
