import NewsModel

/// How many articles a change can change.
struct AffectedCountRequest: Request {
  static let slot = RequestSlot.confirmation
  let query: Query

  func response(from library: some Library) throws -> Int { try library.count(query) }

  func received(_ count: Int, _ state: inout State, _ effects: inout [Effect]) { state.counted(count, &effects) }
}

/// The changes of many articles that can be undone.
struct UndoStepsRequest: Request {
  static let slot = RequestSlot.undo

  func response(from library: some Library) throws -> [UndoStep] { try library.undoSteps() }

  func received(_ steps: [UndoStep], _ state: inout State, _ effects: inout [Effect]) {
    state.undoStepsLoaded(steps, &effects)
  }
}
