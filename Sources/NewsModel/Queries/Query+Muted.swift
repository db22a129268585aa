extension Query {
  /// Whether muted articles come into question: they match only queries that speak of them.
  ///
  /// A query that asks for articles that are not muted, and says no more of them, leaves them out like any other.
  package var looksAtMuted: Bool { withoutMutedExcluded.speaksOfMuted }

  /// The query without what holds by itself where muted articles do not come into question.
  package var withoutMutedExcluded: Query {
    let rest = Query.allOf(conjuncts.filter { $0 != .not(.muted) })
    return rest.speaksOfMuted ? self : rest
  }

  private var speaksOfMuted: Bool {
    switch self {
    case .muted: true
    case .and(let terms), .or(let terms): terms.contains(where: \.speaksOfMuted)
    case .not(let term): term.speaksOfMuted
    default: false
    }
  }
}
