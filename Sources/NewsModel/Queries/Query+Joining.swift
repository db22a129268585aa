extension Query {
  /// The conjunction of the given queries, flattened, each term once, without `all`.
  package static func allOf(_ queries: [Query]) -> Query {
    var terms: [Query] = []
    for query in queries.flatMap(\.conjuncts) where !terms.contains(query) { terms.append(query) }
    return terms.isEmpty ? .all : terms.count == 1 ? terms[0] : .and(terms)
  }

  /// The disjunction of the given queries, flattened, each alternative once; `all` where one of them is, and nothing
  /// at all, which is `not(all)`, where there are none.
  package static func anyOf(_ queries: [Query]) -> Query {
    var terms: [Query] = []
    for query in queries.flatMap(\.disjuncts) where !terms.contains(query) { terms.append(query) }
    if terms.contains(.all) { return .all }
    return terms.isEmpty ? .not(.all) : terms.count == 1 ? terms[0] : .or(terms)
  }

  /// What the query leaves out.
  package static func excluding(_ query: Query) -> Query {
    if case .not(let inner) = query { return inner }
    return .not(query)
  }

  /// The terms that must all hold; none for `all`.
  package var conjuncts: [Query] {
    switch self {
    case .all: []
    case .and(let terms): terms.flatMap(\.conjuncts)
    default: [self]
    }
  }

  /// The alternatives of which one must hold; the query itself where it has none.
  private var disjuncts: [Query] {
    switch self {
    case .or(let terms): terms.flatMap(\.disjuncts)
    case .not(.all): []
    default: [self]
    }
  }

  /// The same query without empty, doubled and needless parts: the form that the parser gives. Some queries that mean the
  /// same still differ, such as those whose terms stand in another order.
  package var simplified: Query {
    switch self {
    case .and(let terms): .allOf(terms.map(\.simplified))
    case .or(let terms): .anyOf(terms.map(\.simplified))
    case .not(let term): .excluding(term.simplified)
    default: self
    }
  }
}
