package import NewsModel

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

/// What a timer is for.
package enum TimerSlot: Hashable, Sendable {
  /// A list has not arrived within a frame's time.
  case feedSlow
  case preview
  case markRead(ArticleKey)
  case toastEnd
  case statisticsDue
  /// What still waits for the search index is to be counted anew.
  case unindexedDue
  /// Saved queries are to be counted anew.
  case recount
  /// The page of a company is to be read anew.
  case companyDue
  case saveDue
  /// News of a refresh is to be counted and announced.
  case arrival
  /// It is to be looked whether sources are due.
  case refreshDue

  /// Whether a new timer takes the place of the one before. An article that is shown anew counts as read no later for that.
  fileprivate var restarts: Bool {
    switch self {
    case .markRead: false
    case .feedSlow, .preview, .toastEnd, .statisticsDue, .unindexedDue, .recount, .companyDue, .saveDue, .arrival,
      .refreshDue:
      true
    }
  }
}

/// A timer that was set; the number tells a stale one.
package struct TimerTag: Hashable, Sendable {
  package let slot: TimerSlot
  fileprivate let number: Int
}

/// Numbers timers, so that of each slot only the newest one counts.
struct TimerLedger: Sendable {
  private var numbers: [TimerSlot: Int] = [:]

  mutating func set(_ slot: TimerSlot) -> TimerTag {
    if slot.restarts { numbers[slot, default: 0] += 1 }
    return TimerTag(slot: slot, number: numbers[slot] ?? 0)
  }

  /// Whether no newer timer took the place of this one.
  func counts(_ tag: TimerTag) -> Bool { numbers[tag.slot] ?? 0 == tag.number }
}
