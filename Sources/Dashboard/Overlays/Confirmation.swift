import NewsModel
import Terminal
import TextBasics

/// A question that `y` answers; every other key says no.
struct Confirmation: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case bulk(BulkRequest)
    case undo(UndoStep)
    case replaceFile(ExportRequest)
    case stopExport
    case unsubscribe(Subscription)
  }

  let subject: Subject
  /// How many articles it concerns; nil until they are counted.
  private(set) var count: Int?

  init(_ subject: Subject, count: Int? = nil) {
    self.subject = subject
    self.count = count
  }

  mutating func update(_ event: Overlays.Event, in environment: Environment) -> Overlays.Step {
    switch event {
    case .key(let key):
      let isAgreed = key == .character("y") || key == .character("Y")
      let decision = isAgreed ? [Outcome.decided(.agreed(to: subject))] : []
      return Overlays.Step(isOver: true, outcomes: [.drop([.confirmation])] + decision)
    case .counted(let count):
      self.count = count
      guard count == 0 else { return .stay }
      // There is nothing to ask.
      let text = SafeText(environment.words.nothingToChange)
      return Overlays.Step(isOver: true, outcomes: [.notify(text, isError: false)])
    case .present, .paste, .mouse, .settle, .offered, .completed, .searched, .failed: return .stay
    }
  }
}
