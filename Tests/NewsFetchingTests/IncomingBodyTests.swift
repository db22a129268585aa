import Testing

@testable import NewsFetching

@Suite struct IncomingBodyTests {
  private let kilobyte = [UInt8](repeating: 7, count: 1_024)

  /// Appends so many kilobytes, or until the verdict is another.
  private func fill(_ body: inout IncomingBody, _ kilobytes: Int, declared: Int? = nil) -> IncomingBody.Verdict {
    for _ in 0..<kilobytes {
      let verdict = kilobyte.withUnsafeBufferPointer { body.append($0, declared: declared) }
      if verdict != .taken { return verdict }
    }
    return .taken
  }

  @Test func holdsAllThatCame() {
    let budget = BodyBudget(limit: 1 << 20)
    var body = IncomingBody(limit: 1 << 20, budget: budget)
    #expect(fill(&body, 300) == .taken)
    #expect(budget.used >= 300 << 10)
    #expect(body.removeBytes() == [UInt8](repeating: 7, count: 300 << 10))
    #expect(budget.used == 0)
  }

  @Test func refusesWhatIsTooLargeAsSoonAsItIsSaid() {
    var body = IncomingBody(limit: 10 << 10, budget: BodyBudget(limit: 1 << 20))
    #expect(fill(&body, 1, declared: 11 << 10) == .tooLarge)
    #expect(fill(&body, 10) == .taken)
    #expect(fill(&body, 1) == .tooLarge)
  }

  @Test func starvesWhereOthersHoldTheRoom() {
    let budget = BodyBudget(limit: 1 << 20)
    var first = IncomingBody(limit: 1 << 20, budget: budget)
    var second = IncomingBody(limit: 1 << 20, budget: budget)
    #expect(fill(&first, 900) == .taken)
    #expect(fill(&second, 128) == .taken)
    #expect(fill(&second, 1) == .starved)
    #expect(fill(&second, 1) == .starved)
    _ = first.removeBytes()
    #expect(fill(&second, 500) == .taken)
    #expect(second.removeBytes().count == 630 << 10)
    #expect(budget.used == 0)
  }

  @Test func whatComesInSpiteOfThatIsTakenUpToAPoint() {
    let budget = BodyBudget(limit: 0)
    var body = IncomingBody(limit: 1 << 20, budget: budget)
    var verdicts: Set<IncomingBody.Verdict> = []
    for _ in 0..<600 { verdicts.insert(fill(&body, 1)) }
    #expect(verdicts == [.taken, .starved, .noRoom])
    #expect(body.bytes.count == 384 << 10)
  }

  @Test func aPrivilegedOneNeverStarves() {
    let budget = BodyBudget(limit: 0)
    var body = IncomingBody(limit: 1 << 20, budget: budget)
    body.isPrivileged = true
    #expect(fill(&body, 1_024) == .taken)
    _ = body.removeBytes()
    #expect(budget.used == 0)
  }
}
