import NewsModel

/// What is told of arrivals beside the list: how many articles have come since the reader's last visit, and of how many that are listed
/// as of a moment nobody knows when they came.
struct ArrivalCounts: Feature {
  enum Event: Sendable {
    /// The store is shown for the first time, or has changed.
    case outdated
    case countedNew(Int)
    /// The list of another filter is shown.
    case filterChanged
    case countedUnknown(Int)
  }

  /// When the dashboard was left last; nil where it never was: then nothing is new.
  let lastVisit: Timestamp?
  /// Articles that have arrived since the last visit, as last counted.
  private(set) var newCount = 0

  /// Articles of the list as of a moment whose arrival is not known: they count as known. 0 as long as that is not counted.
  private(set) var unknownCount = 0

  init(lastVisit: Timestamp?) { self.lastVisit = lastVisit }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    switch event {
    case .outdated: return lastVisit == nil ? [] : [.ask(NewCountRequest())]
    case .countedNew(let count): newCount = count
    case .filterChanged:
      unknownCount = 0
      guard environment.filter.asOf != nil else { return [.drop([.unknownArrivals])] }
      return [.ask(UnknownArrivalsRequest(query: environment.filter))]
    case .countedUnknown(let count): unknownCount = count
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

/// Of how many articles as of a moment the arrival is not known.
struct UnknownArrivalsRequest: Request {
  static let slot = RequestSlot.unknownArrivals
  let query: Query

  func response(from library: some Library) throws -> Int {
    try library.count(.allOf(query.conjuncts + [.not(.seen(since: .begun(Timestamp(1))))]))
  }

  func event(for count: Int) -> DashboardEvent { .arrivals(.countedUnknown(count)) }
}
