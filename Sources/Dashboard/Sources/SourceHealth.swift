import NewsModel

/// How a source is doing, in the order of the list: what asks for the reader's eye comes first.
enum SourceHealth: Int, Comparable, Sendable {
  /// The last fetch failed; it is tried again.
  case failing
  /// The server said that it is gone for good, so that it is not tried again by itself.
  case gone
  /// It has not been fetched yet.
  case untried
  case good

  init(_ state: FetchState) {
    if state.isGone {
      self = .gone
    } else if state.failure != nil {
      self = .failing
    } else {
      self = state.lastSuccess == nil ? .untried : .good
    }
  }

  static func < (a: SourceHealth, b: SourceHealth) -> Bool { a.rawValue < b.rawValue }
}

extension SubscriptionOverview {
  var health: SourceHealth { SourceHealth(state) }
}
