import NewsModel

/// What is told of arrivals beside the list: how many articles have come since the reader's last visit.
struct ArrivalCounts: Feature {
  enum Event: Sendable {
    /// The store is shown for the first time, or has changed.
    case outdated
    case countedNew(Int)
  }

  /// When the dashboard was left last; nil where it never was: then nothing is new.
  let lastVisit: Timestamp?
  /// Articles that have arrived since the last visit, as last counted.
  private(set) var newCount = 0

  init(lastVisit: Timestamp?) { self.lastVisit = lastVisit }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    switch event {
    case .outdated: return lastVisit == nil ? [] : [.ask(NewCountRequest())]
    case .countedNew(let count): newCount = count
    }
    return []
  }
}

/// How many articles have arrived since the last visit.
struct NewCountRequest: Request {
  static let slot = RequestSlot.newCount

  func response(from library: some Library) throws -> Int { try library.count(.seen(since: .last)) }

  func event(for count: Int) -> DashboardEvent { .arrivals(.countedNew(count)) }
}
