/// How much a search has to look through article by article.
struct UnindexedCountRequest: Request {
  static let slot = RequestSlot.unindexed

  func response(from library: some Library) throws -> Int { try library.unindexedCount() }

  func received(_ count: Int, _ state: inout State, _ effects: inout [Effect]) {
    state.unindexedCounted(count, &effects)
  }
}
