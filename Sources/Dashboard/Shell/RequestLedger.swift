/// Numbers requests, so that of each slot only the newest one is answered.
struct RequestLedger: Sendable {
  /// The number of the newest request of each slot.
  private var numbers: [RequestSlot: Int] = [:]
  /// Slots whose newest request has not been answered.
  private var unanswered: Set<RequestSlot> = []

  /// Makes a request the newest of its slot.
  mutating func add<Asked: Request>(_ request: Asked) -> AskedRequest {
    numbers[Asked.slot, default: 0] += 1
    unanswered.insert(Asked.slot)
    return AskedRequest(number: RequestNumber(slot: Asked.slot, value: number(of: Asked.slot)), request: request)
  }

  /// Gives up what a slot asks; false where it asks nothing.
  mutating func drop(_ slot: RequestSlot) -> Bool {
    guard unanswered.remove(slot) != nil else { return false }
    numbers[slot, default: 0] += 1
    return true
  }

  /// Ends a request; false where it is stale, so that nothing may come of it.
  mutating func end(_ number: RequestNumber) -> Bool {
    guard numbers[number.slot] == number.value else { return false }
    unanswered.remove(number.slot)
    return true
  }

  /// Whether the newest request of a slot has not been answered yet.
  func isAwaited(_ slot: RequestSlot) -> Bool { unanswered.contains(slot) }

  /// Changes with each request of the slot.
  func number(of slot: RequestSlot) -> Int { numbers[slot] ?? 0 }
}
