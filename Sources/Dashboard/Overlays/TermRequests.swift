import NewsModel

/// The names that the list of a picker offers.
struct PickerTermsRequest: Request {
  static let slot = RequestSlot.picker
  let field: TermField
  let query: Query

  func response(from library: some Library) throws -> [TermCount] { try library.terms(field, matching: query) }

  func received(_ terms: [TermCount], _ state: inout State, _ effects: inout [Effect]) {
    state.pickerLoaded(terms, &effects)
  }
}

/// The names that complete what is being typed.
struct CompletionRequest: Request {
  static let slot = RequestSlot.completion
  let field: TermField

  func response(from library: some Library) throws -> [TermCount] { try library.terms(field, matching: .all) }

  func received(_ terms: [TermCount], _ state: inout State, _ effects: inout [Effect]) { state.namesLoaded(terms) }
}
