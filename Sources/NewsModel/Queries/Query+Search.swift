extension Query {
  /// Whether articles are found by words in them, not only by what was counted or marked.
  package var searchesWords: Bool {
    switch self {
    case .text, .title, .author, .regex: true
    case .and(let terms), .or(let terms): terms.contains(where: \.searchesWords)
    case .not(let term): term.searchesWords
    default: false
    }
  }

  /// The part of the query that is a search; `all` where none is.
  package var search: Query { .allOf(conjuncts.filter(\.searchesWords)) }

  /// The texts that an article must have, or may have: what it is ranked by.
  package var soughtTexts: [String] {
    switch self {
    case .text(let text), .title(let text): [text]
    case .and(let terms), .or(let terms): terms.flatMap(\.soughtTexts)
    default: []
    }
  }
}
